//! How findings, judgements and dependencies combine to results and one conclusion.
//!
//! Precedence is that of [`ResultState`]:
//! - `exception_not_needed`, `outside_definition`: the answer to a basic question ends the check; what is left
//!   is not asked.
//! - `not_assessed`: it is not said what the practice rests on, or a basic question (whether it is EHI, is likely
//!   to interfere, is required by law) has no complete answer, or a person judged the answer wrong.
//! - `not_supported`: a blocking criterion is not met, or lapsed without ever having been met in full.
//! - `expired`: nothing is amiss but lapses, and without them it would be supported.
//! - `in_review`: only judgement is left.
//!
//! Criteria of basis `product_rule` neither change the conclusion nor make another criterion wait.

use super::finding::{Automatic, Bearing, Cure, Finding, FixTarget};
use super::lapse::{self, Lapse};
use super::requires::Requires;
use super::subject::Subject;
use super::{Check, CriterionFinding, predicate, words};
use crate::catalogue::{Criterion, CriterionBasis, CriterionResult, ResultState};
use crate::number::CriterionId;
use crate::practice::Judgement;

/// A criterion with what the facts and people say about it.
pub(super) struct Answered<'a> {
    criterion: &'a Criterion,
    finding: Finding,
    judgement: Option<&'a Judgement>,
}

/// A result, before it is put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weighed {
    result: CriterionResult,
    waits_for: Vec<CriterionId>,
}

/// The finding and the judgement on one criterion; `None` if it has no predicate.
pub(super) fn answer<'a>(subject: &Subject<'a>, criterion: &'a Criterion) -> Option<Answered<'a>> {
    let finding = predicate::find(criterion.id.as_str())?(subject);
    let judgement = if criterion.human_judgement { judgement(subject, &criterion.id) } else { None };
    Some(Answered { criterion, finding, judgement })
}

/// Results of all criteria and the conclusion.
pub(super) fn conclude(subject: &Subject<'_>, answered: Vec<Answered<'_>>) -> Check {
    let weighed = weigh(&answered, false);
    let lapses = lapse::lapses(subject);
    let conclusion = conclusion(subject, &answered, &weighed, &lapses);
    let stopped = matches!(conclusion, ResultState::ExceptionNotNeeded | ResultState::OutsideDefinition);
    let rows = answered.into_iter().zip(weighed);
    let criteria: Vec<CriterionFinding> =
        rows.map(|(one, weighed)| row(subject, one, weighed, stopped)).collect();
    let supported = conclusion == ResultState::Supported;
    let unknown = subject.path().is_none();
    Check {
        practice: subject.practice.number.clone(),
        path: subject.path(),
        on: subject.on,
        rule_edition: subject.rule.edition.id.clone(),
        conclusion,
        words: words::summary(conclusion, unknown, &criteria, &lapses),
        supported_until: supported.then(|| lapse::supported_until(subject)).flatten(),
        lapses,
        fix: unknown.then(|| words::SAY_BASIS.to_owned()),
        fix_target: unknown.then(|| subject.field("basis")),
        criteria,
    }
}

/// The latest judgement by a person of the organization, given by the day; of one day, the last recorded.
fn judgement<'a>(subject: &Subject<'a>, criterion: &CriterionId) -> Option<&'a Judgement> {
    let judgements = subject.practice.judgements.iter();
    let counting = judgements.filter(|one| one.criterion == *criterion && one.on <= subject.on);
    counting.filter(|one| subject.person(Some(&one.by)).is_some()).max_by_key(|one| one.on)
}

