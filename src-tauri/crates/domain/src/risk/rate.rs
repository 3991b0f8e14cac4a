//! From likelihoods and impacts to a level of risk, by look-up in NIST SP 800-30 Rev. 1, Tables G-5 and I-2.
//! What a risk is, who owns it and how it is treated belongs to `risk`.

mod request;
mod stage;

pub use request::{RateError, RateProblem, rate_request};
pub use stage::{StageProblem, StageValue, Stages, check_stages, check_submission};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::level::Level;
use super::level::Level::{High as H, Low as L, Moderate as M, VeryHigh as VH, VeryLow as VL};

/// A row of a table, by column from very low to very high.
type Row = [Level; 5];

/// Harm to confidentiality, integrity and availability of the ePHI, each rated by Table H-3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct CiaImpact {
    /// Confidentiality.
    pub c: Level,
    /// Integrity.
    pub i: Level,
    /// Availability.
    pub a: Level,
}

/// The result of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS)]
pub struct Rating {
    /// Overall likelihood (Table G-5).
    pub likelihood: Level,
    /// The highest of the three impacts.
    pub impact: Level,
    /// Level of risk (Table I-2).
    pub level: Level,
    /// 0–100, orders risks inside one level and never changes it; a product choice, not NIST's.
    pub rank_score: u8,
}

/// Rates a risk: likelihood by G-5, impact the highest of the three, level by I-2.
#[must_use]
pub fn rate(initiation: Level, adverse: Level, impact: CiaImpact) -> Rating {
    let likelihood = overall_likelihood(initiation, adverse);
    let impact = impact.highest();
    Rating {
        likelihood,
        impact,
        level: risk_level(likelihood, impact),
        rank_score: likelihood.value_0_10() * impact.value_0_10(),
    }
}

/// Overall likelihood (Table G-5) from the likelihood of initiation or occurrence and that of adverse impact.
#[must_use]
pub const fn overall_likelihood(initiation: Level, adverse: Level) -> Level {
    let row = match initiation {
        VH => [L, M, H, VH, VH],
        H => [L, M, M, H, VH],
        M => [L, L, M, M, H],
        L => [VL, L, L, M, M],
        VL => [VL, VL, L, L, L],
    };
    column(row, adverse)
}

/// Level of risk (Table I-2) from overall likelihood and impact.
#[must_use]
pub const fn risk_level(likelihood: Level, impact: Level) -> Level {
    let row = match likelihood {
        VH | H => [VL, L, M, H, VH],
        M => [VL, L, M, M, H],
        L => [VL, L, L, L, M],
        VL => [VL, VL, VL, L, L],
    };
    column(row, impact)
}

impl CiaImpact {
    /// The impact that counts: the highest of the three.
    #[must_use]
    pub fn highest(self) -> Level {
        self.c.max(self.i).max(self.a)
    }
}

const fn column(row: Row, level: Level) -> Level {
    let [very_low, low, moderate, high, very_high] = row;
    match level {
        VL => very_low,
        L => low,
        M => moderate,
        H => high,
        VH => very_high,
    }
}
