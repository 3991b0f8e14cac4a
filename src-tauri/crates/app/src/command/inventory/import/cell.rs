//! What the text of a cell means: kinds, levels, numbers and hours as people write them.

use riskwright_domain::assessment::AssetKind;
use riskwright_domain::risk::Level;

/// What people call the kinds, in lower case.
const KINDS: [(AssetKind, &[&str]); 6] = [
    (AssetKind::System, &["system", "application", "server", "software", "database", "app"]),
    (
        AssetKind::HostedService,
        &["hosted service", "hosted", "cloud", "cloud service", "saas", "service", "online service"],
    ),
    (
        AssetKind::Device,
        &[
            "device",
            "hardware",
            "workstation",
            "laptop",
            "desktop",
            "tablet",
            "phone",
            "mobile device",
            "printer",
            "medical device",
        ],
    ),
    (
        AssetKind::Medium,
        &[
            "medium",
            "media",
            "removable media",
            "paper",
            "tape",
            "backup",
            "usb",
            "usb drive",
            "portable media",
        ],
    ),
    (AssetKind::Interface, &["interface", "api", "connection", "exchange", "integration"]),
    (AssetKind::Network, &["network", "network equipment", "router", "switch", "firewall", "wireless"]),
];

/// Hours in a day.
const DAY: u32 = 24;

/// The kind of an asset.
///
/// # Errors
/// What is wrong, for a person.
pub fn kind(text: &str) -> Result<AssetKind, String> {
    let word = spaced(text);
    let found = KINDS.iter().find(|(_, names)| names.contains(&word.as_str()));
    found.map(|(kind, _)| *kind).ok_or_else(|| {
        format!("{text:?} is no kind of asset: write system, hosted service, device, medium, interface or network.")
    })
}

/// A level of the scale.
///
/// # Errors
/// What is wrong, for a person.
pub fn level(text: &str) -> Result<Level, String> {
    match spaced(text).as_str() {
        "very low" | "vl" => Ok(Level::VeryLow),
        "low" | "l" => Ok(Level::Low),
        "moderate" | "medium" | "m" => Ok(Level::Moderate),
        "high" | "h" => Ok(Level::High),
        "very high" | "vh" => Ok(Level::VeryHigh),
        _ => Err(format!("{text:?} is no level: write very low, low, moderate, high or very high.")),
    }
}

/// A whole number, its thousands parted or not.
///
/// # Errors
/// What is wrong, for a person.
pub fn count(text: &str) -> Result<u32, String> {
    let wrong = || format!("{text:?} is no whole number from 0 to {}.", u32::MAX);
    let mut groups = text.split([',', ' ', '\u{A0}', '\u{202F}', '\'']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let parted = rest.is_empty() || first.len() <= 3;
    if !parted || !digits(first) || !rest.iter().all(|group| group.len() == 3 && digits(group)) {
        return Err(wrong());
    }
    format!("{first}{}", rest.concat()).parse().map_err(|_| wrong())
}

/// Hours, written as a number alone, with `h` or `hours`, or in days.
///
/// # Errors
/// What is wrong, for a person.
pub fn hours(text: &str) -> Result<u32, String> {
    let wrong = || format!("{text:?} is no time: write hours, such as 24, or 2 days.");
    let end = text.find(|letter: char| letter.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end).ok_or_else(wrong)?;
    let number = count(number.trim()).map_err(|_| wrong())?;
    match spaced(unit).as_str() {
        "" | "h" | "hr" | "hrs" | "hour" | "hours" => Ok(number),
        "d" | "day" | "days" => number.checked_mul(DAY).ok_or_else(wrong),
        _ => Err(wrong()),
    }
}

/// The entries of a list, parted by semicolons.
pub fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

/// Words in lower case, parted by one space.
pub fn spaced(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them_and_nothing_else_is() {
        let cases = [
            ("0", Some(0)),
            ("1200", Some(1200)),
            ("1,200", Some(1200)),
            ("12 000", Some(12_000)),
            ("1,200,000", Some(1_200_000)),
            ("4294967295", Some(u32::MAX)),
            ("4294967296", None),
            ("1,20", None),
            ("1200,300", None),
            ("12.5", None),
            ("-3", None),
            ("about 900", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(count(text).ok(), expected, "{text:?}");
        }
    }

    #[test]
    fn hours_are_read_with_their_unit() {
        let cases = [
            ("24", Some(24)),
            ("4h", Some(4)),
            ("72 Hours", Some(72)),
            ("2 days", Some(48)),
            ("1 week", None),
            ("days", None),
            ("4294967295 days", None),
        ];
        for (text, expected) in cases {
            assert_eq!(hours(text).ok(), expected, "{text:?}");
        }
    }

    #[test]
    fn kinds_and_levels_are_known_by_their_names() {
        assert_eq!(kind("Hosted_Service"), Ok(AssetKind::HostedService));
        assert_eq!(kind("  SaaS"), Ok(AssetKind::HostedService));
        assert_eq!(level("VERY-HIGH"), Ok(Level::VeryHigh));
        assert_eq!(level("Medium"), Ok(Level::Moderate));
        assert!(kind("thing").unwrap_err().contains("hosted service"));
        assert!(level("3").unwrap_err().contains("\"3\""));
    }

    #[test]
    fn each_kind_has_names_that_no_other_has() {
        let mut all: Vec<&str> = KINDS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
