//! Risks: threat, vulnerability, asset and effect, rated by NIST SP 800-30 Rev. 1.
//!
//! A rating is looked up, never typed: see [`rate`].

pub mod acceptance;
pub mod level;
pub mod rate;
pub mod record;
pub mod treatment;

pub use level::Level;
pub use record::{Closing, Control, Likelihoods, Risk, RiskState};
pub use treatment::{Acceptance, FourFactors, MeasureOption, Treatment, TreatmentOption};
