//! New numbers for the rows that are left, in order and without holes.

use super::Profile;
use crate::policy::template::{PolicyTemplate, TemplateStatement};
use std::collections::BTreeMap;

/// From the names within a template to the numbers within a draft.
pub fn numbers(
    template: &PolicyTemplate,
    kept: &[&TemplateStatement],
    profile: &Profile<'_>,
) -> BTreeMap<String, String> {
    let statements = kept.iter().map(|one| one.id.as_str());
    let times = template.timeframes.iter().filter(|one| profile.holds(&one.when)).map(|one| one.id.as_str());
    let values = template.parameters.iter().filter(|one| profile.holds(&one.when)).map(|one| one.id.as_str());
    let mut numbers = BTreeMap::new();
    series("S", statements, &mut numbers);
    series("T", times, &mut numbers);
    series("P", values, &mut numbers);
    numbers
}

fn series<'a>(letter: &str, ids: impl Iterator<Item = &'a str>, numbers: &mut BTreeMap<String, String>) {
    numbers.extend(ids.zip(1..).map(|(id, number)| (id.to_owned(), format!("{letter}-{number:02}"))));
}
