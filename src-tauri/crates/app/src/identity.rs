//! Signing identities: issued by the organization's authority, or imported, and kept in the slots of their holders.

mod part;

pub use part::PrivatePart;

use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::provision::Account;
use crate::state::Session;
use jiff::{Timestamp, ToSpan};
use riskwright_documents::signature::{Authority, Identity, Validity, describe};
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Access, Certificate, CertificateOrigin};
use riskwright_store::SlotPlan;
use secrecy::{ExposeSecret, SecretSlice};

/// Years that the authority of an organization is valid.
const AUTHORITY_YEARS: i64 = 10;
/// Years that an identity made here is valid.
const IDENTITY_YEARS: i64 = 3;

/// A new identity: the slot that holds it, and its public half for the register.
pub struct Issued {
    /// The slot.
    pub slot: SlotPlan,
    /// The register's record.
    pub certificate: Certificate,
}

/// Makes an identity for an account; an official's slot holds the authority too.
///
/// # Errors
/// `signature`, or without randomness.
pub fn issue(account: &Account, authority: &Authority, at: Timestamp) -> CommandResult<Issued> {
    let identity = authority.issue(&account.name, validity(at, IDENTITY_YEARS), &serial()?)?;
    let official = account.access.contains(&Access::Official);
    let part = PrivatePart::made(&identity, authority, official);
    let slot = SlotPlan {
        person: account.person.clone(),
        login: account.login.clone(),
        passphrase: account.passphrase.clone(),
        private: Some(part.sealed()?),
    };
    let holder = Some(account.person.clone());
    let certificate = record(identity.certificate(), holder, CertificateOrigin::Made)?;
    Ok(Issued { slot, certificate })
}

/// Makes the authority of an organization.
///
/// # Errors
/// `signature`, or without randomness.
pub fn new_authority(organization: &str, at: Timestamp) -> CommandResult<Authority> {
    Ok(Authority::create(organization, validity(at, AUTHORITY_YEARS), &serial()?)?)
}

/// The register's record of an authority.
///
/// # Errors
/// `signature` if the certificate cannot be read.
pub fn of_authority(certificate: &[u8]) -> CommandResult<Certificate> {
    record(certificate, None, CertificateOrigin::Made)
}

/// The register's record of a certificate (DER).
///
/// # Errors
/// `signature` if it cannot be read.
pub fn record(
    der: &[u8],
    holder: Option<PersonNumber>,
    origin: CertificateOrigin,
) -> CommandResult<Certificate> {
    let facts = describe(der)?;
    let day = |at: Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
    Ok(Certificate {
        fingerprint: sha256_hex(der),
        holder,
        subject: facts.subject,
        issuer: facts.issuer,
        valid_from: day(facts.valid_from),
        valid_until: day(facts.valid_until),
        origin,
        der: hex::encode(der),
    })
}

/// Refuses an identity that cannot sign here at an instant.
///
/// # Errors
/// `signature` saying why.
pub fn refuse_unusable(identity: &Identity, now: Timestamp) -> CommandResult<()> {
    let facts = describe(identity.certificate())?;
    let day = |at: Timestamp| at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let problem = if now > facts.valid_until {
        format!("This certificate ended on {}.", day(facts.valid_until))
    } else if now < facts.valid_from {
        format!("This certificate is not valid before {}.", day(facts.valid_from))
    } else if !facts.may_sign {
        "This certificate does not allow its key to sign documents.".to_owned()
    } else {
        return Ok(());
    };
    Err(CommandError::new(ErrorCode::Signature, problem)
        .hint("Ask whoever issued it for a certificate for signing documents that is valid now."))
}

impl Session {
    /// The authority that issues identities, and whether it is new.
    ///
    /// One that is in nobody's reach, or has ended, is replaced; the new one stays with this session and goes into
    /// the slot with the next change of the passphrase. What the old one signed stays trusted.
    ///
    /// # Errors
    /// `signature`, or what the store answers.
    pub fn authority(&mut self, at: Timestamp) -> CommandResult<Authority> {
        let part = self.private.as_ref().and_then(|bytes| PrivatePart::read(bytes.expose_secret()).ok());
        if let Some(authority) = part.as_ref().and_then(PrivatePart::load_authority)
            && describe(authority.certificate())?.valid_until > at
        {
            return Ok(authority);
        }
        let authority = new_authority(&self.content()?.organization.name, at)?;
        if let Some(part) = part {
            self.private = Some(part.with_authority(&authority).sealed()?);
        }
        Ok(authority)
    }

    /// Records the own certificate and the authority's where they are not yet; and knows all authorities from then.
    ///
    /// # Errors
    /// What the store answers.
    pub fn record_certificates(&mut self) -> CommandResult<()> {
        let mut known = self.store.read(|reader| reader.certificates())?;
        let missing: Vec<Certificate> = self
            .own_certificates()
            .into_iter()
            .filter(|one| known.iter().all(|other| other.fingerprint != one.fingerprint))
            .collect();
        if !missing.is_empty() {
            self.write("workspace::open", |writer| {
                missing.iter().try_for_each(|one| writer.put_certificate(one).map(drop))?;
                Ok(())
            })?;
        }
        known.extend(missing);
        self.trust_in(&known);
        Ok(())
    }

    /// Trusts every recorded authority of the organization, so that what an earlier one issued stays trusted.
    pub fn trust_in(&mut self, certificates: &[Certificate]) {
        let authorities = certificates.iter().filter(|one| one.holder.is_none());
        self.authorities = authorities.filter_map(|one| hex::decode(&one.der).ok()).collect();
    }

    fn own_certificates(&self) -> Vec<Certificate> {
        let Some(part) =
            self.private.as_ref().and_then(|bytes| PrivatePart::read(bytes.expose_secret()).ok())
        else {
            return Vec::new();
        };
        let own = record(part.certificate(), Some(self.person.number.clone()), part.origin());
        let authority = part.authority_certificate().and_then(|der| of_authority(der).ok());
        authority.into_iter().chain(own.ok()).collect()
    }
}

/// The slot of whoever has the workspace open, under a passphrase.
pub fn own_slot(session: &Session, passphrase: &secrecy::SecretString) -> SlotPlan {
    SlotPlan {
        person: session.person.number.clone(),
        login: session.login.clone(),
        passphrase: passphrase.clone(),
        private: session.private.as_ref().map(|bytes| SecretSlice::from(bytes.expose_secret().to_vec())),
    }
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
