//! The dates in order: what came first, where that is recorded, and whether the order holds.
//!
//! One path is shown: assessment, policy, practice for (d); facts, determination, practice for (e).

mod of_case;
mod of_policy;

use super::order::{Earlier, Order};
use super::sheet::PracticeSheet;
use super::words;
use crate::assessment::words::filled;
use crate::block::{Block, Column, Run};
use jiff::civil::Date;
use riskwright_domain::approval::Approval;
use riskwright_domain::practice::check::Path;
use riskwright_domain::practice::check::subject::{Linked, Subject};

/// One line of the table.
struct Step {
    on: Option<Date>,
    what: String,
    by: String,
    record: String,
    order: Order,
}

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::heading(1, "dates", "The dates in order")];
    let mut steps = match subject.path() {
        Some(Path::D) => of_policy::steps(sheet, subject),
        Some(Path::E) => of_case::steps(sheet, subject),
        None => Vec::new(),
    };
    steps.extend(of_practice(sheet, subject));
    let open = steps.iter().filter(|step| step.order.is_open()).count();
    let same = steps.iter().filter(|step| matches!(step.order, Order::SameDay(_))).count();
    let count = steps.len();
    blocks.push(table(steps));
    blocks.push(verdict(subject, count, open, same));
    blocks.push(reading(subject));
    blocks.extend(of_case::lag(sheet, subject));
    if sheet.organization().no_second_person {
        blocks.push(Block::info(
            "The organization records that it has no second person who could approve; one person approved in both capacities.",
        ));
    }
    blocks
}

/// How the table is read.
fn reading(subject: &Subject<'_>) -> Block {
    match subject.path() {
        Some(Path::D) => Block::paragraph(
            "For a practice that implements a policy, the assessment of risks comes before the policy that answers them, and the policy before the practice. Each date stands in the record named beside it; the last column compares the dates with each other.",
        ),
        Some(Path::E) => Block::paragraph(
            "For a practice that rests on a determination, the facts come before the determination, and the determination before the practice. Each date stands in the record named beside it; the last column compares the dates with each other.",
        ),
        None => Block::warning(
            "It is not said what the practice rests on: neither a policy it implements nor a determination for the case is named. Only the dates of the practice itself can be shown.",
        ),
    }
}

fn table(steps: Vec<Step>) -> Block {
    let columns = [
        Column::new("Date", 9),
        Column::new("What", 19),
        Column::new("By", 14),
        Column::new("Where it is recorded", 18),
        Column::new("Order", 17),
    ];
    let rows = steps.into_iter().map(|step| {
        let on = step.on.map_or_else(|| Run::bold("not recorded"), |on| Run::plain(on.to_string()));
        let cells = [step.what, step.by, step.record].map(|text| vec![Run::plain(filled(&text))]);
        let [what, by, record] = cells;
        [vec![on], what, by, record, step.order.runs()]
    });
    Block::table("What was found, decided and written down", columns, rows)
}

/// What the last column amounts to.
fn verdict(subject: &Subject<'_>, count: usize, open: usize, same: usize) -> Block {
    let chain = match subject.path() {
        Some(Path::D) => "the assessment before the policy, the policy before the practice",
        Some(Path::E) => "the facts before the determination, the determination before the practice",
        None => "the decision before the practice",
    };
    if open == 0 && same == 0 {
        return Block::info(format!(
            "By the dates recorded the order holds at each of the {count} steps: {chain}."
        ));
    }
    if open == 0 {
        return Block::info(format!(
            "By the dates recorded none of the {count} steps stands out of order; {same} of them share a day with what must come first, so that there the records themselves must show the order. The order is to be: {chain}."
        ));
    }
    Block::warning(format!(
        "At {open} of the {count} steps the order does not hold, or a date that would show it is not recorded. The order is to be: {chain}."
    ))
}

