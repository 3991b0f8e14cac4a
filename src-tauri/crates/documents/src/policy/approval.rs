//! What stands around the sealed body: identification, history, approvals, places to sign, the copy itself.

use super::{Printed, Sheet};
use crate::block::{Block, Column, Content, Run, Signer};
use riskwright_domain::approval::Approval;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::policy::{PolicyVersion, Seal, VersionStatus};

/// Name of the author's signature field.
const AUTHOR_FIELD: &str = "author";

/// Name of the signature field of an approval: `approver` for the first, `approver-2` for the second and so on.
fn approver_field(index: usize) -> String {
    if index == 0 { "approver".to_owned() } else { format!("approver-{}", index + 1) }
}

pub fn front_matter(sheet: &Sheet<'_>, seal: &Seal) -> Vec<(&'static str, Content)> {
    let version = sheet.version;
    let day =
        |date: Option<jiff::civil::Date>| date.map_or_else(|| "not set".to_owned(), |date| date.to_string());
    let assessment = sheet.assessment.map_or_else(
        || "none".to_owned(),
        |one| {
            let approved =
                one.approved_on().map_or_else(|| "not approved".to_owned(), |day| format!("approved {day}"));
            format!("{} ({approved})", one.number)
        },
    );
    vec![
        ("Organization", sheet.organization.name.clone().into()),
        ("Policy number", sheet.policy.number.to_string().into()),
        ("Version", format!("{} ({})", version.number, status(version.status)).into()),
        ("Policy owner", sheet.person_with_title(&sheet.policy.owner).into()),
        ("Author", sheet.person_with_title(&version.author).into()),
        ("Effective from", day(version.effective_from).into()),
        ("Next review by", day(version.next_review).into()),
        ("Risk assessment", assessment.into()),
        ("Content hash (SHA-256)", seal.content_hash.clone().into()),
    ]
}

pub fn version_history(sheet: &Sheet<'_>) -> Vec<Block> {
    let rows: Vec<[String; 5]> = sheet
        .policy
        .versions
        .iter()
        .filter(|one| one.is_frozen() || one.number == sheet.version.number)
        .map(|one| {
            let approvers = one
                .approvals
                .iter()
                .map(|approval| sheet.person(&approval.by))
                .collect::<Vec<_>>()
                .join(", ");
            let from = one.effective_from.map_or_else(|| "–".to_owned(), |day| day.to_string());
            [one.number.clone(), from, sheet.person(&one.author), one.change_reason.clone(), approvers]
        })
        .collect();
    let columns = [
        Column::new("Version", 2),
        Column::new("Effective", 3),
        Column::new("Author", 4),
        Column::new("Change and reason", 8),
        Column::new("Approved by", 5),
    ];
    vec![
        Block::heading(1, "version_history", "Version history"),
        Block::table("Versions of this policy", columns, rows),
    ]
}

pub fn approval(sheet: &Sheet<'_>, seal: &Seal) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "approval", "Approval and signatures")];
    let approvals = &sheet.version.approvals;
    if approvals.is_empty() {
        blocks.push(Block::warning("Draft: nobody has approved this version."));
    } else {
        blocks.push(Block::paragraph(vec![
            Run::plain("The persons below approved the content with SHA-256 hash "),
            Run::bold(seal.content_hash.as_str()),
            Run::plain(". Two approvers are a rule of this program; 45 CFR 164.308(a)(2) names the security official."),
        ]));
        let rows: Vec<[String; 4]> = approvals.iter().map(|one| approval_row(sheet, one)).collect();
        let columns = [
            Column::new("Approved by", 5),
            Column::new("Capacity", 4),
            Column::new("Date and record", 5),
            Column::new("Statement", 8),
        ];
        blocks.push(Block::table("Approvals", columns, rows));
    }
    if sheet.organization.no_second_person {
        blocks.push(Block::info("The organization records that it has no second person who could approve; one person approved in both capacities."));
    }
    blocks.push(Block::paragraph(
        "Sign digitally in the fields below, or in ink on the lines beside them. A digital signature states the time of the signer's clock.",
    ));
    blocks.push(Block::signatures(signers(sheet)));
    blocks
}

