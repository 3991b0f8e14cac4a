//! The editions of one rule or catalogue side by side, and the choice among them by date.

use super::edition::{EditionStatus, RuleEdition};
use super::problem::{CatalogueProblem, CatalogueProblemCode};
use jiff::civil::Date;

/// Something that is one edition of a rule or catalogue.
pub trait Dated {
    /// Which edition it is.
    fn edition(&self) -> &RuleEdition;

    /// The same, to close an open end.
    fn edition_mut(&mut self) -> &mut RuleEdition;
}

/// All editions of one rule or catalogue: those that were ever in force by first day, then the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Editions<T> {
    all: Vec<T>,
}

impl<T> Default for Editions<T> {
    fn default() -> Self {
        Self { all: Vec::new() }
    }
}

impl<T: Dated> Editions<T> {
    /// The edition in force on the day; never a proposed or withdrawn one.
    #[must_use]
    pub fn on(&self, date: Date) -> Option<&T> {
        self.all.iter().rfind(|each| each.edition().in_force_on(date))
    }

    /// The edition that started last among those that are or were in force.
    #[must_use]
    pub fn latest(&self) -> Option<&T> {
        self.all.iter().rfind(|each| each.edition().has_been_law() && each.edition().effective_from.is_some())
    }

    /// The edition with the id, whatever its status.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&T> {
        self.all.iter().find(|each| each.edition().id == id)
    }

    /// Every edition, whatever its status.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.all.iter()
    }

    /// The first day on which any edition was in force.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        self.all
            .iter()
            .map(Dated::edition)
            .filter(|each| each.has_been_law())
            .filter_map(|each| each.effective_from)
            .min()
    }

    pub(super) fn push(&mut self, edition: T) {
        self.all.push(edition);
    }

    /// Puts the editions in order, ends each open one when the next starts, and reports what does not fit.
    pub(super) fn settle(&mut self) -> Vec<CatalogueProblem> {
        self.all.sort_by_key(|each| {
            let edition = each.edition();
            (!edition.has_been_law(), edition.effective_from, edition.id.clone())
        });
        let mut problems = Vec::new();
        let mut next: Option<(String, Date)> = None;
        for each in self.all.iter_mut().rev().filter(|each| each.edition().has_been_law()) {
            let edition = each.edition_mut();
            let Some(first) = edition.effective_from else { continue };
            if let Some((later, start)) = &next {
                problems.extend(close(edition, later, *start));
            }
            next = Some((edition.id.clone(), first));
        }
        problems.extend(self.all.iter().filter_map(|each| undated(each.edition())));
        problems
    }
}

/// A date that an edition of this status must have and lacks, or an end before the start.
fn undated(edition: &RuleEdition) -> Option<CatalogueProblem> {
    let backwards =
        edition.effective_from.zip(edition.effective_to).is_some_and(|(first, last)| last < first);
    if backwards {
        return Some(header_problem(edition, "effective_to", CatalogueProblemCode::EndsBeforeStart));
    }
    let field = match edition.status {
        EditionStatus::InForce | EditionStatus::Superseded if edition.effective_from.is_none() => {
            "effective_from"
        }
        EditionStatus::Superseded if edition.effective_to.is_none() => "effective_to",
        _ => return None,
    };
    Some(header_problem(edition, field, CatalogueProblemCode::MissingField))
}

/// Ends an open edition on the eve of the next one; an edition that reaches into the next overlaps it.
fn close(edition: &mut RuleEdition, later: &str, start: Date) -> Option<CatalogueProblem> {
    let overlaps =
        edition.effective_from == Some(start) || edition.effective_to.is_some_and(|last| last >= start);
    if overlaps {
        let code = CatalogueProblemCode::EditionsOverlap { other: later.to_owned() };
        return Some(header_problem(edition, "effective_to", code));
    }
    if edition.effective_to.is_none() {
        edition.effective_to = start.yesterday().ok();
    }
    None
}

fn header_problem(edition: &RuleEdition, field: &str, code: CatalogueProblemCode) -> CatalogueProblem {
    CatalogueProblem {
        file: format!("{}/edition.yaml", edition.id),
        line: None,
        item: Some(edition.id.clone()),
        field: Some(field.to_owned()),
        code,
    }
}
