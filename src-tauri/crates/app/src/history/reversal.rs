//! Taking back one's own acts and doing them again; each is a new revision and an event that names the act.

use super::label::{act_label, record_label};
use crate::command::history::{UndoState, UndoStep, Undone};
use crate::error::{CommandError, CommandResult, ErrorCode, FieldConflict};
use crate::state::Session;
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::audit::{Revision, sha256_hex};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::history::stack::{REDO, UNDO};
use riskwright_domain::history::{Act, Reversal, Stacks, Touched, acts};
use riskwright_domain::policy::PolicyVersion;
use riskwright_domain::workspace::{ProblemCode, problems};
use riskwright_store::{Kind, Reader, Writer};
use std::collections::BTreeSet;

/// Commands whose acts can be taken back: they change content that is being worked on, and nothing else.
const UNDOABLE: [&str; 30] = [
    "risk::save",
    "policy::save_statement",
    "policy::save",
    "practice::judge",
    "practice::save",
    "incident::save",
    "organization::save",
    "evidence::save",
    "threat::decide",
    "threat::save_own",
    "threat::remove_own",
    "threat::add_risks",
    "inventory::save_asset",
    "inventory::remove_asset",
    "inventory::save_flow",
    "inventory::remove_flow",
    "inventory::save_vendor",
    "inventory::remove_vendor",
    "inventory::add_starters",
    "inventory::import",
    "risk::save_facts",
    "risk::treat",
    "risk::finish",
    "risk::close",
    "risk::remove",
    "safeguard::save",
    "safeguard::decide",
    "assessment::answer",
    "assessment::save",
    "assessment::confirm",
];

/// Commands that change a risk only while its assessment is worked on.
const ONLY_WHILE_OPEN: [&str; 3] = ["risk::save_facts", "risk::remove", "threat::add_risks"];

/// The body of a record that is not there.
const ABSENT: &str = "null";

/// Which way an act is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Taken back.
    Back,
    /// Done again.
    Again,
}

/// Whether acts of a command can be taken back.
#[must_use]
pub fn undoable(command: &str) -> bool {
    UNDOABLE.contains(&command)
}

/// What the person can take back and do again.
///
/// # Errors
/// What the store answers.
pub fn state(session: &Session) -> CommandResult<UndoState> {
    let stacks = session.store.read(|reader| stacks(reader, &session.login))?;
    Ok(UndoState { undo: stacks.done.last().map(step), redo: stacks.undone.last().map(step) })
}

/// Takes the person's last act back, or does again what was taken back last.
///
/// # Errors
/// `nothing_to_undo`; `frozen`; `conflict` naming who changed a record since; what the store answers.
pub fn turn(session: &mut Session, way: Way) -> CommandResult<Undone> {
    let login = session.login.clone();
    let command = match way {
        Way::Back => UNDO,
        Way::Again => REDO,
    };
    let step = session.write(command, |writer| {
        let mut stacks = stacks(writer, &login)?;
        let act = match way {
            Way::Back => stacks.done.pop(),
            Way::Again => stacks.undone.pop(),
        };
        let act = act.ok_or_else(|| nothing(way))?;
        write(writer, &act, way)?;
        writer.event(command, &Reversal { first: act.first, last: act.last })?;
        Ok::<_, CommandError>(step(&act))
    })?;
    Ok(Undone { step, state: state(session)? })
}

fn stacks(reader: &Reader<'_>, login: &str) -> CommandResult<Stacks> {
    let mut commands = UNDOABLE.to_vec();
    commands.extend([UNDO, REDO]);
    Ok(Stacks::of(acts(reader.lines_by(login, &commands)?), undoable))
}

fn write(writer: &mut Writer<'_>, act: &Act, way: Way) -> CommandResult<()> {
    let mut looked_at = BTreeSet::new();
    for touched in &act.touched {
        let (kind, id) = (kind_of(touched)?, touched.record.id.as_str());
        // What belongs to one assessment is open or closed together.
        let owner = if kind == Kind::PolicyVersion { Some(id) } else { id.split('/').next() };
        if looked_at.insert((kind, owner)) {
            refuse_frozen(writer, kind, id, &act.command)?;
        }
    }
    let dangling = dangling(writer)?;
    let mut order: Vec<&Touched> = act.touched.iter().collect();
    if way == Way::Back {
        order.reverse();
    }
    for touched in order {
        write_one(writer, act, touched, way)?;
    }
    refuse_dangling(writer, &dangling)
}

/// References that lead nowhere, by place and value.
fn dangling(reader: &Reader<'_>) -> CommandResult<BTreeSet<(String, String)>> {
    let content = riskwright_store::content::load(reader)?;
    let found = problems(&content, Catalogue::embedded()).into_iter();
    let unknown = found.filter(|problem| problem.code == ProblemCode::UnknownReference);
    // Places in a list move when a record goes; the value tells what is named.
    let field = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    Ok(unknown.map(|problem| (field(&problem.path), problem.value)).collect())
}

