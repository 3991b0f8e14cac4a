//! One predicate a criterion, found by id: what the facts say, before a person judges.
//!
//! Each follows the `automatic_check` of its criterion in the data.

mod assessed;
mod case;
mod even;
mod general;
mod policy;
mod related;
mod standards;
mod tailored;
mod times;

use super::finding::Finding;
use super::subject::Subject;
use crate::catalogue::Criterion;
use crate::number::CriterionId;

/// What the facts say about one criterion.
pub type Predicate = fn(&Subject<'_>) -> Finding;

/// Every predicate by criterion id.
pub const PREDICATES: &[(&str, Predicate)] = &[
    ("SE-0-a", general::actor),
    ("SE-0-b", general::is_ehi),
    ("SE-0-1", general::described),
    ("SE-0-2", general::interference),
    ("SE-0-3", general::required_by_law),
    ("SE-0-4", general::at_all_times),
    ("SE-a-1", related::protects),
    ("SE-a-2", related::acts_on_risk),
    ("SE-a-3", related::other_purposes),
    ("SE-a-4", related::decided),
    ("SE-b-1", tailored::specific_risk),
    ("SE-b-2", tailored::scope),
    ("SE-b-3", tailored::ends),
    ("SE-b-4", tailored::proportionate),
    ("SE-b-5", tailored::alternatives),
    ("SE-c-1", even::same_rule),
    ("SE-c-2", even::differentiators),
    ("SE-c-3", even::insiders),
    ("SE-c-4", even::as_written),
    ("SE-c-5", even::trained),
    ("SE-d-1", policy::implements),
    ("SE-d1-1", policy::in_writing),
    ("SE-d1-2", policy::available),
    ("SE-d2-1", assessed::prepared_from),
    ("SE-d2-2", assessed::responds_to_risks),
    ("SE-d2-3", assessed::direct),
    ("SE-d2-4", assessed::refreshed),
    ("SE-d3-1", standards::aligned),
    ("SE-d3-2", standards::explained),
    ("SE-d3-3", standards::applicable),
    ("SE-d4-identify-time", times::identify_time),
    ("SE-d4-identify-param", times::identify_parameter),
    ("SE-d4-respond-time", times::respond_time),
    ("SE-d4-respond-param", times::respond_parameter),
    ("SE-d4-address-time", times::address_time),
    ("SE-d4-address-param", times::address_parameter),
    ("SE-d4-words", times::words),
    ("SE-d4-consistency", times::consistent),
    ("SE-e-0", case::no_policy),
    ("SE-e-1", case::facts_recorded),
    ("SE-e1-1", case::necessary),
    ("SE-e1-2", case::real_risk),
    ("SE-e2-1", case::alternatives),
    ("SE-e2-2", case::no_alternative),
    ("SE-e-3", case::decided),
    ("SE-e-4", case::ends),
];

/// The predicate of a criterion.
#[must_use]
pub fn find(id: &str) -> Option<Predicate> {
    PREDICATES.iter().find(|(known, _)| *known == id).map(|(_, predicate)| *predicate)
}

/// The criteria that no predicate answers, complete; an edition with such a criterion must not be used.
pub fn missing_predicates<'a>(criteria: impl IntoIterator<Item = &'a Criterion>) -> Vec<CriterionId> {
    let missing = criteria.into_iter().filter(|criterion| find(criterion.id.as_str()).is_none());
    missing.map(|criterion| criterion.id.clone()).collect()
}

/// Whether the text says nothing.
/// Length of a text in characters, without the space around it.
fn length(text: &str) -> usize {
    text.trim().chars().count()
}

/// A list in words: `a, b and c`.
fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}
