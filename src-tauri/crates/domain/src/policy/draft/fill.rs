//! The words that a template's references stand for.

use super::numbers::numbers;
use super::{Profile, Source};
use crate::assessment::Assessment;
use crate::number::{AssetNumber, StatementNumber};
use crate::policy::template::{Pieces, PolicyTemplate, TemplateStatement, references};
use crate::policy::{Alignment, RiskLink};
use crate::risk::Level;
use std::collections::{BTreeMap, BTreeSet};

/// Most systems or vendors that a sentence names.
const NAMED: usize = 8;

/// Fills texts for one organization.
pub struct Filler<'a> {
    /// The organization's profile.
    pub profile: &'a Profile<'a>,
    words: BTreeMap<String, String>,
    numbers: BTreeMap<String, String>,
}

impl<'a> Filler<'a> {
    /// A filler for a draft with these statements, links and assets in scope.
    pub fn new(
        template: &PolicyTemplate,
        source: Source<'_>,
        profile: &'a Profile<'a>,
        kept: &[&TemplateStatement],
        links: &[Vec<RiskLink>],
        scope: &[AssetNumber],
    ) -> Self {
        let numbers = numbers(template, kept, profile);
        let mut words = facts(source);
        words.insert("risks".to_owned(), risks(source.assessment, links));
        words.insert("systems".to_owned(), systems(source.assessment, scope));
        let times = template.timeframes.iter().filter(|one| profile.holds(&one.when));
        words.extend(times.map(|one| (one.id.to_string(), one.phrase(profile.size))));
        let values = template.parameters.iter().filter(|one| profile.holds(&one.when));
        words.extend(values.map(|one| (one.id.to_string(), one.phrase(profile.size))));
        words.extend(kept.iter().filter_map(|one| {
            numbers.get(one.id.as_str()).map(|number| (one.id.to_string(), number.clone()))
        }));
        Self { profile, words, numbers }
    }

    /// The text with its references in words; what is unknown is left as it is written.
    pub fn text(&self, text: &str) -> String {
        let mut filled = String::new();
        for part in references(text) {
            filled.push_str(part.before);
            if let Some(name) = part.name {
                match self.words.get(name) {
                    Some(words) => filled.push_str(words),
                    None => filled.push_str(&format!("{{{{ {name} }}}}")),
                }
            }
        }
        filled
    }

    /// The pieces for this organization, filled and joined.
    pub fn pieces(&self, pieces: &Pieces, between: &str) -> String {
        let here = pieces.0.iter().filter(|piece| self.profile.holds(&piece.when));
        here.map(|piece| self.text(&piece.text)).collect::<Vec<_>>().join(between)
    }

    /// The number of a row within the draft.
    pub fn number(&self, id: &str) -> String {
        self.numbers.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The number of a statement within the draft.
    pub fn statement_number(&self, id: &StatementNumber) -> StatementNumber {
        self.number(id.as_str()).into()
    }

    /// Why an element is for this organization, for the officer to make more exact.
    pub fn applicability(&self, alignment: &Alignment) -> String {
        if !alignment.applicability.trim().is_empty() {
            return self.text(&alignment.applicability);
        }
        self.text("{{ organization }} runs or uses the systems in scope.")
    }
}

fn facts(source: Source<'_>) -> BTreeMap<String, String> {
    let (organization, assessment) = (&source.content.organization, source.assessment);
    let count = |count: Option<u32>| count.map_or_else(|| "an unknown number of".to_owned(), thousands);
    let sites: Vec<&str> = organization.sites.iter().map(|site| site.name.as_str()).collect();
    let associates = assessment.vendors.iter().filter(|one| one.business_associate);
    let associates: Vec<&str> = associates.map(|one| one.name.as_str()).collect();
    let words = [
        ("organization", organization.name.clone()),
        ("workforce", thousands(organization.workforce)),
        ("sites", counted(sites.len(), "site")),
        ("site_names", list(&sites)),
        ("patients", count(organization.patients)),
        ("remote_workers", count(organization.remote_workers)),
        ("time_zone", organization.time_zone.clone()),
        ("assessment", named(assessment)),
        ("tolerance", organization.risk_tolerance.to_string()),
        ("vendors", list(&associates)),
        ("capabilities", organization.capabilities.trim().to_owned()),
        ("infrastructure", organization.infrastructure.trim().to_owned()),
        ("budget", organization.budget.trim().to_owned()),
    ];
    words.into_iter().map(|(name, words)| (name.to_owned(), words)).collect()
}

fn named(assessment: &Assessment) -> String {
    match assessment.approved_on() {
        Some(on) => format!("{}, approved {on}", assessment.number),
        None => format!("{}, not approved yet", assessment.number),
    }
}

/// How many risks of which level the statements answer, highest first.
fn risks(assessment: &Assessment, links: &[Vec<RiskLink>]) -> String {
    let linked: BTreeSet<_> = links.iter().flatten().map(|link| &link.risk).collect();
    let levels: Vec<Level> = assessment
        .risks
        .iter()
        .filter(|risk| linked.contains(&risk.number))
        .filter_map(|risk| risk.level())
        .collect();
    let counts =
        Level::ALL.into_iter().rev().map(|level| (level, levels.iter().filter(|one| **one == level).count()));
    let parts: Vec<String> =
        counts.filter(|(_, count)| *count > 0).map(|(level, count)| format!("{count} {}", level)).collect();
    match levels.len() {
        0 => format!("duties that no rated risk of {} asks for", assessment.number),
        1 => format!("{} risk of {}", list(&parts), assessment.number),
        _ => format!("{} risks of {}", list(&parts), assessment.number),
    }
}

fn systems(assessment: &Assessment, scope: &[AssetNumber]) -> String {
    let names: Vec<&str> = assessment
        .assets
        .iter()
        .filter(|one| scope.contains(&one.number))
        .map(|one| one.name.as_str())
        .collect();
    if names.is_empty() { "none recorded yet".to_owned() } else { list(&names) }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// `a, b and c`; beyond eight: `a, b, … and 12 more`.
fn list<T: AsRef<str>>(items: &[T]) -> String {
    let more = items.len().saturating_sub(NAMED);
    let mut parts: Vec<String> = items.iter().take(NAMED).map(|one| one.as_ref().to_owned()).collect();
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    match parts.pop() {
        None => "none".to_owned(),
        Some(last) if parts.is_empty() => last,
        Some(last) => format!("{} and {last}", parts.join(", ")),
    }
}

/// `9,800`.
fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_numbers_read_as_people_write_them() {
        let names: Vec<String> = (1..=10).map(|one| one.to_string()).collect();
        let table: [(&[String], &str); 5] = [
            (&[], "none"),
            (&names[..1], "1"),
            (&names[..2], "1 and 2"),
            (&names[..3], "1, 2 and 3"),
            (&names, "1, 2, 3, 4, 5, 6, 7, 8 and 2 more"),
        ];
        for (items, expected) in table {
            assert_eq!(list(items), expected);
        }
        let numbers =
            [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")];
        for (number, expected) in numbers {
            assert_eq!(thousands(number), expected);
        }
    }
}
