//! Putting risks into the register, identified and not rated.

use super::decision::is_known;
use super::{AddRisks, Added, NewRisk};
use crate::error::{CommandError, CommandResult};
use crate::faults::{Faults, LONGEST};
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::{Assessment, ThreatAnswer};
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::number::{
    AssetNumber, ConditionId, PersonNumber, RISK, RiskNumber, ThreatId, VulnerabilityId,
};
use riskwright_domain::practice::Scope;
use riskwright_domain::risk::{Risk, RiskState};
use riskwright_store::{Series, Writer};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Most risks that are taken at once.
const MOST: usize = 5000;

/// Puts risks into the register, identified and not rated.
///
/// # Errors
/// `invalid` with every wrong field, `frozen`.
pub fn add_risks(state: &mut State, request: AddRisks) -> CommandResult<Added> {
    let session = state.session()?;
    let by = session.person.number.clone();
    let assessment = words::changeable(session.content()?)?;
    refuse(assessment, &request.risks)?;
    let owner = |asset: &AssetNumber| {
        let asset = assessment.assets.iter().find(|one| one.number == *asset);
        asset.and_then(|asset| asset.owner.clone()).unwrap_or_else(|| by.clone())
    };
    let owners: Vec<PersonNumber> = request.risks.iter().map(|risk| owner(&risk.asset)).collect();
    let number = assessment.number.clone();
    session.write("threat::add_risks", |writer| {
        let numbers = next_numbers(writer, request.risks.len())?;
        let risks = request.risks.into_iter().zip(owners);
        for (risk, given) in risks.zip(&numbers) {
            writer.put_risk(&number, &identified(given.clone(), risk.0, risk.1))?;
        }
        Ok::<_, CommandError>(Added { numbers: numbers.iter().map(ToString::to_string).collect() })
    })
}

/// So many numbers that no risk ever had.
fn next_numbers(writer: &Writer<'_>, count: usize) -> CommandResult<Vec<RiskNumber>> {
    let first = writer.next_number(Series::Risk)?;
    let highest: u32 = first.trim_start_matches(RISK.prefix).parse().unwrap_or(1);
    let all = (highest.saturating_sub(1)..).take(count);
    Ok(all.map(|before| RISK.next(before).into()).collect())
}

fn identified(number: RiskNumber, risk: NewRisk, owner: PersonNumber) -> Risk {
    Risk {
        id: Uuid::now_v7(),
        number,
        threat: risk.threat,
        vulnerabilities: risk.vulnerabilities,
        predisposing_conditions: risk.conditions,
        asset: risk.asset,
        effect: risk.effect.trim().to_owned(),
        scope: Scope::default(),
        controls: Vec::new(),
        residual: None,
        inherent: None,
        target: None,
        rationale: String::new(),
        rated_by: None,
        rated_on: None,
        owner,
        status: RiskState::Identified,
        treatment: None,
        acceptance: None,
        evidence: Vec::new(),
        closed: None,
        carried: false,
    }
}

/// What makes two risks the same: threat, asset, and what the threat exploits.
type Same<'a> = (&'a ThreatId, &'a AssetNumber, BTreeSet<&'a VulnerabilityId>, BTreeSet<&'a ConditionId>);

fn refuse(assessment: &Assessment, risks: &[NewRisk]) -> CommandResult<()> {
    let mut faults = Faults::new();
    faults.unless(!risks.is_empty(), "risks", "required", "Name one risk or more.");
    let many = format!("Add {MOST} risks or fewer at once.");
    faults.unless(risks.len() <= MOST, "risks", "too_many", many);
    let excluded: BTreeSet<&ThreatId> = assessment
        .threats
        .iter()
        .filter(|one| one.answer == ThreatAnswer::NotApplicable)
        .map(|one| &one.threat)
        .collect();
    let assets: BTreeSet<&AssetNumber> = assessment.assets.iter().map(|asset| &asset.number).collect();
    let mut there: BTreeSet<Same<'_>> = assessment.risks.iter().map(of_register).collect();
    for (at, risk) in risks.iter().enumerate() {
        let field = |name: &str| format!("risks/{at}/{name}");
        faults.known(&field("threat"), [&risk.threat], |_| is_known(assessment, &risk.threat));
        let message = "The threat is said not to apply; change that decision first.";
        faults.unless(!excluded.contains(&risk.threat), &field("threat"), "not_allowed", message);
        faults.known(&field("asset"), [&risk.asset], |_| assets.contains(&risk.asset));
        refuse_catalogue(&mut faults, risk, &field);
        faults.length(&field("effect"), &risk.effect, 0, LONGEST);
        let message = "There is a risk of this threat, asset and weakness already.";
        faults.unless(there.insert(of_request(risk)), &format!("risks/{at}"), "duplicate", message);
    }
    faults.refuse("The risks cannot be put into the register like this.")
}

fn refuse_catalogue(faults: &mut Faults, risk: &NewRisk, field: &impl Fn(&str) -> String) {
    let catalogue = Catalogue::embedded();
    faults
        .known(&field("vulnerabilities"), &risk.vulnerabilities, |id| catalogue.vulnerability(id).is_some());
    faults.known(&field("conditions"), &risk.conditions, |id| catalogue.predisposing_condition(id).is_some());
}

fn of_register(risk: &Risk) -> Same<'_> {
    let conditions = risk.predisposing_conditions.iter().collect();
    (&risk.threat, &risk.asset, risk.vulnerabilities.iter().collect(), conditions)
}

fn of_request(risk: &NewRisk) -> Same<'_> {
    (&risk.threat, &risk.asset, risk.vulnerabilities.iter().collect(), risk.conditions.iter().collect())
}
