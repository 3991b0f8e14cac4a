//! The guided path and its answers.

use super::begin::refuse_frozen;
use super::fill::filled;
use super::path_form::*;
use super::{Empty, minutes};
use crate::error::{CommandError, CommandResult, FieldError};
use crate::faults::LONGEST;
use crate::history::{Based, begun_or_carried};
use crate::state::{Session, State};
use crate::words;
use jiff::civil::Date;
use riskwright_domain::assessment::answer_check::{AnswerFault, AnswerFaultCode, SHORTEST_REASON, faults};
use riskwright_domain::assessment::path::{self as standing, FactorStanding, QuestionStanding};
use riskwright_domain::assessment::{Assessment, AssessmentStatus, FactorAnswer};
use riskwright_domain::catalogue::{Catalogue, Question};
use riskwright_domain::number::PersonNumber;
use riskwright_domain::organization::{Organization, SizeBand};
use riskwright_domain::workspace::Content;
use riskwright_store::{Kind, Reader, StoreError};

/// Workforce up to which an organization without a band counts as small.
const SMALL: u32 = 50;

/// Every factor of 45 CFR 164.306 with its questions and how they stand.
///
/// # Errors
/// `not_found` without an assessment.
pub fn path(state: &mut State, _: Empty) -> CommandResult<Path> {
    let session = state.session()?;
    let today = session.today()?;
    let content = session.content()?.clone();
    let one = words::at_hand(&content)?;
    let found = standing::path(Catalogue::embedded(), &content, one, today);
    let pace = minutes::of(session, &one.number, found.open)?;
    let factors = session.store.read(|reader| -> CommandResult<_> {
        found.factors.iter().map(|factor| of_factor(reader, &content, one, factor)).collect()
    })?;
    Ok(Path {
        assessment: one.number.clone(),
        open: matches!(one.status, AssessmentStatus::Draft | AssessmentStatus::InProgress),
        factors,
        next: found.next,
        minutes_left: pace.minutes_left,
        last: pace.last,
    })
}

/// Saves an answer; what is still missing may follow, what is wrong is refused.
///
/// # Errors
/// `not_found`, `invalid` with every wrong value, `frozen`, `conflict`.
pub fn answer(state: &mut State, request: SaveAnswer) -> CommandResult<SavedAnswer> {
    let session = state.session()?;
    let today = session.today()?;
    let by = session.person.number.clone();
    let content = session.content()?;
    let number = words::changeable(content)?.number.clone();
    let question = question(&request, today)?;
    let wanted = given(request.clone(), by.clone(), today);
    refuse(question, &wanted, content)?;
    let key = format!("{number}/{}", question.id);
    let based = Based { kind: Kind::FactorAnswer, id: &key, revision: request.based_on_revision };
    session.write("assessment::answer", |writer| {
        refuse_frozen(writer, &number)?;
        let answer = begun_or_carried(writer, &based, |base| Ok(over(base, wanted)))?;
        // Whoever saves last answers for the whole answer.
        let answer = FactorAnswer { by, on: today, ..answer };
        writer.put_factor_answer(&number, &answer)?;
        if let Some(organization) = writer.organization()? {
            writer.put_organization(&filled(organization, &answer))?;
        }
        Ok::<_, CommandError>(())
    })?;
    saved(session, question, today)
}

fn question<'a>(request: &SaveAnswer, today: Date) -> CommandResult<&'a Question> {
    let rules = &Catalogue::embedded().security_rules;
    let rule = rules.on(today).or(rules.latest());
    let found = rule.and_then(|rule| rule.question(request.question.as_str()));
    found.ok_or_else(|| CommandError::not_found("question", &request.question))
}

fn given(request: SaveAnswer, by: PersonNumber, on: Date) -> FactorAnswer {
    let reason = request.not_applicable.map(|reason| reason.trim().to_owned());
    FactorAnswer {
        question: request.question,
        answer: request.answer,
        choices: request.choices,
        rows: request.rows,
        complete: request.complete,
        not_applicable: reason,
        evidence: request.evidence,
        carried: false,
        by,
        on,
    }
}

/// Who answered and when is no part of what two people may contradict each other in.
fn over(base: Option<FactorAnswer>, wanted: FactorAnswer) -> FactorAnswer {
    match base {
        Some(base) => FactorAnswer { by: base.by, on: base.on, ..wanted },
        None => wanted,
    }
}

fn refuse(question: &Question, answer: &FactorAnswer, content: &Content) -> CommandResult<()> {
    let wrong = faults(question, answer, content).into_iter().filter(|fault| !fault.code.is_incomplete());
    let mut fields: Vec<FieldError> = wrong.map(|fault| field(question, &fault)).collect();
    if answer.answer.chars().count() > LONGEST {
        fields.push(FieldError::new("answer", "too_long", format!("Write {LONGEST} characters or fewer.")));
    }
    if fields.is_empty() {
        return Ok(());
    }
    Err(CommandError::invalid("The answer cannot be saved like this.", fields))
}

