//! What answers a risk on path (d): statement, timeframe and standard.

use crate::assessment::words::{NONE, listed};
use crate::block::{Block, Column, Run};
use crate::policy::basis::short_name;
use crate::policy::duties::limit;
use crate::practice::sheet::PracticeSheet;
use riskwright_domain::framework::Standards;
use riskwright_domain::number::RiskNumber;
use riskwright_domain::policy::{Effect, Statement, Timeframe};
use riskwright_domain::practice::check::subject::{Subject, Versioned};
use std::collections::BTreeSet;

/// The statements that the practice implements and that answer the risk.
pub fn answers(sheet: &PracticeSheet<'_>, subject: &Subject<'_>, risk: &RiskNumber) -> Block {
    let Some(named) = subject.implemented else {
        return Block::warning(
            "No statement answers it: the policy version that the practice names does not exist.",
        );
    };
    let rows: Vec<[Vec<Run>; 4]> = subject
        .statements()
        .into_iter()
        .filter_map(|statement| row(sheet, subject, statement, risk))
        .collect();
    if rows.is_empty() {
        return Block::warning(format!(
            "None of the statements of {} that the practice implements answers {risk}.",
            named.name()
        ));
    }
    let columns = [
        Column::new("Statement", 15),
        Column::new("What it does to the risk", 9),
        Column::new("Timeframe", 13),
        Column::new("Standard", 13),
    ];
    Block::table(format!("What answers {risk} in {}", named.name()), columns, rows)
}

/// Risks that the implemented statements answer beside those the practice links.
pub fn others(subject: &Subject<'_>) -> Option<Block> {
    let linked: BTreeSet<&RiskNumber> = subject.linked.iter().map(|link| link.number).collect();
    let statements = subject.statements();
    let answered: BTreeSet<&RiskNumber> =
        statements.iter().flat_map(|one| &one.risks).map(|link| &link.risk).collect();
    let others: Vec<&&RiskNumber> = answered.difference(&linked).collect();
    (!others.is_empty()).then(|| {
        Block::paragraph(format!("The statements that it implements also answer {}.", listed(others)))
    })
}

fn row(
    sheet: &PracticeSheet<'_>,
    subject: &Subject<'_>,
    statement: &Statement,
    risk: &RiskNumber,
) -> Option<[Vec<Run>; 4]> {
    let link = statement.risks.iter().find(|link| link.risk == *risk)?;
    let effect = link.effect.as_ref().filter(|effect| effect.is_stated()).map(Effect::label);
    let sealed = link.level.map(|level| format!("; {level} when sealed")).unwrap_or_default();
    Some([
        vec![Run::bold(statement.number.as_str()), Run::plain(format!("  {}", statement.text.trim()))],
        match effect {
            Some(effect) => vec![Run::plain(effect + &sealed)],
            None => vec![Run::bold("not stated")],
        },
        vec![Run::plain(timeframes(subject, statement))],
        vec![Run::plain(standards(sheet, statement))],
    ])
}

/// The timeframes that set a limit to the same duty of the same role.
fn timeframes(subject: &Subject<'_>, statement: &Statement) -> String {
    let versions = subject.with_incorporated();
    let all = versions.iter().flat_map(|named| named.version.timeframes.iter().map(move |one| (named, one)));
    let same = all.filter(|(_, one)| speaks_of(statement, one));
    let words: Vec<String> = same.map(|(named, one)| in_words(subject, named, one)).collect();
    if words.is_empty() { NONE.to_owned() } else { words.join("; ") }
}

/// Whether the statement has the role and the action of the timeframe, or its limit and trigger.
fn speaks_of(statement: &Statement, one: &Timeframe) -> bool {
    let text = statement.text.to_lowercase();
    let says = |words: &str| !words.trim().is_empty() && text.contains(&words.trim().to_lowercase());
    let role = statement.role.trim().eq_ignore_ascii_case(one.role.trim());
    role && (says(&one.action) || (says(&format!("{} {}", one.quantity, one.unit)) && says(&one.trigger)))
}

fn in_words(subject: &Subject<'_>, named: &Versioned<'_>, one: &Timeframe) -> String {
    let own = subject.implemented.is_some_and(|own| own.policy.number == named.policy.number);
    let policy = if own { String::new() } else { format!("{}/", named.policy.number) };
    let phase = one.phase.label().to_lowercase();
    format!("{policy}{} ({phase}): {}; the clock starts at: {}", one.number, limit(one), one.trigger)
}

fn standards(sheet: &PracticeSheet<'_>, statement: &Statement) -> String {
    let known = Standards::of(sheet.catalogue, sheet.content);
    let all = statement.alignments.iter().map(|one| {
        let name = format!("{} {}", short_name(known, &one.framework), one.element);
        match one.explanation.trim().trim_end_matches('.') {
            "" => name,
            why => format!("{name} ({why})"),
        }
    });
    let all: Vec<String> = all.collect();
    if all.is_empty() { NONE.to_owned() } else { all.join("; ") }
}
