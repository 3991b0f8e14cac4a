//! Dates as PDF writes them (ISO 32000-1, 7.9.4).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// The moment of a date `D:YYYYMMDDHHmmSS` followed by nothing, `Z`, or an offset such as `+01'00'`.
///
/// A date without an offset says no moment, but is taken as UTC; a shorter date is not a moment and gives nothing.
pub(crate) fn moment(text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.strip_prefix("D:").unwrap_or(text);
    let (digits, rest) = text.split_at_checked(14)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let civil = DateTime::strptime("%Y%m%d%H%M%S", digits).ok()?;
    offset(rest)?.to_timestamp(civil).ok()
}

fn offset(text: &str) -> Option<Offset> {
    let sign = match text.chars().next() {
        None | Some('Z') => return Some(Offset::UTC),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let mut numbers = text.get(1..)?.split('\'').filter(|part| !part.is_empty());
    let mut number = |most: i32| match numbers.next() {
        None => Some(0),
        Some(digits) => digits.parse::<i32>().ok().filter(|number| (0..=most).contains(number)),
    };
    let (hours, minutes) = (number(23)?, number(59)?);
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_date_is_read_with_its_offset() {
        let table = [
            ("D:20261121223000Z", Some("2026-11-21T22:30:00Z")),
            ("D:20261121223000+01'00'", Some("2026-11-21T21:30:00Z")),
            ("D:20261121223000-0530", None),
            ("D:20261121223000-05'30", Some("2026-11-22T04:00:00Z")),
            ("20261121223000", Some("2026-11-21T22:30:00Z")),
            ("D:20261321223000Z", None),
            ("D:2026", None),
            ("D:2026112122300é", None),
        ];
        for (written, expected) in table {
            let found = moment(written.as_bytes()).map(|moment| moment.to_string());
            assert_eq!(found.as_deref(), expected, "{written}");
        }
    }
}
