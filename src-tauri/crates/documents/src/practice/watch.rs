//! What is missing, what waits for a person, what has lapsed, and the days on which support would end.

use super::sheet::PracticeSheet;
use crate::assessment::risk_card::closed;
use crate::assessment::words::{NONE, filled};
use crate::block::{Block, Column, Run};
use jiff::civil::Date;
use riskwright_domain::catalogue::{CriterionBasis, CriterionResult};
use riskwright_domain::number::CriterionId;
use riskwright_domain::practice::PracticeState;
use riskwright_domain::practice::check::subject::Subject;
use riskwright_domain::practice::check::{CriterionFinding, Lapse};

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let check = sheet.check;
    let mut blocks = vec![Block::heading(1, "watch", "What is missing or must be watched")];
    let open: Vec<&CriterionFinding> = check.criteria.iter().filter(|one| is_open(one)).collect();
    blocks.extend(check.fix.as_ref().map(|fix| Block::warning(closed(fix))));
    if open.is_empty() && check.fix.is_none() {
        blocks.push(Block::paragraph("No criterion is unmet and none waits for a judgement."));
    } else if !open.is_empty() {
        blocks.push(criteria(&open));
    }
    blocks.push(lapses(&check.lapses));
    blocks.push(days(sheet, subject));
    blocks
}

/// Not met, waiting for a person, or waiting for another criterion.
fn is_open(one: &CriterionFinding) -> bool {
    matches!(one.result, CriterionResult::NotMet | CriterionResult::NeedsJudgement)
        || !one.waits_for.is_empty()
}

fn criteria(open: &[&CriterionFinding]) -> Block {
    let columns =
        [Column::new("Criterion", 10), Column::new("What is missing", 18), Column::new("What to do", 16)];
    let rows = open.iter().map(|one| {
        let own = if one.basis == CriterionBasis::ProductRule {
            " (own rule, apart from the conclusion)"
        } else {
            ""
        };
        let fix = one.fix.as_deref().map_or_else(|| NONE.to_owned(), closed);
        [
            vec![Run::bold(one.id.as_str()), Run::plain(format!(" · {}{own}", one.paragraph))],
            missing(one),
            vec![Run::plain(fix)],
        ]
    });
    Block::table("Criteria that are not met, or wait", columns, rows)
}

fn missing(one: &CriterionFinding) -> Vec<Run> {
    let state = match one.result {
        CriterionResult::NotMet => "Not met",
        CriterionResult::NeedsJudgement => "Waits for a judgement",
        CriterionResult::Met | CriterionResult::NotApplicable => {
            let ids: Vec<&str> = one.waits_for.iter().map(CriterionId::as_str).collect();
            return vec![Run::bold(format!("Waits for {}", ids.join(" and ")))];
        }
    };
    vec![Run::bold(state), Run::plain(format!(": {}", closed(&one.explanation)))]
}

fn lapses(lapses: &[Lapse]) -> Block {
    if lapses.is_empty() {
        return Block::paragraph("Nothing that it rests on has lapsed.");
    }
    let columns = [
        Column::new("What lapsed", 8),
        Column::new("Since", 7),
        Column::new("What happened", 15),
        Column::new("What to do", 15),
    ];
    let rows = lapses.iter().map(|one| {
        let since = one.since.map_or_else(|| "day not known".to_owned(), |day| day.to_string());
        [one.subject.clone(), since, closed(&one.explanation), closed(&one.fix)]
    });
    Block::table("What has lapsed", columns, rows)
}

/// The days that lie in the records, soonest first, and whether each has passed.
fn days(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Block {
    let practice = sheet.practice;
    let mut days: Vec<(Option<Date>, String)> = vec![
        (sheet.check.supported_until, until(practice.state).to_owned()),
        (practice.end_date, "Last day of the practice".to_owned()),
        (
            subject.determination().and_then(|case| case.review_on),
            "The determination is to be looked at again".to_owned(),
        ),
    ];
    if let Some(named) = subject.implemented {
        days.push((named.version.next_review, format!("Next review of {}", named.name())));
        days.push((named.version.effective_to, format!("Last day of {}", named.name())));
    }
    let mut days: Vec<(Date, String)> =
        days.into_iter().filter_map(|(day, what)| Some((day?, what))).collect();
    days.sort();
    if days.is_empty() {
        return Block::paragraph("No day is recorded on which support would end by itself.");
    }
    let columns = [Column::new("Day", 3), Column::new("What", 11), Column::new("As of the check", 4)];
    let rows = days.into_iter().map(|(day, what)| {
        let passed = if day < subject.on { "passed" } else { "ahead" };
        [day.to_string(), filled(&what), passed.to_owned()]
    });
    Block::table("Days to watch", columns, rows)
}

fn until(state: PracticeState) -> &'static str {
    match state {
        PracticeState::Proposed | PracticeState::Active => "Support ends, if nothing else happens",
        PracticeState::Ended => "Last day supported; the practice has ended",
    }
}
