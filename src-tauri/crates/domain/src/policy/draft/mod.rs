//! A first version of a policy: a template, filled with the facts of the organization and linked to its risks.
//!
//! Nothing is decided here: what a draft says is the officer's to change, and what it left out is listed.

mod fill;
mod links;
mod numbers;
mod profile;
mod recommend;

pub use profile::Profile;
pub use recommend::{Recommendation, recommend};

use super::template::{Pieces, PolicyTemplate, TemplateStatement};
use super::{
    Definition, Factors, Parameter, PolicyRole, PolicyScope, PolicyVersion, RiskLink, Statement, Timeframe,
    VersionStatus,
};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::number::{Citation, PersonNumber, StatementNumber};
use crate::workspace::Content;
use fill::Filler;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a draft is made from, beside its template.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The organization, its people and policies.
    pub content: &'a Content,
    /// The assessment whose risks the policy answers.
    pub assessment: &'a Assessment,
}

/// Who drafts, when and as which version.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// The author.
    pub author: PersonNumber,
    /// The day.
    pub on: Date,
    /// Number of the version.
    pub number: String,
    /// Why it is written.
    pub change_reason: String,
}

/// A first version, and what the template holds that it does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The version.
    pub version: PolicyVersion,
    /// Statements for this organization that no risk of the assessment asks for.
    pub left_out: Vec<LeftOut>,
}

/// A statement of the template that is not in the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct LeftOut {
    /// Its name within the template.
    pub id: StatementNumber,
    /// The sentence as it would read.
    pub text: String,
}

/// Drafts a policy.
#[must_use]
pub fn draft(template: &PolicyTemplate, source: Source<'_>, beginning: Beginning) -> Draft {
    let profile = Profile::of(source.content, source.assessment);
    let (kept, left_out) = choose(template, source, &profile);
    let (kept, links): (Vec<_>, Vec<_>) = kept.into_iter().unzip();
    let scope = scope(template, source.assessment);
    let filler = Filler::new(template, source, &profile, &kept, &links, &scope);
    let text = |pieces: &Pieces| filler.pieces(pieces, "\n\n");
    let optional = |pieces: &Option<Pieces>| pieces.as_ref().map(&text);
    let statements = kept.iter().zip(links).map(|(one, risks)| statement(one, risks, &filler)).collect();
    let version = PolicyVersion {
        id: uuid::Uuid::nil(),
        number: beginning.number,
        status: VersionStatus::Draft,
        author: beginning.author,
        created_on: beginning.on,
        change_reason: beginning.change_reason,
        assessment: Some(source.assessment.number.clone()),
        effective_from: None,
        effective_to: None,
        next_review: None,
        purpose: text(&template.purpose),
        scope: PolicyScope { text: text(&template.scope.text), assets: scope },
        definitions: definitions(template, &filler),
        roles: roles(template, &filler),
        statements,
        procedures: filler.pieces(&template.procedures, "\n"),
        timeframes: timeframes(template, &filler),
        parameters: parameters(template, &filler),
        incorporates: template.incorporates.clone(),
        safeguards: safeguards(template, source.catalogue),
        even_application: optional(&template.even_application),
        effect_on_access: optional(&template.effect_on_access),
        factors: Factors {
            size: text(&template.factors.size),
            infrastructure: text(&template.factors.infrastructure),
            cost: text(&template.factors.cost),
            probability: text(&template.factors.probability),
        },
        sanctions: text(&template.sanctions),
        exceptions: text(&template.exceptions),
        training: text(&template.training),
        monitoring: text(&template.monitoring),
        review_months: template.review_months,
        review_triggers: template.review_triggers.clone(),
        availability: text(&template.availability),
        related: template.related.clone(),
        reviews: Vec::new(),
        distribution: Vec::new(),
        acknowledgements: Vec::new(),
        rejections: Vec::new(),
        approvals: Vec::new(),
        seal: None,
    };
    let left_out = left_out
        .into_iter()
        .map(|one| LeftOut { id: one.id.clone(), text: filler.text(&one.text) })
        .collect();
    Draft { version, left_out }
}

