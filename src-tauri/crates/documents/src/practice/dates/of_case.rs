//! Path (e): the evidence, the ratings and the determination, and how long after the decision it was written down.

use super::{Step, rating};
use crate::block::Block;
use crate::practice::order::{Earlier, Order};
use crate::practice::sheet::PracticeSheet;
use crate::practice::words;
use jiff::Timestamp;
use riskwright_domain::number::EvidenceNumber;
use riskwright_domain::practice::CaseDetermination;
use riskwright_domain::practice::check::subject::Subject;

pub fn steps(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Step> {
    let Some(case) = subject.determination() else { return Vec::new() };
    let decided = day(subject, case.decided_at);
    let later = Earlier::new("the determination", decided);
    let mut steps: Vec<Step> = case.evidence.iter().map(|number| evidence(subject, number, &later)).collect();
    steps.extend(
        subject.linked.iter().map(|link| rating(sheet, link, &later, link.level.map(|one| one.to_string()))),
    );
    let facts: Vec<Earlier> =
        case.evidence.iter().map(|number| Earlier::new(number.as_str(), dated(subject, number))).collect();
    let by = case.approver.as_ref().map(|by| sheet.person_with_title(by)).unwrap_or_default();
    let number = &sheet.practice.number;
    steps.push(Step {
        on: decided,
        what: match case.decided_at {
            Some(at) => format!("Determination decided at {}", sheet.minute(at)),
            None => "Determination decided".to_owned(),
        },
        by: by.clone(),
        record: format!("{number}, determination"),
        order: Order::after(decided, &facts),
    });
    steps.push(Step {
        on: day(subject, case.recorded_at),
        what: match case.recorded_at {
            Some(at) => format!("Determination written down at {}", sheet.minute(at)),
            None => "Determination written down".to_owned(),
        },
        by,
        record: format!("{number}, determination"),
        order: written(case),
    });
    steps
}

/// The determination as what must come before the practice.
pub fn determined(subject: &Subject<'_>) -> Option<Earlier> {
    let case = subject.determination()?;
    Some(Earlier::new("the determination", day(subject, case.decided_at)))
}

/// How long after the decision it was written down, in a sentence of its own.
pub fn lag(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Option<Block> {
    let case = subject.determination()?;
    let zone = &sheet.organization().time_zone;
    Some(match (case.decided_at, case.recorded_at) {
        (Some(decided), Some(recorded)) if decided <= recorded => Block::paragraph(format!(
            "Decided {} and written down {}, {} later (times of {zone}).",
            sheet.minute(decided),
            sheet.minute(recorded),
            words::lapse_of_time(minutes(decided, recorded))
        )),
        (Some(decided), Some(recorded)) => Block::warning(format!(
            "The determination is recorded as written down {}, before it was decided {} (times of {zone}). One of the two times is wrong.",
            sheet.minute(recorded),
            sheet.minute(decided)
        )),
        (None, _) => Block::warning("It is not recorded when the determination was decided."),
        (_, None) => Block::warning("It is not recorded when the determination was written down."),
    })
}

fn evidence(subject: &Subject<'_>, number: &EvidenceNumber, later: &Earlier) -> Step {
    let found = subject.facts.evidence(number.as_str());
    let hash = found.and_then(|one| one.sha256.as_deref()).map(words::short_hash);
    Step {
        on: found.map(|one| one.on),
        what: found.map_or_else(|| format!("{number}: not in the register"), |one| one.title.clone()),
        by: String::new(),
        record: match hash {
            Some(hash) => format!("{number}, SHA-256 {hash}"),
            None => format!("{number}, no file"),
        },
        order: Order::before(dated(subject, number), later),
    }
}

fn dated(subject: &Subject<'_>, number: &EvidenceNumber) -> Option<jiff::civil::Date> {
    subject.facts.evidence(number.as_str()).map(|one| one.on)
}

fn written(case: &CaseDetermination) -> Order {
    match (case.decided_at, case.recorded_at) {
        (Some(decided), Some(recorded)) if decided <= recorded => {
            Order::Holds(format!("{} after the decision", words::lapse_of_time(minutes(decided, recorded))))
        }
        (Some(_), Some(_)) => Order::Fails("it is recorded before the decision".to_owned()),
        (None, _) => Order::Unknown("the decision has no time".to_owned()),
        (_, None) => Order::Unknown("no time is recorded".to_owned()),
    }
}

fn minutes(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_second() - from.as_second()) / 60
}

fn day(subject: &Subject<'_>, at: Option<Timestamp>) -> Option<jiff::civil::Date> {
    at.map(|at| subject.facts.date_of(at))
}
