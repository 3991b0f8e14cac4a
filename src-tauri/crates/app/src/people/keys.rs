//! How people get in and sign: passphrases, closed accounts, identities from elsewhere.

use super::register::{identified, with_account};
use super::row;
use crate::account::{Wrong, has_other_official};
use crate::command::Empty;
use crate::command::person::{
    ChangePassphrase, ImportIdentity, PersonRow, RemoveAccount, RemovedAccount, ResetPassphrase,
};
use crate::command::workspace::close;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::identity::{self, PrivatePart, own_slot};
use crate::state::{Session, State};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use riskwright_documents::signature;
use riskwright_domain::organization::{Access, CertificateOrigin, Person};
use riskwright_store::SlotChange;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use zeroize::Zeroizing;

/// A new passphrase for whoever asks; the signing identity stays.
///
/// # Errors
/// `wrong_passphrase`, `too_many_tries`, `invalid`.
pub fn change_passphrase(state: &mut State, request: ChangePassphrase) -> CommandResult<Empty> {
    let now = state.clock.now();
    let session = state.session()?;
    let mut wrong = Wrong::default();
    wrong.passphrase("passphrase", &request.passphrase);
    if request.passphrase.expose_secret() == request.current.expose_secret() {
        wrong.add("passphrase", "same", "Must differ from the one that holds now.");
    }
    wrong.refuse("The passphrase cannot be changed yet.")?;
    session.ask_again(&request.current, now)?;
    let slot = own_slot(session, &request.passphrase);
    let body = json!({ "person": session.person.number });
    session.write_with_slots("person::change_passphrase", |writer| {
        writer.event("person::change_passphrase", &body)?;
        Ok(((), vec![SlotChange::Set(slot)]))
    })?;
    Ok(Empty {})
}

/// A new passphrase for somebody else; the identity that the old one sealed is replaced by a new one.
///
/// # Errors
/// `not_found` without an account, `invalid`.
pub fn reset_passphrase(state: &mut State, request: ResetPassphrase) -> CommandResult<PersonRow> {
    let at = state.clock.now();
    let session = state.session()?;
    let person = with_account(session, &request.number)?;
    let mut wrong = Wrong::default();
    wrong.passphrase("passphrase", &request.passphrase);
    if person.number == session.person.number {
        wrong.add("number", "own", "Change your own passphrase with the one that holds now.");
    }
    wrong.refuse("The passphrase cannot be set yet.")?;
    let authority = session.authority(at)?;
    session.write_with_slots("person::reset_passphrase", |writer| {
        writer.event("person::reset_passphrase", &json!({ "person": person.number }))?;
        Ok(((), identified(writer, &person, request.passphrase, &authority, at)?))
    })?;
    session.record_certificates()?;
    row(session, &request.number)
}

/// Closes an account: login and access go, the person stays; on wish everything is encrypted anew.
///
/// # Errors
/// `not_found` without an account, `invalid`, `wrong_passphrase`, `busy` where somebody else has the workspace open
/// and everything is to be encrypted anew.
pub fn remove_account(state: &mut State, request: RemoveAccount) -> CommandResult<RemovedAccount> {
    let now = state.clock.now();
    let session = state.session()?;
    let person = with_account(session, &request.number)?;
    let own = person.number == session.person.number;
    refuse_removal(session, &person, &request)?;
    let recovery_key = match request.passphrase.as_ref().filter(|_| request.new_data_key) {
        Some(passphrase) => {
            session.ask_again(passphrase, now)?;
            Some(new_data_key(state, passphrase)?)
        }
        None => None,
    };
    let session = state.session()?;
    let to_reset = if recovery_key.is_some() { others(session, &person)? } else { Vec::new() };
    record_removal(session, &person, recovery_key.is_some())?;
    let person = row(session, &request.number)?;
    if own {
        close(state, Empty {})?;
    }
    Ok(RemovedAccount { person, recovery_key, to_reset })
}

