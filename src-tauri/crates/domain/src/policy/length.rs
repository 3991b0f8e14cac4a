//! Timeframes side by side: how long they are, whether two speak of the same duty, whether phases follow each other.

use super::{Phase, Timeframe};
use std::collections::BTreeMap;

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

impl Timeframe {
    /// Its length, if the unit is one of the grammar.
    #[must_use]
    pub fn length(&self) -> Option<Length> {
        let count = self.quantity;
        Some(match self.unit.trim().to_lowercase().as_str() {
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
        let comparator = self.comparator.trim().to_lowercase();
        ["within", "no later than", "not later than"].contains(&comparator.as_str())
    }

    /// Event, action and severity: what two timeframes share that speak of the same duty.
    #[must_use]
    pub fn duty(&self) -> (String, String, Option<String>) {
        (normal(&self.trigger), normal(&self.action), self.severity.as_deref().map(normal))
    }
}

/// The places of two timeframes of which the first, of an earlier phase, ends after the second, for the same severity
/// and event; by the shortest deadline of each phase.
#[must_use]
pub fn out_of_order(rows: &[&Timeframe]) -> Option<(usize, usize)> {
    let deadlines =
        rows.iter().enumerate().filter(|(_, row)| row.is_deadline() && row.phase != Phase::Govern);
    let mut clocks: BTreeMap<(Option<&str>, String), BTreeMap<Phase, usize>> = BTreeMap::new();
    for (at, row) in deadlines {
        let key = (row.severity.as_deref(), normal(&row.trigger));
        let shortest = clocks.entry(key).or_default().entry(row.phase).or_insert(at);
        if minutes(rows, at) < minutes(rows, *shortest) {
            *shortest = at;
        }
    }
    clocks.values().find_map(|phases| {
        let mut following = phases.values().zip(phases.values().skip(1));
        let (earlier, later) = following.find(|(one, next)| minutes(rows, **one) > minutes(rows, **next))?;
        Some((*earlier, *later))
    })
}

fn minutes(rows: &[&Timeframe], at: usize) -> i64 {
    rows.get(at).and_then(|row| row.length()).map_or(i64::MAX, Length::minutes)
}

/// A text without differences of case and space.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
