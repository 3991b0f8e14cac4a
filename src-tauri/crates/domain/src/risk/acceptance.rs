//! Who may accept a risk of which level and until when, and by when it is to be planned and treated.
//!
//! The rule asks for measures that are sufficient (45 CFR 164.308(a)(1)(ii)(B)) and sets no times; these are the
//! method's. What a person is told about them does not belong here.

use super::level::Level;
use crate::number::PersonNumber;
use crate::organization::{Access, Organization, Person};
use jiff::Span;
use jiff::civil::Date;

/// A length of time in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Calendar days.
    Days(i32),
    /// Calendar months; the last day of a shorter month counts for the days it lacks.
    Months(i32),
}

/// Calendar days after a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanTimes {
    /// Within which a plan is set.
    pub plan: i32,
    /// Within which it is done.
    pub done: i32,
}

/// Who may accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptor {
    /// A member of the executive alone.
    Executive,
    /// A member of the executive, or whoever owns the risk.
    ExecutiveOrOwner,
    /// A member of the executive or the security official.
    ExecutiveOrOfficial,
}

impl Term {
    /// The last day of the term that begins on a day; the end of the calendar where it reaches beyond.
    #[must_use]
    pub fn after(self, day: Date) -> Date {
        let span = match self {
            Self::Days(days) => Span::new().try_days(days),
            Self::Months(months) => Span::new().try_months(months),
        };
        span.map_or(Date::MAX, |span| day.saturating_add(span))
    }
}

/// The longest time for which a risk of the level may be accepted.
#[must_use]
pub const fn longest(level: Level) -> Term {
    match level {
        Level::VeryHigh => Term::Days(30),
        Level::High => Term::Days(90),
        Level::Moderate | Level::Low | Level::VeryLow => Term::Months(12),
    }
}

/// The last day that an acceptance given on a day may name.
#[must_use]
pub fn latest(level: Level, on: Date) -> Date {
    longest(level).after(on)
}

/// Who may accept a risk of the level.
#[must_use]
pub const fn acceptor(level: Level) -> Acceptor {
    match level {
        Level::VeryHigh => Acceptor::Executive,
        Level::High => Acceptor::ExecutiveOrOwner,
        Level::Moderate | Level::Low | Level::VeryLow => Acceptor::ExecutiveOrOfficial,
    }
}

/// Whether the person may accept a risk of the level and owner on the day.
#[must_use]
pub fn may_accept(
    organization: &Organization,
    person: &Person,
    owner: &PersonNumber,
    level: Level,
    on: Date,
) -> bool {
    let other = match acceptor(level) {
        Acceptor::Executive => false,
        Acceptor::ExecutiveOrOwner => person.number == *owner,
        Acceptor::ExecutiveOrOfficial => organization.has_security_official(person, on),
    };
    other || person.access.contains(&Access::Executive)
}

/// By when a risk of the level is to be planned and treated; Low and Very Low are reviewed yearly.
#[must_use]
pub const fn plan_times(level: Level) -> Option<PlanTimes> {
    match level {
        Level::VeryHigh => Some(PlanTimes { plan: 7, done: 30 }),
        Level::High => Some(PlanTimes { plan: 14, done: 90 }),
        Level::Moderate => Some(PlanTimes { plan: 30, done: 180 }),
        Level::Low | Level::VeryLow => None,
    }
}
