//! The pace of the person who asks, read from that person's own lines of the trail.

use crate::error::CommandResult;
use crate::state::Session;
use jiff::Timestamp;
use riskwright_domain::assessment::carry::ANSWER;
use riskwright_domain::assessment::pace;
use riskwright_domain::number::{AssessmentNumber, QuestionId};

const OF_QUESTIONS: &str = "assessment::answer";
/// Acts that answer a question, in words or in a record.
const ANSWERING: [&str; 9] = [
    OF_QUESTIONS,
    "inventory::save_asset",
    "inventory::save_flow",
    "inventory::save_vendor",
    "threat::decide",
    "risk::save",
    "risk::save_facts",
    "safeguard::save",
    "safeguard::decide",
];

/// Where a person stands in the path.
pub struct Pace {
    /// Minutes that are left.
    pub minutes_left: Option<u32>,
    /// The question answered last.
    pub last: Option<QuestionId>,
}

/// The pace of the person who opened the session, with so many acts open.
///
/// # Errors
/// What the store answers.
pub fn of(session: &Session, number: &AssessmentNumber, open: u32) -> CommandResult<Pace> {
    let lines = session.store.read(|reader| reader.lines_by(&session.login, &ANSWERING))?;
    let instants: Vec<Timestamp> = lines.iter().map(|line| line.recorded_at).collect();
    let prefix = format!("{number}/");
    let mut answers = lines.iter().rev().filter(|line| line.command == OF_QUESTIONS && line.kind == ANSWER);
    let last = answers.find_map(|line| line.id.strip_prefix(&prefix)).map(QuestionId::from);
    Ok(Pace { minutes_left: pace::minutes_left(&instants, open), last })
}
