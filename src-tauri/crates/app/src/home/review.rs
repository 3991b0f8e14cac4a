//! Reviews that are due: after events, and because the assessment has grown old; where a gap is settled.

use super::{Attention, AttentionKind, due};
use jiff::Span;
use jiff::civil::Date;
use riskwright_domain::assessment::gaps::{Gap, GapCode, Step};
use riskwright_domain::assessment::{Assessment, AssessmentStatus};
use riskwright_domain::workspace::Content;

/// Months between assessments where none were chosen: the rule says "periodic" (45 CFR 164.308(a)(8)), a year is
/// practice.
const MONTHS: i32 = 12;
/// The question that sets the interval, and the column of its answer.
const INTERVAL: (&str, &str) = ("Q054", "months");

/// Every open review of an event, whether its day is near or not.
pub fn of_triggers(content: &Content, on: Date) -> Vec<Attention> {
    let open = content.triggers.iter().filter(|one| one.is_open() && one.on <= on);
    let found = open.map(|one| {
        let far = || (AttentionKind::Soon, format!("is due on {}", one.due));
        let (kind, when) = due(one.due, on).unwrap_or_else(far);
        let text = format!("{} {}: review {when}", one.number, one.what.trim_end_matches('.'));
        Attention { kind, text, route: format!("triggers?number={}", one.number) }
    });
    found.collect()
}

/// The approved assessment once its interval is over or nearly so, unless the next one is being worked on.
pub fn of_interval(content: &Content, on: Date) -> Option<Attention> {
    if content.open_assessment().is_some() {
        return None;
    }
    let one = content.assessments.iter().rev().find(|one| one.status == AssessmentStatus::Approved)?;
    let months = Span::new().try_months(months(one)).ok()?;
    let next = one.approved_on()?.saturating_add(months);
    let (kind, when) = due(next, on)?;
    let text = format!("{}: the next assessment {when}", one.number);
    Some(Attention { kind, text, route: "assessment".to_owned() })
}

fn months(one: &Assessment) -> i32 {
    let (question, column) = INTERVAL;
    let answer = one.answers.iter().find(|answer| answer.question.as_str() == question);
    let value = answer.and_then(|answer| answer.rows.first()).and_then(|row| row.get(column));
    value
        .and_then(|value| value.trim().parse().ok())
        .filter(|months| (1..=MONTHS).contains(months))
        .unwrap_or(MONTHS)
}

/// The screen where a gap is settled.
pub fn route(gap: &Gap) -> String {
    if matches!(gap.code, GapCode::QuestionUnanswered | GapCode::AnswerFaulty) {
        return format!("assessment/{}", gap.subject);
    }
    match gap.step {
        Step::Organization => "organization".to_owned(),
        Step::Inventory => "inventory".to_owned(),
        Step::Threats => "threats".to_owned(),
        Step::Ratings if gap.path.contains("/risks/") => format!("risks/{}", gap.subject),
        Step::Ratings => "risks".to_owned(),
        Step::Safeguards => "safeguards".to_owned(),
        Step::Approval => "assessment/approval".to_owned(),
    }
}
