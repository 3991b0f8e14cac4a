//! Timeframes side by side: how long they are and whether two of them speak of the same duty.

use super::subject::Versioned;
use crate::policy::Timeframe;

/// A timeframe and the version it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// The version.
    pub named: Versioned<'a>,
    /// The timeframe.
    pub timeframe: &'a Timeframe,
}

/// The length of a timeframe; lengths of different kinds are never the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Minutes, hours, calendar days and weeks.
    Minutes(i64),
    /// Business days.
    BusinessDays(i64),
    /// Months and years.
    Months(i64),
}

impl Length {
    /// So many minutes at least; a business day counts as a day and a month as 30.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        match self {
            Self::Minutes(count) => count,
            Self::BusinessDays(count) => count.saturating_mul(DAY),
            Self::Months(count) => count.saturating_mul(30 * DAY),
        }
    }
}

const DAY: i64 = 24 * 60;

impl Placed<'_> {
    /// The name on evidence: `POL-25 v1.0 T-03`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.named.name(), self.timeframe.number)
    }

    /// Its length, if the unit is one of the grammar.
    #[must_use]
    pub fn limit(&self) -> Option<Length> {
        let count = self.timeframe.quantity;
        Some(match self.timeframe.unit.trim().to_lowercase().as_str() {
            "minutes" => Length::Minutes(count),
            "hours" => Length::Minutes(count.saturating_mul(60)),
            "calendar days" => Length::Minutes(count.saturating_mul(DAY)),
            "weeks" => Length::Minutes(count.saturating_mul(7 * DAY)),
            "business days" => Length::BusinessDays(count),
            "months" => Length::Months(count),
            "years" => Length::Months(count.saturating_mul(12)),
            _ => return None,
        })
    }

    /// Whether it says by when something must be done.
    #[must_use]
    pub fn is_deadline(&self) -> bool {
        let comparator = self.timeframe.comparator.trim().to_lowercase();
        ["within", "no later than", "not later than"].contains(&comparator.as_str())
    }

    /// The event that starts the clock, for comparison.
    #[must_use]
    pub fn trigger(&self) -> String {
        normal(&self.timeframe.trigger)
    }

    /// Event, action and severity: what two timeframes share that speak of the same duty.
    #[must_use]
    pub fn duty(&self) -> (String, String, Option<String>) {
        (self.trigger(), normal(&self.timeframe.action), self.timeframe.severity.as_deref().map(normal))
    }
}

/// A text without differences of case and space.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