/// Decision, start, reviews and end of the practice itself.
fn of_practice(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Step> {
    let practice = sheet.practice;
    let number = practice.number.to_string();
    let start = Earlier::new("the first day", practice.start_date);
    let mut steps = vec![decision(sheet, subject)];
    steps.extend(practice.second_approval.as_ref().map(|second| Step {
        on: Some(second.on),
        what: "Approved by a second person".to_owned(),
        by: sheet.person_with_title(&second.by),
        record: second.record.clone(),
        order: Order::before(Some(second.on), &start),
    }));
    steps.push(Step {
        on: practice.start_date,
        what: "Practice began".to_owned(),
        by: String::new(),
        record: number.clone(),
        order: Order::after(practice.start_date, &before_start(subject)),
    });
    let held = practice.reviews.iter().filter(|review| review.on <= subject.on);
    steps.extend(held.map(|review| {
        Step {
            on: Some(review.on),
            what: if review.open_finding {
                "Review; a finding was left open"
            } else {
                "Review, no finding left open"
            }
            .to_owned(),
            by: sheet.person(&review.by),
            record: number.clone(),
            order: Order::after(Some(review.on), std::slice::from_ref(&start)),
        }
    }));
    let ended = practice.end_date.filter(|end| *end <= subject.on);
    steps.extend(ended.map(|end| Step {
        on: Some(end),
        what: "Last day of the practice".to_owned(),
        by: String::new(),
        record: number.clone(),
        order: Order::after(Some(end), &[start]),
    }));
    steps
}

fn decision(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Step {
    let Some(decision) = &sheet.practice.decision else {
        return Step {
            on: None,
            what: "Practice decided".to_owned(),
            by: String::new(),
            record: String::new(),
            order: Order::Unknown("no decision is recorded".to_owned()),
        };
    };
    let late = decision.late_reason.trim();
    let late =
        if late.is_empty() { String::new() } else { format!(". Decided after the start because: {late}") };
    Step {
        on: Some(decision.on),
        what: "Practice decided".to_owned(),
        by: sheet.person_with_title(&decision.by),
        record: format!("{}{late}", decision.record.trim()),
        order: Order::after(Some(decision.on), &before_decision(subject, decision.on)),
    }
}

/// What must come before the practice is decided.
fn before_decision(subject: &Subject<'_>, day: Date) -> Vec<Earlier> {
    match subject.path() {
        Some(Path::D) => of_policy::approval(subject, day).into_iter().collect(),
        Some(Path::E) => of_case::determined(subject).into_iter().collect(),
        None => Vec::new(),
    }
}

/// What must come before the first day.
fn before_start(subject: &Subject<'_>) -> Vec<Earlier> {
    let basis = match (subject.path(), subject.practice.start_date) {
        (Some(Path::D), Some(start)) => of_policy::in_force(subject, start),
        (Some(Path::E), _) => of_case::determined(subject),
        _ => None,
    };
    let decided = subject.practice.decision.as_ref().map(|decision| decision.on);
    basis.into_iter().chain([Earlier::new("the decision", decided)]).collect()
}

/// The rating of a risk that the practice acts on; `sealed` is its level in what was approved, where that is kept.
fn rating(sheet: &PracticeSheet<'_>, link: &Linked<'_>, later: &Earlier, sealed: Option<String>) -> Step {
    let Some(found) = link.registered else {
        return Step {
            on: None,
            what: format!("{} rated", link.number),
            by: String::new(),
            record: String::new(),
            order: Order::Unknown(format!("{} is in no register that counts", link.number)),
        };
    };
    let risk = found.risk;
    let level = risk.level().map_or_else(|| "not rated".to_owned(), |level| format!("rated {level}"));
    let order = match (Order::before(risk.rated_on, later), sealed) {
        (Order::Fails(_), Some(level)) => {
            Order::Holds(format!("it was {level} at {}; rated again since", later.name))
        }
        (order, _) => order,
    };
    Step {
        on: risk.rated_on,
        what: format!("{} {level}", link.number),
        by: risk.rated_by.as_ref().map(|by| sheet.person(by)).unwrap_or_default(),
        record: format!("{}, register", found.assessment.number),
        order,
    }
}

/// Where an approval is recorded: what it is bound to, and how it came into the workspace.
fn approved_content(sheet: &PracticeSheet<'_>, record: &str, approval: &Approval) -> String {
    let hash = approval.content_hash.as_deref().filter(|hash| !hash.trim().is_empty());
    let mut text = match hash {
        Some(hash) => format!("{record}, content hash {}", words::short_hash(hash)),
        None => format!("{record}, no hash recorded"),
    };
    if let Some(recorded) = &approval.recorded {
        text += &format!("; entered {}", sheet.minute(recorded.at));
        if let Some(file) = &recorded.imported_from {
            text += &format!(" from file {}", words::short_hash(file));
        }
    }
    text
}