/// What others name since stays.
fn refuse_dangling(reader: &Reader<'_>, before: &BTreeSet<(String, String)>) -> CommandResult<()> {
    let now = dangling(reader)?;
    let named: BTreeSet<&str> = now.difference(before).map(|(_, value)| value.as_str()).collect();
    if named.is_empty() {
        return Ok(());
    }
    let named = named.into_iter().collect::<Vec<_>>().join(", ");
    let message = format!("Other records name {named} since; nothing was changed.");
    Err(CommandError::new(ErrorCode::Conflict, message).hint("Take it out there first."))
}

fn write_one(writer: &mut Writer<'_>, act: &Act, touched: &Touched, way: Way) -> CommandResult<()> {
    let (kind, id) = (kind_of(touched)?, touched.record.id.as_str());
    let before = writer.revision(kind, id, touched.revision - 1)?;
    let after = writer.revision(kind, id, touched.revision)?;
    let (from, to) = match way {
        Way::Back => (after, before),
        Way::Again => (before, after),
    };
    let now = writer.last_revision(kind, id)?;
    if hash(now.as_ref()) != hash(from.as_ref()) {
        return Err(changed_since(touched, now.as_ref()));
    }
    let body = to.map_or_else(|| Some(ABSENT.to_owned()), |line| line.body).ok_or_else(disposed)?;
    Ok(writer.put_body(kind, id, &body, act.first)?)
}

/// A record without a line was never there.
fn hash(line: Option<&Revision>) -> String {
    line.map_or_else(|| sha256_hex(ABSENT.as_bytes()), |line| line.body_hash.clone())
}

fn kind_of(touched: &Touched) -> CommandResult<Kind> {
    let named = |kind: &Kind| kind.name() == touched.record.kind;
    Kind::CURRENT.into_iter().find(named).ok_or_else(|| CommandError::internal("undo-kind"))
}

/// The same rule as the commands have: approved text does not change; a rating does while its register counts.
fn refuse_frozen(reader: &Reader<'_>, kind: Kind, id: &str, command: &str) -> CommandResult<()> {
    match kind {
        Kind::PolicyVersion if is_approved(reader, id)? => {
            Err(frozen("An approved version does not change.", "Begin a new version of the policy."))
        }
        Kind::Risk if ONLY_WHILE_OPEN.contains(&command) && is_closed(reader, id)? => {
            Err(frozen("An assessment in review or approved does not change.", "Begin a new assessment."))
        }
        Kind::Risk if !counts(reader, id)? => {
            Err(frozen("A newer assessment counts now.", "Rate the risk in the newer assessment."))
        }
        Kind::Assessment
        | Kind::Asset
        | Kind::FactorAnswer
        | Kind::ThreatDisposition
        | Kind::SafeguardStatus
        | Kind::AddressableDecision
            if is_closed(reader, id)? =>
        {
            Err(frozen("An assessment in review or approved does not change.", "Begin a new assessment."))
        }
        _ => Ok(()),
    }
}

fn is_approved(reader: &Reader<'_>, id: &str) -> CommandResult<bool> {
    let line = reader.last_revision(Kind::PolicyVersion, id)?;
    let version = line.and_then(|line| serde_json::from_str::<PolicyVersion>(line.body.as_deref()?).ok());
    Ok(version.is_some_and(|version| version.is_frozen()))
}

fn counts(reader: &Reader<'_>, id: &str) -> CommandResult<bool> {
    let content = riskwright_store::content::load(reader)?;
    let at_hand = content.assessment_at_hand().map(|one| one.number.as_str());
    Ok(id.split('/').next() == at_hand)
}

fn is_closed(reader: &Reader<'_>, id: &str) -> CommandResult<bool> {
    let number = id.split('/').next().unwrap_or_default();
    let assessment = reader.assessment(&number.into())?;
    let worked_on =
        |one: &Assessment| matches!(one.status, AssessmentStatus::Draft | AssessmentStatus::InProgress);
    Ok(assessment.is_some_and(|one| !worked_on(&one)))
}

fn step(act: &Act) -> UndoStep {
    let records: Vec<_> = act.touched.iter().map(|one| one.record.clone()).collect();
    let label = act_label(&act.command, &records);
    UndoStep { command: act.command.clone(), records, label, at: act.at }
}

fn nothing(way: Way) -> CommandError {
    let message = match way {
        Way::Back => "There is nothing of yours to take back.",
        Way::Again => "There is nothing to do again.",
    };
    CommandError::new(ErrorCode::NothingToUndo, message)
}

fn frozen(message: &str, hint: &str) -> CommandError {
    CommandError::new(ErrorCode::Frozen, message).hint(hint)
}

fn changed_since(touched: &Touched, now: Option<&Revision>) -> CommandError {
    let name = record_label(&touched.record.kind, &touched.record.id);
    let by = now.map_or("Somebody", |line| line.by.as_str());
    let conflicts = now.map(|line| FieldConflict {
        field: String::new(),
        theirs: None,
        yours: None,
        by: line.by.clone(),
        at: line.recorded_at,
    });
    CommandError {
        conflicts: conflicts.into_iter().collect(),
        ..CommandError::new(
            ErrorCode::Conflict,
            format!("{by} has changed {name} since; nothing was changed."),
        )
        .hint("Change the record as it is now instead.")
    }
}

fn disposed() -> CommandError {
    CommandError::new(ErrorCode::Conflict, "What stood there before was disposed of and cannot be put back.")
        .hint("Change the record as it is now instead.")
}
