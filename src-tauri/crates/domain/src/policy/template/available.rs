//! Which rows and roles a text may name: those that are there whenever the text is.

use super::text::WORDS;
use super::{Condition, PolicyTemplate, Size, references};
use std::collections::BTreeMap;

/// The rows of a template by name, with their conditions.
pub struct Available<'a> {
    template: &'a PolicyTemplate,
    rows: BTreeMap<&'a str, &'a Condition>,
}

impl<'a> Available<'a> {
    /// Those of a template.
    pub fn of(template: &'a PolicyTemplate) -> Self {
        let rows = rows(template).collect();
        Self { template, rows }
    }

    /// Every id, as often as it is given.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        rows(self.template).map(|(id, _)| id)
    }

    /// Whether a reference is a fact, or a row that is there whenever the condition holds.
    pub fn named(&self, name: &str, when: &Condition) -> bool {
        WORDS.contains(&name) || self.rows.get(name).is_some_and(|row| is_there(&[row], when))
    }

    /// Whether the role is listed whenever the condition holds.
    pub fn role(&self, role: &str, when: &Condition) -> bool {
        let rows: Vec<_> =
            self.template.roles.iter().filter(|one| one.role == role).map(|one| &one.when).collect();
        is_there(&rows, when)
    }

    /// The text with the rows it names in words; facts are left as their names.
    pub fn filled(&self, text: &str, size: Size) -> String {
        let template = self.template;
        let time = |name: &str| template.timeframes.iter().find(|one| one.id.as_str() == name);
        let value = |name: &str| template.parameters.iter().find(|one| one.id.as_str() == name);
        let mut filled = String::new();
        for part in references(text) {
            filled.push_str(part.before);
            let Some(name) = part.name else { continue };
            let words =
                time(name).map(|one| one.phrase(size)).or_else(|| value(name).map(|one| one.phrase(size)));
            filled.push_str(words.as_deref().unwrap_or(name));
        }
        filled
    }
}

fn rows(template: &PolicyTemplate) -> impl Iterator<Item = (&str, &Condition)> {
    let statements = template.statements.iter().map(|one| (one.id.as_str(), &one.when));
    let times = template.timeframes.iter().map(|one| (one.id.as_str(), &one.when));
    let values = template.parameters.iter().map(|one| (one.id.as_str(), &one.when));
    statements.chain(times).chain(values)
}

/// Whether for every size that a condition allows one of the rows is there, whatever else holds.
fn is_there(rows: &[&Condition], when: &Condition) -> bool {
    let sizes = Size::ALL.into_iter().filter(|size| when.size.is_empty() || when.size.contains(size));
    let implied = |row: &Condition| {
        (row.kind.is_empty() || row.kind == when.kind)
            && (row.actor.is_empty() || row.actor == when.actor)
            && row.has.iter().all(|fact| when.has.contains(fact))
            && row.lacks.iter().all(|fact| when.lacks.contains(fact))
    };
    let here = |row: &Condition, size: Size| row.size.is_empty() || row.size.contains(&size);
    sizes.into_iter().all(|size| rows.iter().any(|row| here(row, size) && implied(row)))
}
