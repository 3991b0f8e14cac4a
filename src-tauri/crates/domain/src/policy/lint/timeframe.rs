//! A timeframe as the linter found it, and its closed lists of relations and units.
//! A timeframe that a policy keeps as a record is `policy::timeframe`'s.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A time in the text that has quantity, unit and event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FoundTimeframe {
    /// Line of the first word, from 1.
    #[ts(type = "number")]
    pub line: usize,
    /// Column of the first word in Unicode scalar values, from 1.
    #[ts(type = "number")]
    pub column: usize,
    /// The words, with any line break as a space.
    pub text: String,
    /// How it bounds the action.
    pub relation: Relation,
    /// Whole number from 1; 0 only where a count threshold takes its place (`at`).
    #[ts(type = "number")]
    pub quantity: i64,
    /// What the quantity counts.
    pub unit: Unit,
    /// The event that starts the clock.
    pub trigger: String,
    /// ISO 8601 duration, where the unit has one: business days have none.
    pub duration: Option<String>,
}

/// How the time bounds the action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// No later than the time after the event.
    Le,
    /// Again and again, no later than the time after the last performance.
    Every,
    /// All the time from the event on.
    For,
    /// When the time since the event is over.
    After,
    /// At least the time ahead of the event.
    Before,
    /// With the event itself.
    At,
}

/// The units a timeframe may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub enum Unit {
    #[serde(rename = "minutes")]
    Minutes,
    #[serde(rename = "hours")]
    Hours,
    #[serde(rename = "calendar days")]
    CalendarDays,
    #[serde(rename = "business days")]
    BusinessDays,
    #[serde(rename = "weeks")]
    Weeks,
    #[serde(rename = "months")]
    Months,
    #[serde(rename = "years")]
    Years,
}

impl Unit {
    /// Every unit, shortest first.
    pub const ALL: [Self; 7] = [
        Self::Minutes,
        Self::Hours,
        Self::CalendarDays,
        Self::BusinessDays,
        Self::Weeks,
        Self::Months,
        Self::Years,
    ];

    /// The unit in words, as in exchange.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::CalendarDays => "calendar days",
            Self::BusinessDays => "business days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// So many of the unit as an ISO 8601 duration, such as `PT1H` or `P60D`; none for business days.
    #[must_use]
    pub fn duration(self, quantity: i64) -> Option<String> {
        Some(match self {
            Self::Minutes => format!("PT{quantity}M"),
            Self::Hours => format!("PT{quantity}H"),
            Self::CalendarDays => format!("P{quantity}D"),
            Self::Weeks => format!("P{quantity}W"),
            Self::Months => format!("P{quantity}M"),
            Self::Years => format!("P{quantity}Y"),
            Self::BusinessDays => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_serialize_as_their_words_and_all_but_business_days_have_a_duration() {
        for unit in Unit::ALL {
            assert_eq!(serde_json::to_value(unit).unwrap(), unit.words());
            assert_eq!(unit.duration(2).is_none(), unit == Unit::BusinessDays);
        }
        assert_eq!(Unit::Minutes.duration(15).as_deref(), Some("PT15M"));
        assert_eq!(Unit::Months.duration(12).as_deref(), Some("P12M"));
    }
}
