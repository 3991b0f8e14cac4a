//! The flow of Riskwright as pure data and functions: the law, an assessment, risks, policies, practices.
//!
//! Invariant: nothing here reads a file, a clock, a database or a random source. Dates and ids are
//! arguments, so the same arguments always give the same answer. One module per word of the glossary.

pub mod approval;
pub mod assessment;
pub mod audit;
pub mod catalogue;
pub mod framework;
pub mod history;
pub mod incident;
mod line;
pub mod number;
pub mod organization;
pub mod phi;
pub mod policy;
pub mod practice;
pub mod retention;
pub mod risk;
mod serde_skip;
mod text;
pub mod trigger;
pub mod workspace;
