//! What a threat is about by the words of its name, and which assets that is.

use crate::assessment::{Asset, AssetKind};

/// What a threat is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Medical devices.
    MedicalDevices,
    /// Computers and devices that people carry or sit at.
    Endpoints,
    /// Media and equipment that ePHI leaves with.
    Media,
    /// Vendors and what they run.
    Vendors,
    /// Portals, interfaces and other ways in from outside.
    Interfaces,
    /// Networks and lines.
    Networks,
    /// Sites and what stands there.
    Premises,
    /// No kind of thing in particular.
    Anything,
}

/// Words that tell the subject, the first that fits first.
const WORDS: [(Subject, &[&str]); 7] = [
    (Subject::MedicalDevices, &["medical device", "device data", "device outage"]),
    (Subject::Endpoints, &["laptop", "workstation", "phone", "tablet", "device lost"]),
    (Subject::Media, &["media", "tape", "paper", "printed", "equipment is moved"]),
    (
        Subject::Vendors,
        &["vendor", "business associate", "subcontractor", "managed service", "supply chain", "cloud"],
    ),
    (
        Subject::Interfaces,
        &["api", "interface", "application", "portal", "write back", "scraping", "tracking", "requestor"],
    ),
    (Subject::Networks, &["network", "traffic", "wireless", "internet", "telecommunications"]),
    (
        Subject::Premises,
        &[
            "facility",
            "server room",
            "site",
            "tailgating",
            "tampering",
            "fire",
            "flood",
            "storm",
            "earthquake",
            "wildfire",
            "heat",
            "unrest",
            "hazardous",
            "power",
            "cooling",
            "unattended",
            "unsupervised",
        ],
    ),
];

impl Subject {
    /// What a threat of this name is about.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let words = spaced(name);
        let tells = |told: &&str| words.contains(&format!(" {told} "));
        let found = WORDS.iter().find(|(_, telling)| telling.iter().any(&tells));
        found.map_or(Self::Anything, |(subject, _)| *subject)
    }

    /// Whether an asset is something that the threat is about.
    #[must_use]
    pub fn fits(self, asset: &Asset) -> bool {
        use AssetKind::{Device, HostedService, Interface, Medium, Network, System};
        match self {
            Self::MedicalDevices | Self::Endpoints => asset.kind == Device,
            Self::Media => matches!(asset.kind, Medium | Device),
            Self::Vendors => asset.kind == HostedService || asset.vendor.is_some(),
            Self::Interfaces => matches!(asset.kind, Interface | HostedService | System),
            Self::Networks => matches!(asset.kind, Network | Interface | HostedService),
            Self::Premises => !asset.sites.is_empty(),
            Self::Anything => true,
        }
    }
}

/// The words of a name in lower case, with a space before, between and after them.
fn spaced(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}
