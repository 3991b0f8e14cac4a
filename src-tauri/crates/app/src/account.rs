//! What a login, a passphrase and a person must be like; every wrong field is named at once.

use crate::error::{CommandError, CommandResult, FieldError};
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Access, Person};
use riskwright_store::{Kind, Reader, RevisionFilter, StoreError};
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

/// Shortest passphrase taken, in characters.
pub const SHORTEST_PASSPHRASE: usize = 12;
/// Longest login taken, in characters.
const LONGEST_LOGIN: usize = 64;

/// Wrong fields of one request.
#[derive(Debug, Default)]
pub struct Wrong(Vec<FieldError>);

impl Wrong {
    /// Adds a field.
    pub fn add(&mut self, field: &str, code: &str, message: &str) {
        self.0.push(FieldError::new(field, code, message));
    }

    /// Adds a text that is too short or too long when trimmed.
    pub fn text(&mut self, field: &str, text: &str, least: usize, most: usize) {
        let length = text.trim().chars().count();
        let (code, limit) = if length < least { ("too_short", least) } else { ("too_long", most) };
        if (least..=most).contains(&length) {
            return;
        }
        let bound = if length < least { "or more" } else { "at most" };
        let message = format!("Must have {limit} characters {bound}.");
        self.0.push(FieldError { limit: Some(limit.to_string()), ..FieldError::new(field, code, message) });
    }

    /// Adds a passphrase that is too short.
    pub fn passphrase(&mut self, field: &str, passphrase: &SecretString) {
        let length = passphrase.expose_secret().chars().count();
        if length < SHORTEST_PASSPHRASE {
            let message = format!("Must have {SHORTEST_PASSPHRASE} characters or more.");
            let limit = Some(SHORTEST_PASSPHRASE.to_string());
            self.0.push(FieldError { limit, ..FieldError::new(field, "too_short", message) });
        }
    }

    /// Adds a login that cannot be typed reliably.
    pub fn login(&mut self, field: &str, login: &str) {
        self.text(field, login, 2, LONGEST_LOGIN);
        if login.trim() != login || login.chars().any(char::is_control) {
            self.add(field, "spaces", "Must not begin or end with a space.");
        }
    }

    /// Adds an access that is missing.
    pub fn access(&mut self, field: &str, access: &[Access]) {
        if access.is_empty() {
            self.add(field, "required", "An account needs at least one kind of access.");
        }
    }

    /// All of them as one error, if there are any.
    ///
    /// # Errors
    /// `invalid`.
    pub fn refuse(self, message: &str) -> CommandResult<()> {
        if self.0.is_empty() { Ok(()) } else { Err(CommandError::invalid(message, self.0)) }
    }
}

/// Whether two logins are one to whoever reads them: case and the way of typing do not count.
#[must_use]
pub fn same_login(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Whether a login is somebody else's, now or ever: the trail names people by it.
///
/// # Errors
/// What the store answers.
pub fn is_taken(reader: &Reader<'_>, login: &str, own: Option<&PersonNumber>) -> Result<bool, StoreError> {
    let filter = RevisionFilter { kind: Some(Kind::Person), ..RevisionFilter::default() };
    let others = reader.revisions(&filter)?;
    let bodies = others.iter().filter_map(|one| serde_json::from_str::<Person>(one.body.as_deref()?).ok());
    let mut logins = bodies.filter(|person| Some(&person.number) != own).filter_map(|person| person.login);
    Ok(logins.any(|other| same_login(&other, login)) || same_login(login, riskwright_store::Act::PROGRAM))
}

/// Whether somebody else is security official with an account.
#[must_use]
pub fn has_other_official(people: &[Person], than: &PersonNumber) -> bool {
    let official = |person: &&Person| person.login.is_some() && person.access.contains(&Access::Official);
    people.iter().filter(official).any(|person| person.number != *than)
}

fn folded(login: &str) -> String {
    login.nfkc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_that_look_alike_are_one() {
        assert!(same_login("Dana", "dana"));
        assert!(same_login("re\u{301}mi", "r\u{e9}mi"));
        assert!(!same_login("dana", "dana.w"));
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let mut wrong = Wrong::default();
        wrong.text("name", " ", 2, 120);
        wrong.text("title", &"x".repeat(121), 2, 120);
        wrong.login("account/login", " a");
        wrong.access("account/access", &[]);
        wrong.passphrase("account/passphrase", &"eleven char".to_owned().into());
        let error = wrong.refuse("No.").unwrap_err();
        let named: Vec<(&str, &str)> =
            error.fields.iter().map(|field| (field.field.as_str(), field.code.as_str())).collect();
        assert_eq!(
            named,
            [
                ("name", "too_short"),
                ("title", "too_long"),
                ("account/login", "too_short"),
                ("account/login", "spaces"),
                ("account/access", "required"),
                ("account/passphrase", "too_short"),
            ]
        );
    }
}
