//! What was in force on a day as known at an instant, in the form that screen and paper show.

use super::known::zone;
use super::note;
use crate::command::history::{ApprovalThen, AsOfView, AssessmentThen, PolicyThen, PracticeThen, RiskThen};
use crate::error::CommandResult;
use crate::facts;
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_domain::approval::Approval;
use riskwright_domain::assessment::{Assessment, AssessmentKind, AssessmentStatus};
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::practice::check::{Facts, check_with};
use riskwright_domain::practice::{Basis, Practice};
use riskwright_domain::risk::{Level, Risk};
use riskwright_domain::workspace::in_force;
use riskwright_store::content::ContentThen;
use riskwright_store::{Kind, Reader, RevisionFilter};
use std::collections::BTreeSet;

/// The day, the instant, and what was known then.
pub struct Then<'a> {
    /// The day.
    pub on: Date,
    /// The instant of knowledge.
    pub known_at: Timestamp,
    /// What was known.
    pub known: &'a ContentThen,
    /// The whole history, for ratings between.
    pub reader: &'a Reader<'a>,
}

/// What was in force.
///
/// # Errors
/// What the store answers.
pub fn view(then: &Then<'_>) -> CommandResult<AsOfView> {
    let content = &then.known.content;
    let in_force = in_force(content, then.on);
    let facts = facts::of(content);
    let mut policies: Vec<PolicyThen> = in_force
        .policies
        .iter()
        .map(|(policy, version)| then.policy(policy, version))
        .collect::<Result<_, _>>()?;
    policies.sort_by(|one, other| one.policy.cmp(&other.policy));
    let mut practices: Vec<PracticeThen> =
        in_force.practices.iter().map(|practice| then.practice(&facts, practice)).collect();
    practices.sort_by(|one, other| one.number.cmp(&other.number));
    let assessment = in_force.assessment.map(|one| then.assessment(one)).transpose()?;
    let mut view = AsOfView {
        on: then.on,
        known_at: then.known_at,
        organization: content.organization.name.clone(),
        assessment,
        policies,
        practices,
        notes: Vec::new(),
    };
    view.notes = note::notes(&view, then.known, &zone(content));
    Ok(view)
}

