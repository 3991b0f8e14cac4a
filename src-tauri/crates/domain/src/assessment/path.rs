//! The guided path through 45 CFR 164.306: every factor with its questions, how each stands, and what is next.
//!
//! What counts as done in records is in `records`; what a question's own answer may hold in `answer_check`.

mod records;

use super::answer_check::{faults, is_empty};
use super::{Assessment, FactorAnswer};
use crate::catalogue::{AnsweredIn, Catalogue, Factor, Question, SecurityRule};
use crate::number::QuestionId;
use crate::workspace::Content;
use jiff::civil::Date;
use records::{Mark, marks};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The path as it stands on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Path<'a> {
    /// The factors in the suggested order.
    pub factors: Vec<FactorStanding<'a>>,
    /// The question to go on with: the first required one that is not done, else the first other one.
    pub next: Option<QuestionId>,
    /// Acts still to be done: answers, and records that stand for them, each once.
    pub open: u32,
}

/// A factor with how its questions stand.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorStanding<'a> {
    /// The factor.
    pub factor: &'a Factor,
    /// Its questions in order; one that only another answer opens has nothing to do until that was given.
    pub questions: Vec<QuestionStanding<'a>>,
}

/// A question and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionStanding<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its own answer or mark, if there is one.
    pub answer: Option<&'a FactorAnswer>,
    /// How it stands.
    pub state: AnswerState,
    /// Records that answer it; 1 for an answer of its own.
    pub done: u32,
    /// How many there are to answer.
    pub total: u32,
}

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    /// Nothing yet.
    Open,
    /// Some of it.
    Partly,
    /// All of it.
    Answered,
    /// Came forward and waits to be confirmed or changed.
    ToConfirm,
    /// Does not apply.
    NotApplicable,
}

impl AnswerState {
    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Answered | Self::NotApplicable)
    }
}

/// The path through an assessment by the rule of the day.
#[must_use]
pub fn path<'a>(
    catalogue: &'a Catalogue,
    content: &'a Content,
    assessment: &'a Assessment,
    on: Date,
) -> Path<'a> {
    let rule = catalogue.security_rules.on(on).or(catalogue.security_rules.latest());
    let Some(rule) = rule else { return Path { factors: Vec::new(), next: None, open: 0 } };
    let scene = Scene { catalogue, rule, content, assessment, on };
    let order = rule.suggested_flow.iter().filter_map(|id| rule.factors.get(id));
    let factors: Vec<FactorStanding<'_>> = order.map(|factor| scene.factor(factor)).collect();
    Path { next: next(&factors), open: open(&factors), factors }
}

/// Whether a question is asked: always, or once the answer that opens it was given.
#[must_use]
pub fn is_asked(question: &Question, assessment: &Assessment) -> bool {
    let Some(condition) = &question.asked_if else { return true };
    if question.answered_in == Some(AnsweredIn::Decisions) {
        let reasonable = condition.answer == "yes";
        return assessment.decisions.iter().any(|one| one.reasonable == reasonable);
    }
    let other = assessment.answers.iter().find(|one| one.question == condition.question);
    other.is_some_and(|one| one.choices.contains(&condition.answer) || one.answer == condition.answer)
}

/// What the standing of every question is read from.
struct Scene<'a> {
    catalogue: &'a Catalogue,
    rule: &'a SecurityRule,
    content: &'a Content,
    assessment: &'a Assessment,
    on: Date,
}

impl<'a> Scene<'a> {
    fn factor(&self, factor: &'a Factor) -> FactorStanding<'a> {
        let questions = factor.questions.iter().map(|question| self.question(factor, question)).collect();
        FactorStanding { factor, questions }
    }

    fn question(&self, factor: &Factor, question: &'a Question) -> QuestionStanding<'a> {
        let answer = self.assessment.answers.iter().find(|one| one.question == question.id);
        if !is_asked(question, self.assessment) {
            return QuestionStanding {
                question,
                answer,
                state: AnswerState::NotApplicable,
                done: 0,
                total: 0,
            };
        }
        if let Some(reason) = self.not_applicable(question, answer) {
            return QuestionStanding { question, answer, state: reason, done: 1, total: 1 };
        }
        let mut found = match question.answered_in {
            Some(place) => marks(self, factor, question, place),
            None => Vec::new(),
        };
        if question.answered_in.is_none() || question.has_mark() {
            found.push(self.own(question, answer));
        }
        let state = self.state(question, &found);
        let done = found.iter().filter(|mark| **mark == Mark::Done).count();
        QuestionStanding { question, answer, state, done: count(done), total: count(found.len()) }
    }

    fn not_applicable(&self, question: &Question, answer: Option<&FactorAnswer>) -> Option<AnswerState> {
        let answer = answer.filter(|one| one.not_applicable.is_some())?;
        let sound = faults(question, answer, self.content).is_empty();
        sound.then_some(if answer.carried { AnswerState::ToConfirm } else { AnswerState::NotApplicable })
    }

    fn own(&self, question: &Question, answer: Option<&FactorAnswer>) -> Mark {
        match answer {
            Some(one) if faults(question, one, self.content).is_empty() => Mark::of(true, one.carried),
            Some(one) if !is_empty(one) && question.answered_in.is_none() => Mark::Partly,
            _ => Mark::Open,
        }
    }

    fn state(&self, question: &Question, marks: &[Mark]) -> AnswerState {
        let has = |mark: Mark| marks.contains(&mark);
        if marks.is_empty() {
            return if self.nothing_to_do(question) { AnswerState::NotApplicable } else { AnswerState::Open };
        }
        if marks.iter().all(|mark| *mark == Mark::Done) {
            return AnswerState::Answered;
        }
        if !has(Mark::Open) && !has(Mark::Partly) {
            return AnswerState::ToConfirm;
        }
        let begun = has(Mark::Done) || has(Mark::Carried) || has(Mark::Partly);
        if begun { AnswerState::Partly } else { AnswerState::Open }
    }

    /// Plans and targets are for risks above tolerance: where every risk is rated and none is, there is none to make.
    fn nothing_to_do(&self, question: &Question) -> bool {
        let treated = matches!(question.answered_in, Some(AnsweredIn::Treatments | AnsweredIn::Targets));
        let risks = &self.assessment.risks;
        treated && !risks.is_empty() && risks.iter().all(|risk| risk.residual.is_some())
    }
}

fn next(factors: &[FactorStanding<'_>]) -> Option<QuestionId> {
    let open = || factors.iter().flat_map(|factor| &factor.questions).filter(|one| !one.state.is_done());
    let first = open().find(|one| one.question.required).or_else(|| open().next());
    first.map(|one| one.question.id.clone())
}

/// One record often answers several questions: of those only the one with most left counts.
fn open(factors: &[FactorStanding<'_>]) -> u32 {
    let mut alone = 0;
    let mut shared: BTreeMap<AnsweredIn, u32> = BTreeMap::new();
    for one in factors.iter().flat_map(|factor| &factor.questions).filter(|one| !one.state.is_done()) {
        let left = (one.total - one.done).max(1);
        match one.question.answered_in {
            None => alone += left,
            Some(place) => {
                // Uses that are not permitted are decided where threats are.
                let place = if place == AnsweredIn::ImpermissibleUses { AnsweredIn::Threats } else { place };
                let most = shared.entry(place).or_default();
                *most = left.max(*most);
            }
        }
    }
    alone + shared.values().sum::<u32>()
}

fn count(items: usize) -> u32 {
    u32::try_from(items).unwrap_or(u32::MAX)
}
