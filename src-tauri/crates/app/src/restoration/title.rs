//! What a record is called for a person, from its body.

use riskwright_store::{Difference, Kind};
use serde_json::Value;

/// Longest part of a body shown in a title, in characters.
const LONGEST: usize = 80;

/// A title such as `Risk R-0042 of AS-2026` or `Policy POL-11 Incident response`.
#[must_use]
pub fn title(difference: &Difference) -> String {
    let body = difference.now.as_ref().or(difference.then.as_ref());
    let field = |name: &str| {
        let text = body.and_then(|body| body.get(name)).and_then(Value::as_str).unwrap_or_default();
        text.chars().take(LONGEST).collect::<String>()
    };
    let id = difference.id.as_str();
    let (owner, part) = id.split_once('/').unwrap_or((id, ""));
    let title = match difference.kind {
        Kind::Organization => format!("Organization {}", field("name")),
        Kind::Person => format!("{id} {}", field("name")),
        Kind::Evidence => format!("Evidence {id} {}", field("title")),
        Kind::Assessment => format!("Assessment {id}"),
        Kind::Asset => format!("Asset {part} {} of {owner}", field("name")),
        Kind::FactorAnswer => format!("Answer to {part} of {owner}"),
        Kind::ThreatDisposition => format!("Threat {part} of {owner}"),
        Kind::Risk => format!("Risk {part} of {owner}"),
        Kind::SafeguardStatus => format!("Safeguard {part} of {owner}"),
        Kind::AddressableDecision => format!("Decision on {part} of {owner}"),
        Kind::Policy => format!("Policy {id} {}", field("title")),
        Kind::PolicyVersion => format!("Policy {owner}, version {part}"),
        Kind::Approval => approval(id),
        Kind::Practice => format!("Practice {id} {}", field("title")),
        Kind::Document => format!("Document {id} of {} version {}", field("policy"), field("version")),
        Kind::Settings => "Settings".to_owned(),
        Kind::Certificate => format!("Certificate of {}", field("subject")),
        Kind::LegalHold => format!("Legal hold {id} {}", field("title")),
        Kind::Incident => format!("Incident {id} {}", field("title")),
        Kind::Framework => format!("Standard {} {}", field("name"), field("version")),
        Kind::Trigger => format!("Review {id} {}", field("what")),
        Kind::Event => format!("Event {id}"),
    };
    title.trim_end().to_owned()
}

/// `POL-11/1.0/P-002/executive` in words.
fn approval(id: &str) -> String {
    let mut parts = id.rsplitn(3, '/');
    let capacity = parts.next().unwrap_or_default().replace('_', " ");
    let (by, of) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    format!("Approval of {} by {by} as {capacity}", of.replace('/', " version "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn records_are_named_for_people() {
        let table = [
            (Kind::Organization, "organization", "Organization Lakeside"),
            (Kind::Risk, "AS-2026/R-0042", "Risk R-0042 of AS-2026"),
            (Kind::SafeguardStatus, "AS-2026/45 CFR 164.312(b)", "Safeguard 45 CFR 164.312(b) of AS-2026"),
            (Kind::PolicyVersion, "POL-11/1.0", "Policy POL-11, version 1.0"),
            (
                Kind::Approval,
                "POL-11/1.0/P-002/security_official",
                "Approval of POL-11 version 1.0 by P-002 as security official",
            ),
            (Kind::Approval, "AS-2026/P-002/executive", "Approval of AS-2026 by P-002 as executive"),
            (Kind::Assessment, "AS-2026", "Assessment AS-2026"),
        ];
        for (kind, id, expected) in table {
            let now = Some(json!({ "name": "Lakeside" }));
            assert_eq!(title(&Difference { kind, id: id.to_owned(), now, then: None }), expected);
        }
    }
}