pub fn about_this_copy(sheet: &Sheet<'_>, seal: &Seal, printed: &Printed<'_>) -> Vec<Block> {
    let head = if printed.head.sequence == 0 {
        "no trail".to_owned()
    } else {
        format!("{} · {}", printed.head.sequence, printed.head.hash)
    };
    vec![
        Block::heading(1, "about_this_copy", "About this copy"),
        Block::key_values([
            ("Content hash", seal.content_hash.clone()),
            ("Template hash", seal.template_hash.clone()),
            ("Audit trail", head),
            ("Rule text", printed.rule_edition.to_owned()),
        ]),
        Block::info(format!(
            "This document states which documentation {} holds for the conditions of 45 CFR 171.203(d). Whether a practice is information blocking is for OIG, CMS and the courts to decide. It is not legal advice. Uncontrolled when printed.",
            sheet.organization.name
        )),
    ]
}

/// A place to sign: its field, whose it is, and in which role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningPlace {
    /// Name of the signature field.
    pub field: String,
    /// Whose place it is; nobody's yet in a draft.
    pub person: Option<PersonNumber>,
    /// Author, or capacity of the approver; both for a person who is both.
    pub role: String,
    /// What the person declares.
    pub statement: String,
}

/// The places to sign of a version: the author's, then each approver's who is somebody else.
#[must_use]
pub fn signing_places(version: &PolicyVersion) -> Vec<SigningPlace> {
    let mut places = vec![author_place(version)];
    let others = version.approvals.iter().filter(|approval| approval.by != version.author);
    places.extend(others.enumerate().map(|(index, approval)| SigningPlace {
        field: approver_field(index),
        person: Some(approval.by.clone()),
        role: approval.capacity.label().to_owned(),
        statement: approval.statement.clone(),
    }));
    if version.approvals.is_empty() {
        places.push(SigningPlace {
            field: approver_field(0),
            person: None,
            role: "Approver".to_owned(),
            statement: "I approve this policy.".to_owned(),
        });
    }
    places
}

fn author_place(version: &PolicyVersion) -> SigningPlace {
    let own: Vec<&Approval> =
        version.approvals.iter().filter(|approval| approval.by == version.author).collect();
    let mut role = "Author".to_owned();
    let mut statement = "I wrote this version on the basis of the risks named in it.".to_owned();
    for approval in own {
        role = format!("{role} and {}", approval.capacity.label().to_lowercase());
        statement = format!("{statement} {}", approval.statement);
    }
    SigningPlace { field: AUTHOR_FIELD.to_owned(), person: Some(version.author.clone()), role, statement }
}

fn signers(sheet: &Sheet<'_>) -> Vec<Signer> {
    signing_places(sheet.version)
        .into_iter()
        .map(|place| Signer {
            field: place.field,
            name: place.person.map(|person| sheet.person(&person)).unwrap_or_default(),
            role: place.role,
            statement: place.statement,
        })
        .collect()
}

fn approval_row(sheet: &Sheet<'_>, one: &Approval) -> [String; 4] {
    let record = one.recorded.as_ref().and_then(|recorded| recorded.imported_from.as_ref());
    let mut when = one.on.to_string();
    if let Some(means) = &one.means {
        when.push_str(&format!("; {}", means.words()));
    }
    if let Some(source) = record {
        when.push_str(&format!("; imported from {}", source.chars().take(16).collect::<String>()));
    }
    [sheet.person_with_title(&one.by), one.capacity.label().to_owned(), when, one.statement.clone()]
}

fn status(status: VersionStatus) -> &'static str {
    match status {
        VersionStatus::Draft => "draft",
        VersionStatus::InReview => "in review",
        VersionStatus::Approved => "approved",
        VersionStatus::Effective => "effective",
        VersionStatus::Superseded => "superseded",
        VersionStatus::Retired => "retired",
        VersionStatus::Archived => "archived",
    }
}
