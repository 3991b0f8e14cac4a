//! Policies: the list, one version in full with live findings, drafts, their way into force and out of it.

mod compare;
mod coverage;
mod draft;
mod elsewhere;
mod form;
mod gate;
mod life;
mod register;

pub use super::{Empty, OnDay};
pub use compare::compare;
pub use coverage::coverage;
pub use draft::{begin, discard, draft, recommend, save};
pub use elsewhere::{approve_by_document, approve_on_paper};
pub use form::*;
pub use gate::gates;
pub use life::{approve, publish, retire, review, send_back, submit};
pub use register::{acknowledge, distribute, end_exception, grant_exception};

use crate::error::{CommandError, CommandResult};
use crate::facts;
use crate::history::{Based, carried_over};
use crate::state::State;
use crate::words;
use jiff::civil::Date;
use riskwright_domain::approval::ApprovalMeans;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::framework::Standards;
use riskwright_domain::number::{PolicyNumber, StatementNumber};
use riskwright_domain::policy::lint::{self, Options};
use riskwright_domain::policy::register::PolicyException;
use riskwright_domain::policy::{Policy, PolicyVersion, VersionStatus};
use riskwright_domain::practice::check::{Facts, ResultState, check_with};
use riskwright_domain::practice::{Basis, Practice};
use riskwright_domain::risk::Level;
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

pub use riskwright_domain::policy::lint::{FindingLevel, Report};

/// All policies.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PolicyList {
    /// Rows by number.
    pub policies: Vec<PolicyRow>,
}

/// A row of the library.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PolicyRow {
    /// Number.
    pub number: PolicyNumber,
    /// Title.
    pub title: String,
    /// Version in force, else the newest.
    pub version: String,
    /// Its status.
    pub status: VersionStatus,
    /// First day in force.
    pub effective_from: Option<Date>,
    /// Day by which it must be reviewed.
    pub next_review: Option<Date>,
    /// Name of the owner.
    pub owner: String,
    /// How many risks its statements answer.
    pub risks: u32,
    /// How many statements it has.
    pub statements: u32,
    /// Whether it may restrict EHI.
    pub may_restrict_ehi: bool,
    /// The least favourable conclusion among the practices that implement it.
    pub check: Option<ResultState>,
}

/// Names a policy and perhaps a version.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PolicyName {
    /// The policy.
    pub number: PolicyNumber,
    /// The version; the one in force if left out.
    #[serde(default)]
    pub version: Option<String>,
}

/// One version of a policy in full.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PolicyDetail {
    /// The row.
    pub row: PolicyRow,
    /// Numbers of all versions, oldest first.
    pub versions: Vec<String>,
    /// The version.
    pub version: PolicyVersion,
    /// Name and title of the author.
    pub author: String,
    /// Approvals in words.
    pub approvals: Vec<ApprovalLine>,
    /// Risks that the statements answer, by number.
    pub risks: BTreeMap<String, LinkedRisk>,
    /// Names of frameworks, by id.
    pub frameworks: BTreeMap<String, String>,
    /// Findings of the linter on statements and timeframes.
    pub findings: Vec<PolicyFinding>,
    /// Practices that implement it.
    pub practices: Vec<LinkedPractice>,
    /// Exceptions that were granted.
    pub exceptions: Vec<PolicyException>,
    /// Revision to name when saving.
    pub revision: i64,
}

/// An approval in words.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ApprovalLine {
    /// Name and title.
    pub name: String,
    /// Capacity.
    pub capacity: String,
    /// Day.
    pub on: Date,
    /// How it was given, if not in the workspace by the person themselves.
    pub means: Option<String>,
    /// SHA-256 (hex) of the file it was imported from.
    pub imported_from: Option<String>,
}

/// A risk as a chip shows it.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct LinkedRisk {
    /// Name of the threat.
    pub name: String,
    /// Its level today; none until it is rated.
    pub level: Option<Level>,
}

