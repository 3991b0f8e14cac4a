//! The demonstration: the sample workspace, its policies signed by two people, the check's result.

use crate::command::document::{self, WriteDocument};
use crate::command::workspace;
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::provision::PrivatePart;
use crate::sample;
use crate::state::Session;
use jiff::Timestamp;
use riskwright_documents::policy::signing_places;
use riskwright_documents::signature::{Details, Identity, sign};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::practice::check::{Facts, check_with};
use riskwright_domain::workspace::Content;
use riskwright_store::Store;
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What was written.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Demo {
    /// The workspace folder.
    pub workspace: PathBuf,
    /// Signed policies, by number.
    pub policies: Vec<PathBuf>,
    /// The check of every practice, a JSON line each.
    pub check: PathBuf,
}

/// Writes the demonstration into a new or empty folder.
///
/// # Errors
/// `exists` where the folder holds something, or what the steps answer.
pub fn write(folder: &Path) -> CommandResult<Demo> {
    refuse_filled(folder)?;
    fs::create_dir_all(folder.join("policies")).map_err(io)?;
    let path = folder.join("lakeside.riskwright");
    sample::create(&path)?.0.close()?;
    let passphrase = SecretString::from(sample::PASSPHRASE);
    let mut session = workspace::session(&path, &official()?, &passphrase)?;
    let policies = signed_policies(&mut session, &passphrase, &folder.join("policies"))?;
    let check = folder.join("check.json");
    let today = session.today()?;
    fs::write(&check, checks(session.content()?, today)?).map_err(io)?;
    fs::write(folder.join("README.txt"), readme(session.content()?)).map_err(io)?;
    session.store.close()?;
    Ok(Demo { workspace: path, policies, check })
}

/// The check of every practice on a day, a JSON line each.
///
/// # Errors
/// `invalid` for a day before any edition of the rule.
pub fn checks(content: &Content, on: jiff::civil::Date) -> CommandResult<String> {
    let facts = Facts::new(Catalogue::embedded(), content);
    let mut lines = String::new();
    for practice in &content.practices {
        let check = check_with(&facts, practice, on)?;
        lines += &serde_json::to_string(&check).map_err(|_| CommandError::internal("check"))?;
        lines.push('\n');
    }
    Ok(lines)
}

fn signed_policies(
    session: &mut Session,
    passphrase: &SecretString,
    folder: &Path,
) -> CommandResult<Vec<PathBuf>> {
    let today = session.today()?;
    let content = session.content()?.clone();
    let identities = identities(&session.path, &content, passphrase)?;
    let effective = content.policies.iter().filter_map(|policy| Some((policy, policy.in_force_on(today)?)));
    effective
        .map(|(policy, version)| {
            let pdf = signed(session, &identities, policy, version)?;
            let file =
                folder.join(format!("{} {}.pdf", policy.number, policy.title.replace(['/', '\\', ','], "")));
            fs::write(&file, pdf).map_err(io)?;
            Ok(file)
        })
        .collect()
}

fn signed(
    session: &mut Session,
    identities: &BTreeMap<PersonNumber, Identity>,
    policy: &Policy,
    version: &PolicyVersion,
) -> CommandResult<Vec<u8>> {
    let request = WriteDocument { policy: policy.number.clone(), version: Some(version.number.clone()) };
    let mut pdf = document::pdf(session, &request, Timestamp::now())?.pdf;
    for place in signing_places(version) {
        let identity = place.person.as_ref().and_then(|person| identities.get(person));
        let identity = identity
            .ok_or_else(|| CommandError::not_found("signing identity for the place", &place.field))?;
        let details = Details { role: place.role, at: Timestamp::now() };
        pdf = sign(&pdf, &place.field, identity, &details)?;
    }
    Ok(pdf)
}

fn identities(
    path: &Path,
    content: &Content,
    passphrase: &SecretString,
) -> CommandResult<BTreeMap<PersonNumber, Identity>> {
    let mut identities = BTreeMap::new();
    for login in content.people.iter().filter_map(|person| person.login.as_ref()) {
        let opened = Store::open(path, login, passphrase)?;
        if let Some(private) = &opened.private {
            identities.insert(opened.person.clone(), PrivatePart::identity(private.expose_secret())?);
        }
    }
    Ok(identities)
}

fn official() -> CommandResult<String> {
    let content = sample::content()?;
    content
        .people
        .into_iter()
        .find(|person| person.access.contains(&riskwright_domain::organization::Access::Official))
        .and_then(|person| person.login)
        .ok_or_else(|| CommandError::not_found("security official", "in the sample"))
}

fn refuse_filled(folder: &Path) -> CommandResult<()> {
    let filled = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if filled || folder.is_file() {
        return Err(CommandError::new(ErrorCode::Exists, "The folder for the demonstration is not empty.")
            .hint("Name a new or empty folder; nothing is ever overwritten."));
    }
    Ok(())
}

fn readme(content: &Content) -> String {
    let people: Vec<String> = content
        .people
        .iter()
        .filter_map(|person| {
            Some(format!("  {:<20} {}, {}", person.login.as_ref()?, person.name, person.title))
        })
        .collect();
    format!(
        "{name}: a sample workspace. All persons and organizations in it are invented.\n\n\
         lakeside.riskwright/   the workspace, encrypted\n\
         policies/              its effective policies, each signed by two people\n\
         check.json             the Security Exception check of each practice, a line each\n\n\
         Open it with the application or the command line as one of these people:\n\n{people}\n\n\
         Passphrase of each (published, so this workspace protects nothing): {passphrase}\n\n\
         The signatures were made with certificates of the sample's own authority: a reader shows them as\n\
         intact, and the signer as unknown until that authority is trusted.\n\
         Documentation supports conditions; whether a practice is information blocking is for OIG, CMS and the\n\
         courts. This is not legal advice.\n",
        name = content.organization.name,
        people = people.join("\n"),
        passphrase = sample::PASSPHRASE,
    )
}

fn io(error: std::io::Error) -> CommandError {
    crate::store_error::from(&riskwright_store::StoreError::from(error))
}