/// Takes a signing identity from a PKCS#12 file (RFC 7292) into the own slot.
///
/// # Errors
/// `invalid`, `wrong_passphrase`, `forbidden` for somebody who only audits, `signature` for an identity that cannot
/// sign here.
pub fn import_identity(state: &mut State, request: ImportIdentity) -> CommandResult<PersonRow> {
    let now = state.clock.now();
    let session = state.session()?;
    if session.person.access.iter().all(|access| *access == Access::Auditor) {
        return Err(CommandError::new(ErrorCode::Forbidden, "Whoever only audits signs nothing here.")
            .hint("Ask the security official to change your access."));
    }
    session.ask_again(&request.passphrase, now)?;
    let file =
        STANDARD.decode(request.pkcs12.expose_secret()).map(Zeroizing::new).map_err(|_| not_base64())?;
    let identity = signature::import(&file, request.pkcs12_passphrase.expose_secret())?;
    identity::refuse_unusable(&identity, now)?;
    let number = session.person.number.clone();
    let certificate =
        identity::record(identity.certificate(), Some(number.clone()), CertificateOrigin::Imported)?;
    let part = match &session.private {
        Some(bytes) => PrivatePart::read(bytes.expose_secret())?.with_imported(&identity),
        None => PrivatePart::imported(&identity),
    };
    let before = session.private.replace(part.sealed()?);
    let slot = own_slot(session, &request.passphrase);
    let body = json!({ "person": number, "certificate": certificate.fingerprint });
    let written = session.write_with_slots("person::import_identity", |writer| {
        writer.put_certificate(&certificate)?;
        writer.event("person::import_identity", &body)?;
        Ok(((), vec![SlotChange::Set(slot)]))
    });
    if let Err(error) = written {
        session.private = before;
        return Err(error);
    }
    row(session, &number)
}

fn refuse_removal(session: &mut Session, person: &Person, request: &RemoveAccount) -> CommandResult<()> {
    let own = person.number == session.person.number;
    let last = !has_other_official(&session.content()?.people, &person.number);
    let mut wrong = Wrong::default();
    if last {
        wrong.add("number", "last_official", "The workspace needs a security official: name another first.");
    }
    if own && request.new_data_key {
        wrong.add("new_data_key", "own", "Somebody who keeps the own account must do this.");
    }
    if request.new_data_key && request.passphrase.is_none() {
        wrong.add("passphrase", "required", "Your passphrase is needed: your account is sealed anew.");
    }
    wrong.refuse("The account cannot be closed yet.")
}

/// Where encrypting anew stopped half-way the workspace is closed: opening it again finishes or undoes it.
fn new_data_key(state: &mut State, passphrase: &SecretString) -> CommandResult<String> {
    let session = state.session()?;
    let slot = own_slot(session, passphrase);
    let outcome = session.store.new_data_key(&[slot]);
    if outcome.is_err() && session.store.read(|reader| reader.head()).is_err() {
        state.session = None;
    }
    Ok(outcome?.text().expose_secret().to_owned())
}

fn others(session: &mut Session, removed: &Person) -> CommandResult<Vec<String>> {
    let own = session.person.number.clone();
    let others = session.content()?.people.iter();
    let others = others.filter(|person| person.number != own && person.number != removed.number);
    Ok(others.filter_map(|person| person.login.clone()).collect())
}

fn record_removal(session: &mut Session, person: &Person, new_data_key: bool) -> CommandResult<()> {
    let closed = Person { login: None, access: Vec::new(), ..person.clone() };
    let body = json!({ "person": person.number, "login": person.login, "new_data_key": new_data_key });
    session.write_with_slots("person::remove_account", |writer| {
        writer.put_person(&closed)?;
        writer.event("person::remove_account", &body)?;
        Ok(((), vec![SlotChange::Remove(closed.number)]))
    })
}

fn not_base64() -> CommandError {
    let mut wrong = Wrong::default();
    wrong.add("pkcs12", "malformed", "Not base64.");
    wrong.refuse("The file cannot be read.").err().unwrap_or_else(|| CommandError::internal("base64"))
}
