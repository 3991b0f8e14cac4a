//! New workspaces: folder, keys, signing identities and first content, in one go or not at all.

use crate::error::CommandResult;
use crate::identity::{self, new_authority};
use crate::seal;
use jiff::Timestamp;
use riskwright_documents::signature::Authority;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Access, Certificate};
use riskwright_domain::workspace::Content;
use riskwright_store::{Act, CreatePlan, KdfCost, RecoveryKey, SlotPlan, Store};
use secrecy::SecretString;
use std::path::Path;
use uuid::Uuid;

pub use crate::identity::PrivatePart;

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
    let authority = new_authority(&content.organization.name, at)?;
    let (slots, certificates) = issued(&authority, accounts, at)?;
    let by = accounts.first().map_or(Act::PROGRAM, |account| account.login.as_str());
    let plan = CreatePlan { workspace: Uuid::now_v7(), slots, cost, at };
    let (mut store, recovery) = Store::create(folder, &plan)?;
    let act = Act { command: first.command, by, at };
    store.write(&act, |writer| -> CommandResult<()> {
        riskwright_store::content::save(writer, &content, first.imported_from)?;
        for certificate in &certificates {
            writer.put_certificate(certificate)?;
        }
        Ok(())
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
    seal::bind_approvals(&mut content);
    Ok(content)
}

fn issued(
    authority: &Authority,
    accounts: &[Account],
    at: Timestamp,
) -> CommandResult<(Vec<SlotPlan>, Vec<Certificate>)> {
    let mut certificates = vec![identity::of_authority(authority.certificate())?];
    let mut slots = Vec::new();
    for account in accounts {
        let issued = identity::issue(account, authority, at)?;
        certificates.push(issued.certificate);
        slots.push(issued.slot);
    }
    Ok((slots, certificates))
}