/// A finding with its place in the policy.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct PolicyFinding {
    /// `statements` or `timeframes`.
    pub section: String,
    /// Number of the statement or timeframe.
    pub item: String,
    /// The finding.
    pub finding: lint::Finding,
}

/// A practice that implements the policy.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct LinkedPractice {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// The conclusion of its check today.
    pub conclusion: ResultState,
}

/// A text to be linted as normative policy text.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LintRequest {
    /// The text.
    pub text: String,
    /// The roles that the policy names; any noun phrase if left out.
    #[serde(default)]
    pub roles: Option<Vec<String>>,
}

/// A new text for a statement of a draft.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveStatement {
    /// The policy.
    pub policy: PolicyNumber,
    /// The version, a draft.
    pub version: String,
    /// The statement.
    pub statement: StatementNumber,
    /// The whole sentence.
    pub text: String,
    /// The revision this change was based on.
    pub based_on_revision: i64,
}

/// What was saved.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct SavedStatement {
    /// Revision of the version now.
    pub revision: i64,
}

/// Every policy, with the check of the practices that implement it.
///
/// # Errors
/// `invalid` for a day before any edition of the rule.
pub fn list(state: &mut State, request: OnDay) -> CommandResult<PolicyList> {
    let session = state.session()?;
    let today = session.today()?;
    let on = request.on.unwrap_or(today);
    let content = &*session.known(request.known_at)?;
    let facts = facts::of(content);
    let policies = content
        .policies
        .iter()
        .filter_map(|policy| {
            words::version(policy, None, on).ok().map(|version| row(content, &facts, policy, version, on))
        })
        .collect::<CommandResult<_>>()?;
    Ok(PolicyList { policies })
}

/// One version in full.
///
/// # Errors
/// `not_found`.
pub fn get(state: &mut State, name: PolicyName) -> CommandResult<PolicyDetail> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?;
    let policy = words::policy(content, name.number.as_str())?;
    let version = words::version(policy, name.version.as_deref(), today)?;
    let id = format!("{}/{}", policy.number, version.number);
    let facts = facts::of(content);
    let mut detail = PolicyDetail {
        row: row(content, &facts, policy, version, today)?,
        versions: policy.versions.iter().map(|one| one.number.clone()).collect(),
        version: version.clone(),
        author: words::person(content, &version.author),
        approvals: approvals(content, version),
        risks: linked_risks(content, version),
        frameworks: frameworks(content, version),
        findings: findings(version),
        practices: practices(content, &facts, policy, today)?,
        exceptions: policy.exceptions.clone(),
        revision: 0,
    };
    detail.revision = session.store.read(|reader| reader.revision_number(Kind::PolicyVersion, &id))?;
    Ok(detail)
}

/// Lints a text as normative policy text.
///
/// # Errors
/// None of its own.
pub fn lint(_: &mut State, request: LintRequest) -> CommandResult<Report> {
    Ok(lint::lint(&request.text, &Options { roles: request.roles, ..Options::default() }))
}

/// Saves the text of a statement of a draft.
///
/// # Errors
/// `not_found`, `frozen` once approved, `conflict` with both texts where somebody else changed
/// the same statement meanwhile.
pub fn save_statement(state: &mut State, request: SaveStatement) -> CommandResult<SavedStatement> {
    let session = state.session()?;
    let content = session.content()?;
    let policy = words::policy(content, request.policy.as_str())?.number.clone();
    let id = format!("{policy}/{}", request.version);
    let based = Based { kind: Kind::PolicyVersion, id: &id, revision: request.based_on_revision };
    let revision = session.write("policy::save_statement", |writer| {
        let current = writer.policy_version(&policy, &request.version)?;
        let current = current.ok_or_else(|| CommandError::not_found("version", &request.version))?;
        draft::refuse_unchangeable(&current)?;
        let merged = carried_over(writer, &based, |base| with_text(base, &request))?;
        // Approvals are records of their own: the body of the version has none.
        let changed = PolicyVersion { approvals: current.approvals, ..merged };
        writer.put_policy_version(&policy, &changed)?;
        Ok(writer.revision_number(Kind::PolicyVersion, &id)?)
    })?;
    Ok(SavedStatement { revision })
}

