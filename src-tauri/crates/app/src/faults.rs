//! The wrong fields of a request, gathered until all are known.

use crate::error::{CommandError, CommandResult, FieldError};

/// Fewest characters of a reason that says something.
pub const REASON: usize = 20;

/// Longest text of one field that people write, in characters.
pub const LONGEST: usize = 10_000;

/// Wrong fields, in the order in which they were looked at.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldError>);

impl Faults {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field unless it is as it must be.
    pub fn unless(&mut self, good: bool, field: &str, code: &str, message: impl Into<String>) {
        if !good {
            self.0.push(FieldError::new(field, code, message));
        }
    }

    /// Adds a text that, without the space around it, has fewer characters or more than it may have.
    pub fn length(&mut self, field: &str, text: &str, least: usize, most: usize) {
        let length = text.trim().chars().count();
        let (code, limit, message) = if length < least {
            ("too_short", least, format!("Write {least} characters or more."))
        } else if length > most {
            ("too_long", most, format!("Write {most} characters or fewer; these are {length}."))
        } else {
            return;
        };
        self.0.push(FieldError { limit: Some(limit.to_string()), ..FieldError::new(field, code, message) });
    }

    /// Adds each name of a list that is unknown.
    pub fn known<T: AsRef<str>>(
        &mut self,
        field: &str,
        names: impl IntoIterator<Item = T>,
        is_known: impl Fn(&str) -> bool,
    ) {
        for name in names {
            let name = name.as_ref();
            let message = format!("There is no {name:?} to name here.");
            self.unless(is_known(name), field, "unknown_reference", message);
        }
    }

    /// The fields found so far.
    #[must_use]
    pub fn into_fields(self) -> Vec<FieldError> {
        self.0
    }

    /// Refuses the request where any field is wrong.
    ///
    /// # Errors
    /// `invalid` with every wrong field.
    pub fn refuse(self, message: &str) -> CommandResult<()> {
        if self.0.is_empty() { Ok(()) } else { Err(CommandError::invalid(message, self.0)) }
    }
}
