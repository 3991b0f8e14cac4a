//! A timeframe with the version it stands in.

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

impl Placed<'_> {
    /// The name on evidence: `POL-25 v1.0 T-03`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.named.name(), self.timeframe.number)
    }
}
