//! The sample clinic, and the first content of a new workspace.

use crate::command::workspace;
use crate::error::CommandResult;
use crate::provision::{self, Account, First};
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::organization::{Access, EntityKind, Function, Organization, Person};
use riskwright_domain::risk::Level;
use riskwright_domain::workspace::{Content, FORMAT};
use riskwright_store::{KdfCost, RecoveryKey, Store};
use secrecy::SecretString;
use std::path::Path;
use uuid::Uuid;

/// The published passphrase of every person of the sample.
pub const PASSPHRASE: &str = "lakeside sample passphrase";

/// Number of the first person of a new workspace.
pub const FIRST_PERSON: &str = "P-001";

const YAML: &str = include_str!("../sample/lakeside.yaml");

/// The exchange file of Lakeside Family Clinic.
#[must_use]
pub fn yaml() -> &'static str {
    YAML
}

/// Its content.
///
/// # Errors
/// `invalid`, which a test excludes.
pub fn content() -> CommandResult<Content> {
    workspace::read(YAML)
}

/// Creates the sample workspace with a slot for each of its people.
///
/// # Errors
/// `exists`, or what the store answers.
pub fn create(folder: &Path) -> CommandResult<(Store, RecoveryKey)> {
    let content = content()?;
    let accounts = accounts(&content, PASSPHRASE);
    let hash = sha256_hex(YAML.as_bytes());
    let first = First { content, command: "workspace::import", imported_from: Some(&hash) };
    provision::create(folder, &accounts, first, KdfCost::standard())
}

/// An account with one passphrase for each person who has a login.
#[must_use]
pub fn accounts(content: &Content, passphrase: &str) -> Vec<Account> {
    content
        .people
        .iter()
        .filter_map(|person| {
            Some(Account {
                person: person.number.clone(),
                name: person.name.clone(),
                login: person.login.clone()?,
                access: person.access.clone(),
                passphrase: SecretString::from(passphrase),
            })
        })
        .collect()
}

/// What a new workspace holds: the organization's name and its security official.
#[must_use]
pub fn first_content(organization: &str, name: &str, login: &str) -> Content {
    let official = Person {
        id: Uuid::nil(),
        number: FIRST_PERSON.into(),
        name: name.to_owned(),
        title: "Security official".to_owned(),
        login: Some(login.to_owned()),
        access: vec![Access::Official],
        function: Function::Administration,
    };
    Content {
        riskwright_exchange: FORMAT,
        organization: empty_organization(organization),
        people: vec![official],
        evidence: Vec::new(),
        assessments: Vec::new(),
        policies: Vec::new(),
        practices: Vec::new(),
        triggers: Vec::new(),
        incidents: Vec::new(),
        frameworks: Vec::new(),
    }
}

fn empty_organization(name: &str) -> Organization {
    Organization {
        id: Uuid::nil(),
        name: name.to_owned(),
        kind: EntityKind::CoveredEntity,
        actor_types: Vec::new(),
        workforce: 1,
        time_zone: jiff::tz::TimeZone::system().iana_name().unwrap_or("America/New_York").to_owned(),
        risk_tolerance: Level::Low,
        no_second_person: false,
        capabilities: String::new(),
        infrastructure: String::new(),
        budget: String::new(),
        size_band: None,
        complexity: Vec::new(),
        patients: None,
        remote_workers: None,
        treatment_budget: None,
        treatment_budget_on: None,
        sites: Vec::new(),
        closings: Vec::new(),
        duties: Vec::new(),
    }
}