/// The statements for this organization: those with a basis and the risks they answer, and those without.
fn choose<'a>(
    template: &'a PolicyTemplate,
    source: Source<'_>,
    profile: &Profile<'_>,
) -> (Vec<(&'a TemplateStatement, Vec<RiskLink>)>, Vec<&'a TemplateStatement>) {
    let restricting =
        source.catalogue.policy(template.policy.as_str()).is_some_and(|kind| kind.may_restrict_ehi);
    let duty = |one: &TemplateStatement| {
        !restricting && one.safeguards.iter().any(|citation| source.catalogue.is_required(citation.as_str()))
    };
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for one in template.statements.iter().filter(|one| profile.holds(&one.when)) {
        let links = links::of(one, source.assessment);
        if duty(one) || !links.is_empty() { kept.push((one, links)) } else { left_out.push(one) }
    }
    (kept, left_out)
}

fn scope(template: &PolicyTemplate, assessment: &Assessment) -> Vec<crate::number::AssetNumber> {
    let kinds = &template.scope.asset_kinds;
    assessment.assets.iter().filter(|one| kinds.contains(&one.kind)).map(|one| one.number.clone()).collect()
}

fn statement(one: &TemplateStatement, risks: Vec<RiskLink>, filler: &Filler<'_>) -> Statement {
    let alignments = one.alignments.iter().map(|alignment| super::Alignment {
        applicability: filler.applicability(alignment),
        ..alignment.clone()
    });
    Statement {
        id: uuid::Uuid::nil(),
        number: filler.statement_number(&one.id),
        role: one.role.clone(),
        text: filler.text(&one.text),
        restricts_ehi: one.restricts_ehi,
        risks,
        safeguards: one.safeguards.clone(),
        alignments: alignments.collect(),
    }
}

fn definitions(template: &PolicyTemplate, filler: &Filler<'_>) -> Vec<Definition> {
    let here = template.definitions.iter().filter(|one| filler.profile.holds(&one.when));
    here.map(|one| Definition { term: one.term.clone(), meaning: filler.text(&one.meaning) }).collect()
}

fn roles(template: &PolicyTemplate, filler: &Filler<'_>) -> Vec<PolicyRole> {
    let here = template.roles.iter().filter(|one| filler.profile.holds(&one.when));
    let role = |one: &super::template::TemplateRole| PolicyRole {
        role: one.role.clone(),
        authority: filler.text(&one.authority),
        may_stop_access: one.may_stop_access,
    };
    here.map(role).collect()
}

fn timeframes(template: &PolicyTemplate, filler: &Filler<'_>) -> Vec<Timeframe> {
    let here = template.timeframes.iter().filter(|one| filler.profile.holds(&one.when));
    let row = |one: &super::template::TemplateTimeframe| Timeframe {
        number: filler.number(one.id.as_str()).into(),
        phase: one.phase,
        severity: one.severity.clone(),
        role: one.role.clone(),
        action: one.action.clone(),
        comparator: one.comparator.clone(),
        quantity: *one.quantity.of(filler.profile.size),
        unit: one.unit.clone(),
        trigger: one.trigger.clone(),
        legal_limit: one.legal_limit.clone(),
    };
    here.map(row).collect()
}

fn parameters(template: &PolicyTemplate, filler: &Filler<'_>) -> Vec<Parameter> {
    let here = template.parameters.iter().filter(|one| filler.profile.holds(&one.when));
    let row = |one: &super::template::TemplateParameter| Parameter {
        number: filler.number(one.id.as_str()).into(),
        phase: one.phase,
        name: one.name.clone(),
        comparator: one.comparator.clone(),
        value: one.value.of(filler.profile.size).clone(),
        unit: one.unit.clone(),
    };
    here.map(row).collect()
}

fn safeguards(template: &PolicyTemplate, catalogue: &Catalogue) -> Vec<Citation> {
    catalogue.policy(template.policy.as_str()).map(|kind| kind.covers.clone()).unwrap_or_default()
}
