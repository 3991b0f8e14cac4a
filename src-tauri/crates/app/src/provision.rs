//! New workspaces: folder, keys, signing identities and first content, in one go or not at all.

use crate::error::{CommandError, CommandResult};
use crate::seal;
use jiff::{Timestamp, ToSpan};
use riskwright_documents::signature::{Authority, Identity, Validity};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::Access;
use riskwright_domain::workspace::Content;
use riskwright_store::{Act, CreatePlan, KdfCost, RecoveryKey, SlotPlan, Store};
use secrecy::{SecretSlice, SecretString};
use serde::{Deserialize, Serialize};
use std::path::Path;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A person who gets a slot.
pub struct Account {
    /// The person.
    pub person: PersonNumber,
    /// Full name, for the certificate.
    pub name: String,
    /// Name for signing in.
    pub login: String,
    /// What the account may do.
    pub access: Vec<Access>,
    /// The passphrase of the slot.
    pub passphrase: SecretString,
}

/// What a person's slot holds beside the data key.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct PrivatePart {
    key: Vec<u8>,
    certificate: Vec<u8>,
    chain: Vec<Vec<u8>>,
    authority_key: Option<Vec<u8>>,
}

impl PrivatePart {
    /// The signing identity.
    ///
    /// # Errors
    /// If the slot's bytes are no identity.
    pub fn identity(bytes: &[u8]) -> CommandResult<Identity> {
        let part: Self = serde_json::from_slice(bytes).map_err(|_| CommandError::internal("identity"))?;
        Ok(Identity::load(&part.key, part.certificate.clone(), part.chain.clone())?)
    }

    /// The certificate (DER) of the organization's authority, which is no secret.
    #[must_use]
    pub fn authority(bytes: &[u8]) -> Option<Vec<u8>> {
        let part: Self = serde_json::from_slice(bytes).ok()?;
        part.chain.last().cloned()
    }
}

/// What a first content is recorded as.
pub struct First<'a> {
    /// The content; records without an identity get one.
    pub content: Content,
    /// The command that brings it.
    pub command: &'a str,
    /// SHA-256 (hex) of the exchange file, if it came from one.
    pub imported_from: Option<&'a str>,
}

/// Creates a workspace with a slot and a signing identity for each account, and its first content.
///
/// # Errors
/// `exists`, or what the store or the templates answer; then there is no workspace.
pub fn create(
    folder: &Path,
    accounts: &[Account],
    first: First<'_>,
    cost: KdfCost,
) -> CommandResult<(Store, RecoveryKey)> {
    let at = Timestamp::now();
    let content = prepared(first.content)?;
    let slots = slots(&content.organization.name, accounts, at)?;
    let by = accounts.first().map_or(Act::PROGRAM, |account| account.login.as_str());
    let plan = CreatePlan { workspace: Uuid::now_v7(), slots, cost, at };
    let (mut store, recovery) = Store::create(folder, &plan)?;
    let act = Act { command: first.command, by, at };
    store.write(&act, |writer| -> CommandResult<()> {
        Ok(riskwright_store::content::save(writer, &content, first.imported_from)?)
    })?;
    Ok((store, recovery))
}

/// Content ready to be stored: every record has an identity, every approved version is sealed.
///
/// # Errors
/// What the templates answer.
pub fn prepared(mut content: Content) -> CommandResult<Content> {
    riskwright_domain::workspace::give_ids(&mut content, Uuid::now_v7);
    seal::seal_approved(Catalogue::embedded(), &mut content)?;
    Ok(content)
}

fn slots(organization: &str, accounts: &[Account], at: Timestamp) -> CommandResult<Vec<SlotPlan>> {
    let authority = Authority::create(organization, validity(at, 10), &serial()?)?;
    accounts.iter().map(|account| slot(account, &authority, at)).collect()
}

fn slot(account: &Account, authority: &Authority, at: Timestamp) -> CommandResult<SlotPlan> {
    let identity = authority.issue(&account.name, validity(at, 3), &serial()?)?;
    let official = account.access.contains(&Access::Official);
    let part = PrivatePart {
        key: identity.key().pkcs8().to_vec(),
        certificate: identity.certificate().to_vec(),
        chain: identity.chain().to_vec(),
        authority_key: official.then(|| authority.key().pkcs8().to_vec()),
    };
    let private = serde_json::to_vec(&part).map_err(|_| CommandError::internal("slot"))?;
    Ok(SlotPlan {
        person: account.person.clone(),
        login: account.login.clone(),
        passphrase: account.passphrase.clone(),
        private: Some(SecretSlice::from(private)),
    })
}

/// Valid from an hour ago, so that a clock that runs a little behind accepts it.
fn validity(at: Timestamp, years: i64) -> Validity {
    let from = at.checked_sub(1.hour()).unwrap_or(at);
    let until = at.checked_add((years * 365 * 24).hours()).unwrap_or(at);
    Validity { from, until }
}

fn serial() -> CommandResult<[u8; 16]> {
    let mut serial = [0_u8; 16];
    getrandom::fill(&mut serial).map_err(|_| CommandError::internal("random"))?;
    serial[0] = serial[0] & 0x7f | 0x40;
    Ok(serial)
}
