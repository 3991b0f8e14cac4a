//! The content as it was known at an instant, for whoever asks what was known then.

use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::state::Session;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use riskwright_domain::workspace::Content;
use riskwright_store::StoreError;
use riskwright_store::content::{ContentThen, load_known_at};
use std::borrow::Cow;

impl Session {
    /// The content as it was recorded by an instant, or the current one.
    ///
    /// # Errors
    /// `not_found` before anything was recorded; else what the store answers.
    pub fn known(&mut self, at: Option<Timestamp>) -> CommandResult<Cow<'_, Content>> {
        match at {
            Some(at) => Ok(Cow::Owned(self.content_then(at)?.content)),
            None => Ok(Cow::Borrowed(self.content()?)),
        }
    }

    /// The content as it was recorded by an instant, with when each record was.
    ///
    /// # Errors
    /// As [`Self::known`].
    pub fn content_then(&self, at: Timestamp) -> CommandResult<ContentThen> {
        self.store.read(|reader| load_known_at(reader, at)).map_err(|error| match error {
            StoreError::Empty => CommandError::new(ErrorCode::NotFound, "Nothing was recorded by then.")
                .hint("Choose a later instant; the first line of the trail says when the record begins."),
            other => other.into(),
        })
    }
}

/// The organization's time zone; UTC where it is unknown.
#[must_use]
pub fn zone(content: &Content) -> TimeZone {
    TimeZone::get(&content.organization.time_zone).unwrap_or(TimeZone::UTC)
}

/// A day as sentences write it: `3 March 2027`.
#[must_use]
pub fn day_in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
