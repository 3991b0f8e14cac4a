//! Who does what and when: the line that every revision of one transaction shares.

use jiff::{Timestamp, TimestampRound, Unit};

/// One command as the history names it.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// The command: `risk::save`.
    pub command: &'a str,
    /// Login of the person, or [`Act::PROGRAM`] for what no person asked for.
    pub by: &'a str,
    /// Instant of the command, UTC; kept to the microsecond.
    pub at: Timestamp,
}

impl Act<'_> {
    /// The name in the history for what no person asked for.
    pub const PROGRAM: &'static str = "riskwright";

    /// The instant as the history keeps it: cut to the microsecond, so that a stored instant reads back equal.
    #[must_use]
    pub fn instant(&self) -> Timestamp {
        let cut = TimestampRound::new().smallest(Unit::Microsecond).mode(jiff::RoundMode::Floor);
        self.at.round(cut).unwrap_or(self.at)
    }
}