fn field(question: &Question, fault: &AnswerFault) -> FieldError {
    let value = &fault.value;
    let message = match fault.code {
        AnswerFaultCode::UnknownChoice => format!("The question does not offer {value:?}."),
        AnswerFaultCode::TooManyChoices => "Choose one.".to_owned(),
        AnswerFaultCode::NoneAmongOthers => "Choose “none” alone, or leave it out.".to_owned(),
        AnswerFaultCode::TooManyRows => "This answer is one row.".to_owned(),
        AnswerFaultCode::RowsNotAsked => "This question is not answered in rows.".to_owned(),
        AnswerFaultCode::UnknownColumn => format!("This question has no column {value:?}."),
        AnswerFaultCode::NotANumber => "Write a whole number in plain digits.".to_owned(),
        AnswerFaultCode::NotAPercentage => "Write a whole number from 0 to 100.".to_owned(),
        AnswerFaultCode::NotADate => "Write a date such as 2026-11-22.".to_owned(),
        AnswerFaultCode::NotYesOrNo => "Choose yes or no.".to_owned(),
        AnswerFaultCode::TooSmall | AnswerFaultCode::TooLarge => limits(question, &fault.place),
        AnswerFaultCode::UnknownPerson => format!("There is no person {value} here."),
        AnswerFaultCode::UnknownAsset => format!("There is no asset {value} in the inventory."),
        AnswerFaultCode::UnknownEvidence => format!("There is no evidence {value} on the register."),
        AnswerFaultCode::NotApplicableRefused => "This question always applies.".to_owned(),
        AnswerFaultCode::ReasonTooShort => format!("Write {SHORTEST_REASON} characters or more."),
        AnswerFaultCode::WordsMissing
        | AnswerFaultCode::ChoiceMissing
        | AnswerFaultCode::RowsMissing
        | AnswerFaultCode::WordsInsteadOfRows
        | AnswerFaultCode::MarkMissing
        | AnswerFaultCode::ValueMissing => "Complete the answer.".to_owned(),
    };
    FieldError::new(fault.place.clone(), words::code(&fault.code), message)
}

fn limits(question: &Question, place: &str) -> String {
    let column = question.columns.iter().find(|column| place.rsplit('/').next() == Some(column.id.as_str()));
    let limits = column.map(|column| (column.min, column.max)).unwrap_or_default();
    match limits {
        (Some(min), Some(max)) => format!("Write a number from {min} to {max}."),
        (Some(min), None) => format!("Write {min} or more."),
        (None, Some(max)) => format!("Write {max} or less."),
        (None, None) => "Write another number.".to_owned(),
    }
}

fn saved(session: &mut Session, question: &Question, today: Date) -> CommandResult<SavedAnswer> {
    let content = session.content()?.clone();
    let one = words::at_hand(&content)?;
    let found = standing::path(Catalogue::embedded(), &content, one, today);
    let standing = found.factors.iter().flat_map(|factor| &factor.questions);
    let standing = standing.into_iter().find(|it| it.question.id == question.id);
    let standing = standing.ok_or_else(|| CommandError::not_found("question", &question.id))?;
    let question = session.store.read(|reader| of_question(reader, &content, one, standing))?;
    Ok(SavedAnswer { question })
}

fn of_factor(
    reader: &Reader<'_>,
    content: &Content,
    one: &Assessment,
    standing: &FactorStanding<'_>,
) -> CommandResult<PathFactor> {
    let factor = standing.factor;
    let questions = standing.questions.iter().map(|it| of_question(reader, content, one, it));
    Ok(PathFactor {
        id: factor.id.clone(),
        citation: factor.citation.clone(),
        title: factor.title.clone(),
        requirement: factor.requirement.clone(),
        why_it_matters: factor.why_it_matters.clone(),
        questions: questions.collect::<Result<_, StoreError>>()?,
    })
}

fn of_question(
    reader: &Reader<'_>,
    content: &Content,
    one: &Assessment,
    standing: &QuestionStanding<'_>,
) -> Result<PathQuestion, StoreError> {
    let question = standing.question;
    let revision = match standing.answer {
        Some(_) => reader.revision_number(Kind::FactorAnswer, &format!("{}/{}", one.number, question.id))?,
        None => 0,
    };
    let example = question.example.as_ref();
    let small = is_small(&content.organization);
    Ok(PathQuestion {
        question: question.clone(),
        example: example.map(|one| if small { one.small.clone() } else { one.large.clone() }),
        answer: standing.answer.cloned(),
        revision,
        answered_in: question.answered_in,
        state: standing.state,
        done: standing.done,
        total: standing.total,
    })
}

fn is_small(organization: &Organization) -> bool {
    match organization.size_band {
        Some(SizeBand::SmallPractice | SizeBand::MediumPractice | SizeBand::SmallHospital) => true,
        Some(_) => false,
        None => organization.workforce <= SMALL,
    }
}