/// The result of each criterion; with `forgiving`, as if nothing had lapsed.
fn weigh(answered: &[Answered<'_>], forgiving: bool) -> Vec<Weighed> {
    let own: Vec<CriterionResult> = answered.iter().map(|one| own_result(one, forgiving)).collect();
    let requires = Requires::new(answered.iter().map(|one| one.criterion));
    let rows = || answered.iter().map(|one| &one.criterion.id).zip(&own);
    let not_met =
        rows().filter(|(_, result)| **result == CriterionResult::NotMet).map(|(id, _)| id).collect();
    let weighed = rows().map(|(id, result)| {
        let waits_for = requires.roots(id, &not_met);
        let result = if waits_for.is_empty() { *result } else { CriterionResult::NotApplicable };
        Weighed { result, waits_for }
    });
    weighed.collect()
}

/// The result of a criterion by itself.
fn own_result(one: &Answered<'_>, forgiving: bool) -> CriterionResult {
    match &one.finding.automatic {
        Automatic::Unsatisfied(_) => CriterionResult::NotMet,
        Automatic::Lapsed(_) if forgiving => CriterionResult::Met,
        Automatic::Lapsed(_) => CriterionResult::NotMet,
        Automatic::Satisfied if !one.criterion.human_judgement => CriterionResult::Met,
        Automatic::Satisfied => match one.judgement {
            None => CriterionResult::NeedsJudgement,
            Some(judgement) if judgement.met => CriterionResult::Met,
            Some(_) => CriterionResult::NotMet,
        },
    }
}

fn conclusion(
    subject: &Subject<'_>,
    answered: &[Answered<'_>],
    weighed: &[Weighed],
    lapses: &[Lapse],
) -> ResultState {
    let basic = answered.iter().zip(weighed).filter_map(|(one, weighed)| basic(one, weighed.result)).min();
    let no_path = subject.path().is_none().then_some(ResultState::NotAssessed);
    if let Some(settled) = basic.into_iter().chain(no_path).min() {
        return settled;
    }
    let found = worst(answered, weighed);
    if found != ResultState::NotSupported && lapses.is_empty() {
        return found;
    }
    let lapsed = !lapses.is_empty() && worst(answered, &weigh(answered, true)) == ResultState::Supported;
    if lapsed { ResultState::Expired } else { ResultState::NotSupported }
}

/// What the answer to a basic question means for the conclusion.
fn basic(one: &Answered<'_>, result: CriterionResult) -> Option<ResultState> {
    let refused = result == CriterionResult::NotMet && one.finding.automatic == Automatic::Satisfied;
    match one.finding.bearing {
        Bearing::Ordinary => None,
        Bearing::Ends(conclusion) if !refused => Some(conclusion),
        Bearing::Ends(_) | Bearing::Basic => {
            (result == CriterionResult::NotMet).then_some(ResultState::NotAssessed)
        }
    }
}

/// Not supported, in review or supported, by the results alone.
fn worst(answered: &[Answered<'_>], weighed: &[Weighed]) -> ResultState {
    let rows =
        answered.iter().zip(weighed).filter(|(one, _)| one.criterion.basis != CriterionBasis::ProductRule);
    let states = rows.map(|(one, weighed)| match weighed.result {
        CriterionResult::NeedsJudgement => ResultState::InReview,
        CriterionResult::NotMet if one.criterion.blocking => ResultState::NotSupported,
        CriterionResult::NotApplicable if one.criterion.blocking && !weighed.waits_for.is_empty() => {
            ResultState::NotSupported
        }
        _ => ResultState::Supported,
    });
    states.min().unwrap_or(ResultState::NotAssessed)
}

/// One criterion as it is shown; `stopped` if the answer to a basic question ended the check.
fn row(subject: &Subject<'_>, one: Answered<'_>, weighed: Weighed, stopped: bool) -> CriterionFinding {
    let Answered { criterion, finding, judgement } = one;
    let silent = stopped && finding.bearing == Bearing::Ordinary;
    let result = if silent { CriterionResult::NotApplicable } else { weighed.result };
    let waits_for = if silent { Vec::new() } else { weighed.waits_for };
    let shown = !silent && waits_for.is_empty();
    let judgement = judgement.filter(|_| shown && finding.automatic == Automatic::Satisfied);
    let cure = if shown { cure(subject, criterion, &finding, result) } else { None };
    let explanation = words::explanation(&finding.found, silent, &waits_for, judgement);
    let by = judgement.map(|judgement| judgement.by.to_string());
    let finding = if shown { finding.on(by) } else { Finding::satisfied("") };
    CriterionFinding {
        id: criterion.id.clone(),
        paragraph: criterion.paragraph.clone(),
        basis: criterion.basis,
        blocking: criterion.blocking,
        question: criterion.question.clone(),
        result,
        waits_for,
        explanation,
        evidence: finding.evidence,
        imported: finding.imported,
        judgement: judgement.cloned(),
        note: criterion.note.clone(),
        fix: cure.as_ref().map(|cure| cure.fix.clone()),
        fix_target: cure.map(|cure| cure.target),
    }
}

/// What is to be done about a result, if anything.
fn cure(
    subject: &Subject<'_>,
    criterion: &Criterion,
    finding: &Finding,
    result: CriterionResult,
) -> Option<Cure> {
    if let Automatic::Unsatisfied(cure) | Automatic::Lapsed(cure) = &finding.automatic {
        return Some(cure.clone());
    }
    let fix = match result {
        CriterionResult::NeedsJudgement => words::JUDGE,
        CriterionResult::NotMet => words::JUDGE_AGAIN,
        CriterionResult::Met | CriterionResult::NotApplicable => return None,
    };
    let target =
        FixTarget::Judgement { practice: subject.practice.number.clone(), criterion: criterion.id.clone() };
    Some(Cure { fix: fix.to_owned(), target })
}