fn with_text(mut version: PolicyVersion, request: &SaveStatement) -> CommandResult<PolicyVersion> {
    let statement = version.statements.iter_mut().find(|one| one.number == request.statement);
    let statement = statement.ok_or_else(|| CommandError::not_found("statement", &request.statement))?;
    statement.text.clone_from(&request.text);
    Ok(version)
}

fn findings(version: &PolicyVersion) -> Vec<PolicyFinding> {
    let options = riskwright_domain::policy::gate::options(version);
    let of_statements = version.statements.iter().flat_map(|one| {
        let found = lint::lint(&one.text, &options).findings;
        found.into_iter().map(|finding| ("statements", one.number.to_string(), finding))
    });
    let of_times = version.timeframes.iter().flat_map(|one| {
        one.findings().into_iter().map(|finding| ("timeframes", one.number.to_string(), finding))
    });
    of_statements
        .chain(of_times)
        .map(|(section, item, finding)| PolicyFinding { section: section.to_owned(), item, finding })
        .collect()
}

fn row(
    content: &Content,
    facts: &Facts<'_>,
    policy: &Policy,
    version: &PolicyVersion,
    on: Date,
) -> CommandResult<PolicyRow> {
    let mut risks: Vec<_> =
        version.statements.iter().flat_map(|one| one.risks.iter().map(|link| &link.risk)).collect();
    risks.sort();
    risks.dedup();
    let conclusions = practices(content, facts, policy, on)?;
    Ok(PolicyRow {
        number: policy.number.clone(),
        title: policy.title.clone(),
        version: version.number.clone(),
        status: version.status,
        effective_from: version.effective_from,
        next_review: version.next_review,
        owner: words::person(content, &policy.owner),
        risks: u32::try_from(risks.len()).unwrap_or(u32::MAX),
        statements: u32::try_from(version.statements.len()).unwrap_or(u32::MAX),
        may_restrict_ehi: policy.may_restrict_ehi,
        check: conclusions.iter().map(|one| one.conclusion).min(),
    })
}

fn practices(
    content: &Content,
    facts: &Facts<'_>,
    policy: &Policy,
    on: Date,
) -> CommandResult<Vec<LinkedPractice>> {
    let implements = |practice: &&Practice| matches!(&practice.basis, Some(Basis::Policy(basis)) if basis.policy == policy.number);
    content
        .practices
        .iter()
        .filter(implements)
        .map(|practice| {
            let check = check_with(facts, practice, on)?;
            Ok(LinkedPractice {
                number: practice.number.to_string(),
                title: practice.title.clone(),
                conclusion: check.conclusion,
            })
        })
        .collect()
}

fn linked_risks(content: &Content, version: &PolicyVersion) -> BTreeMap<String, LinkedRisk> {
    version
        .statements
        .iter()
        .flat_map(|one| &one.risks)
        .filter_map(|link| words::risk(content, &link.risk).ok())
        .map(|risk| {
            let linked = LinkedRisk { name: words::threat(content, &risk.threat), level: risk.level() };
            (risk.number.to_string(), linked)
        })
        .collect()
}

fn frameworks(content: &Content, version: &PolicyVersion) -> BTreeMap<String, String> {
    let standards = Standards::of(Catalogue::embedded(), content);
    version
        .statements
        .iter()
        .flat_map(|one| &one.alignments)
        .filter_map(|one| Some((one.framework.to_string(), standards.name(one.framework.as_str())?)))
        .collect()
}

fn approvals(content: &Content, version: &PolicyVersion) -> Vec<ApprovalLine> {
    version
        .approvals
        .iter()
        .map(|one| ApprovalLine {
            name: words::person(content, &one.by),
            capacity: one.capacity.label().to_owned(),
            on: one.on,
            means: one.means.as_ref().map(ApprovalMeans::words),
            imported_from: one.recorded.as_ref().and_then(|recorded| recorded.imported_from.clone()),
        })
        .collect()
}
