//! What stands in double braces within the texts of a template.

/// The facts that a text may name.
pub const WORDS: [&str; 15] = [
    "organization",
    "workforce",
    "sites",
    "site_names",
    "patients",
    "remote_workers",
    "time_zone",
    "assessment",
    "tolerance",
    "risks",
    "systems",
    "vendors",
    "capabilities",
    "infrastructure",
    "budget",
];

/// One reference: `{{ organization }}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'a> {
    /// What stands before it, since the reference before.
    pub before: &'a str,
    /// The name between the braces; nothing after the last.
    pub name: Option<&'a str>,
}

/// The references of a text in order; the last has no name and holds the rest.
///
/// Braces that are never closed are text.
pub fn references(text: &str) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, further)) = after.split_once("}}") else { break };
        found.push(Reference { before, name: Some(name.trim()) });
        rest = further;
    }
    found.push(Reference { before: rest, name: None });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        references(text).into_iter().filter_map(|one| one.name).collect()
    }

    #[test]
    fn names_are_found_and_nothing_is_lost() {
        let table: [(&str, &[&str], &str); 5] = [
            ("", &[], ""),
            ("plain", &[], "plain"),
            ("a {{ T-01 }} b {{risks}}.", &["T-01", "risks"], "a  b ."),
            ("open {{ never", &[], "open {{ never"),
            ("{{ a }}{{ b }}", &["a", "b"], ""),
        ];
        for (text, expected, around) in table {
            assert_eq!(names(text), expected, "{text}");
            let before: String = references(text).into_iter().map(|one| one.before).collect();
            assert_eq!(before, around, "{text}");
        }
    }
}
