//! The five-step scale shared by likelihood, impact and risk: NIST SP 800-30 Rev. 1, Tables G-2 to G-5, H-3, I-2, I-3.
//! How two levels make a third belongs to `rate`.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of the scale, lowest first, so that levels compare.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Highly unlikely, or negligible harm.
    VeryLow,
    /// Unlikely, or limited harm.
    Low,
    /// Somewhat likely, or serious harm.
    Moderate,
    /// Highly likely, or one severe or catastrophic effect.
    High,
    /// Almost certain, or several severe or catastrophic effects.
    VeryHigh,
}

/// A number that lies outside the 0–100 scale, or is no number at all.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{value} is outside 0 to 100")]
pub struct OutsideScale {
    /// The number as given.
    pub value: f64,
}

/// A word that names no level.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{word:?} names no level")]
pub struct UnknownLevel {
    /// The word as given.
    pub word: String,
}

impl Level {
    /// Place on the scale: 0 for very low to 4 for very high.
    #[must_use]
    pub const fn rank(self) -> usize {
        match self {
            Self::VeryLow => 0,
            Self::Low => 1,
            Self::Moderate => 2,
            Self::High => 3,
            Self::VeryHigh => 4,
        }
    }

    /// Every level, lowest first.
    pub const ALL: [Self; 5] = [Self::VeryLow, Self::Low, Self::Moderate, Self::High, Self::VeryHigh];

    /// The level of a number from 0 to 100.
    ///
    /// The tables print whole-number bands with gaps; reading their lower bounds (5, 21, 80, 96) closes the gaps, so
    /// 79.5 is moderate and 20.9 is low.
    pub fn from_0_100(value: f64) -> Result<Self, OutsideScale> {
        if !(0.0..=100.0).contains(&value) {
            return Err(OutsideScale { value });
        }
        let level = Self::ALL.into_iter().rev().find(|level| value >= f64::from(level.lower_bound()));
        Ok(level.unwrap_or(Self::VeryLow))
    }

    /// The semi-quantitative value on the 0–10 scale: 0, 2, 5, 8 or 10.
    #[must_use]
    pub const fn value_0_10(self) -> u8 {
        match self {
            Self::VeryLow => 0,
            Self::Low => 2,
            Self::Moderate => 5,
            Self::High => 8,
            Self::VeryHigh => 10,
        }
    }

    /// The smallest number of this level's band on the 0–100 scale.
    #[must_use]
    pub const fn lower_bound(self) -> u8 {
        match self {
            Self::VeryLow => 0,
            Self::Low => 5,
            Self::Moderate => 21,
            Self::High => 80,
            Self::VeryHigh => 96,
        }
    }

    /// The word used in exchange: `very_low` to `very_high`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::VeryLow => "very_low",
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::VeryLow => "Very low",
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::VeryHigh => "Very high",
        })
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let level = Self::ALL.into_iter().find(|level| level.word() == word);
        level.ok_or_else(|| UnknownLevel { word: word.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_lower_bounds() {
        let cases = [
            (0.0, Level::VeryLow),
            (4.99, Level::VeryLow),
            (5.0, Level::Low),
            (20.9, Level::Low),
            (21.0, Level::Moderate),
            (79.5, Level::Moderate),
            (80.0, Level::High),
            (95.999, Level::High),
            (96.0, Level::VeryHigh),
            (100.0, Level::VeryHigh),
        ];
        for (value, level) in cases {
            assert_eq!(Level::from_0_100(value), Ok(level), "{value}");
        }
    }

    #[test]
    fn numbers_outside_the_scale_are_refused() {
        for value in [-1.0, -0.001, 100.001, 101.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            assert!(Level::from_0_100(value).is_err(), "{value}");
        }
    }

    #[test]
    fn words_agree_with_exchange_form_and_order() {
        for pair in Level::ALL.windows(2) {
            assert!(pair[0] < pair[1] && pair[0].value_0_10() < pair[1].value_0_10());
        }
        for level in Level::ALL {
            assert_eq!(serde_json::to_value(level).unwrap(), level.word());
            assert_eq!(level.word().parse(), Ok(level));
        }
        assert_eq!(Level::VeryHigh.to_string(), "Very high");
        assert!("medium".parse::<Level>().is_err());
    }
}