impl Then<'_> {
    fn assessment(&self, one: &Assessment) -> CommandResult<AssessmentThen> {
        let mut levels = [0; 5];
        for risk in &one.risks {
            let Some(level) = self.rated(one, risk)?.level else { continue };
            let place = Level::ALL.iter().position(|other| *other == level).unwrap_or_default();
            if let Some(count) = levels.get_mut(place) {
                *count += 1;
            }
        }
        Ok(AssessmentThen {
            number: one.number.to_string(),
            title: title(one),
            status: status(one.status).to_owned(),
            approvals: self.approvals(&one.approvals),
            levels,
            recorded_at: self.recorded(Kind::Assessment, one.number.as_str()),
        })
    }

    fn policy(&self, policy: &Policy, version: &PolicyVersion) -> CommandResult<PolicyThen> {
        let id = format!("{}/{}", policy.number, version.number);
        Ok(PolicyThen {
            policy: policy.number.to_string(),
            title: policy.title.clone(),
            version: version.number.clone(),
            effective_from: version.effective_from.unwrap_or(version.created_on),
            effective_to: version.effective_to,
            assessment: version.assessment.as_ref().map(ToString::to_string),
            risks: self.answered(version)?,
            approvals: self.approvals(&version.approvals),
            content_hash: version.seal.as_ref().map(|seal| seal.content_hash.clone()),
            first_recorded_at: self.first_recorded(Kind::PolicyVersion, &id),
            recorded_at: self.recorded(Kind::PolicyVersion, &id),
        })
    }

    /// The risks that the statements answer, as the register behind the version has them.
    fn answered(&self, version: &PolicyVersion) -> CommandResult<Vec<RiskThen>> {
        let content = &self.known.content;
        let named = content.assessments.iter().find(|one| Some(&one.number) == version.assessment.as_ref());
        let Some(register) = named.or_else(|| content.current_assessment()) else { return Ok(Vec::new()) };
        let numbers: BTreeSet<_> =
            version.statements.iter().flat_map(|one| &one.risks).map(|link| &link.risk).collect();
        let risks = register.risks.iter().filter(|risk| numbers.contains(&risk.number));
        risks.map(|risk| self.rated(register, risk)).collect()
    }

    /// The rating that held on the day: the last one given by then of those known at the instant, else the first.
    fn rated(&self, register: &Assessment, risk: &Risk) -> CommandResult<RiskThen> {
        let id = format!("{}/{}", register.number, risk.number);
        let shown = |risk: &Risk, recorded_at| RiskThen {
            number: risk.number.clone(),
            threat: words::threat(&self.known.content, &risk.threat),
            level: risk.level(),
            rated_on: risk.rated_on,
            recorded_at,
        };
        let rated_by_then = |risk: &Risk| risk.rated_on.is_some_and(|on| on <= self.on);
        if rated_by_then(risk) {
            return Ok(shown(risk, self.recorded(Kind::Risk, &id)));
        }
        let filter = RevisionFilter {
            kind: Some(Kind::Risk),
            id: Some(&id),
            until: Some(self.known_at),
            ..RevisionFilter::default()
        };
        let lines = self.reader.revisions(&filter)?;
        let ratings: Vec<(Risk, Timestamp)> = lines
            .iter()
            .filter_map(|line| Some((serde_json::from_str(line.body.as_deref()?).ok()?, line.recorded_at)))
            .collect();
        let held = ratings.iter().rev().find(|(rating, _)| rated_by_then(rating)).or(ratings.first());
        Ok(held.map_or_else(
            || shown(risk, self.recorded(Kind::Risk, &id)),
            |(rating, recorded_at)| shown(rating, *recorded_at),
        ))
    }

    /// Those given by the day.
    fn approvals(&self, approvals: &[Approval]) -> Vec<ApprovalThen> {
        let given = approvals.iter().filter(|one| one.on <= self.on);
        given
            .map(|one| ApprovalThen {
                by: one.by.clone(),
                name: words::person(&self.known.content, &one.by),
                capacity: one.capacity.label().to_owned(),
                on: one.on,
                recorded_at: one.recorded.as_ref().map_or(self.known_at, |recorded| recorded.at),
                imported_from: one.recorded.as_ref().and_then(|recorded| recorded.imported_from.clone()),
            })
            .collect()
    }

    fn practice(&self, facts: &Facts<'_>, practice: &Practice) -> PracticeThen {
        let conclusion = match check_with(facts, practice, self.on) {
            Ok(check) => check.words,
            Err(error) => format!("The check cannot be made for that day: {error}."),
        };
        PracticeThen {
            number: practice.number.to_string(),
            title: practice.title.clone(),
            basis: basis(practice),
            conclusion,
            recorded_at: self.recorded(Kind::Practice, practice.number.as_str()),
        }
    }

    fn recorded(&self, kind: Kind, id: &str) -> Timestamp {
        let line = self.known.past.last.get(&(kind.name().to_owned(), id.to_owned()));
        line.map_or(self.known_at, |line| line.recorded_at)
    }

    fn first_recorded(&self, kind: Kind, id: &str) -> Timestamp {
        let first = self.known.past.first_recorded.get(&(kind.name().to_owned(), id.to_owned()));
        first.copied().unwrap_or(self.known_at)
    }
}

fn title(assessment: &Assessment) -> String {
    match assessment.kind {
        AssessmentKind::Annual => format!("Risk assessment {}", assessment.year),
        AssessmentKind::Triggered => format!("Risk assessment after an event, {}", assessment.year),
    }
}

fn status(status: AssessmentStatus) -> &'static str {
    match status {
        AssessmentStatus::Draft => "draft",
        AssessmentStatus::InProgress => "in progress",
        AssessmentStatus::InReview => "in review",
        AssessmentStatus::Approved => "approved",
        AssessmentStatus::Superseded => "followed by a newer one",
    }
}

fn basis(practice: &Practice) -> String {
    match &practice.basis {
        Some(Basis::Policy(basis)) => {
            let statements: Vec<String> = basis.statements.iter().map(ToString::to_string).collect();
            format!("{} version {}, {}", basis.policy, basis.version, statements.join(", "))
        }
        Some(Basis::Case(_)) => "Case determination".to_owned(),
        None => "Nothing yet".to_owned(),
    }
}
