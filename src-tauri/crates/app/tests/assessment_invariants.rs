//! No sequence of commands approves an assessment that breaks a rule of its approval; the rules are written here anew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod year;

use jiff::civil::Date;
use proptest::prelude::*;
use riskwright_domain::assessment::{Assessment, AssessmentStatus, SafeguardState, ThreatAnswer};
use riskwright_domain::catalogue::{Catalogue, Designation, SafeguardKind};
use riskwright_domain::organization::Access;
use riskwright_domain::risk::{Level, Risk, RiskState};
use riskwright_domain::workspace::Content;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use year::{DANA, Desk, MIRIAM, Ready, WALTER, approve, rating};

/// What somebody may do; each may be refused.
#[derive(Debug, Clone)]
enum Step {
    Decide(usize, usize),
    State(usize, usize),
    Rate(usize, usize),
    Describe(bool, bool),
    Submit,
    Reject,
    Approve(usize, bool),
}

const THREATS: [&str; 3] = ["T-001", "T-047", "T-091"];
const ANSWERS: [&str; 3] = ["applicable", "not_applicable", "unsure"];
/// A standard, a required and an addressable specification, and one with a condition.
const SAFEGUARDS: [&str; 4] = [
    "45 CFR 164.308(a)(1)(i)",
    "45 CFR 164.308(a)(1)(ii)(A)",
    "45 CFR 164.312(a)(2)(iv)",
    "45 CFR 164.308(a)(4)(ii)(A)",
];
const STATES: [&str; 6] = ["in_place", "partial", "planned", "not_in_place", "alternative", "not_applicable"];
const RISKS: [&str; 2] = ["R-0021", "R-0073"];
const LEVELS: [&str; 3] = ["low", "high", "very_high"];

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..THREATS.len(), 0..ANSWERS.len()).prop_map(|(threat, answer)| Step::Decide(threat, answer)),
        2 => (0..SAFEGUARDS.len(), 0..STATES.len()).prop_map(|(item, state)| Step::State(item, state)),
        2 => (0..RISKS.len(), 0..LEVELS.len()).prop_map(|(risk, level)| Step::Rate(risk, level)),
        1 => (any::<bool>(), any::<bool>()).prop_map(|(loose, alone)| Step::Describe(loose, alone)),
        3 => Just(Step::Submit),
        1 => Just(Step::Reject),
        3 => (0..3_usize, any::<bool>()).prop_map(|(who, executive)| Step::Approve(who, executive)),
    ]
}

/// Those who approve, by the order of [`Step::Approve`].
struct People {
    dana: Desk,
    others: [Desk; 2],
}

impl People {
    fn does(&self, clinic: &Ready, step: &Step) {
        let dana = &self.dana;
        match step {
            Step::Decide(threat, answer) => {
                dana.tries("threat::decide", clinic.threat(dana, THREATS[*threat], ANSWERS[*answer]));
            }
            Step::State(item, state) => {
                let list = dana.tries("safeguard::list", json!({}));
                let revision = list.and_then(|list| revision_of(&list, SAFEGUARDS[*item])).unwrap_or(1);
                let request = json!({ "status": { "safeguard": SAFEGUARDS[*item], "status": STATES[*state],
                    "note": "As seen on the walk through both sites.", "owner": "P-001", "due": "2027-12-31" },
                    "based_on_revision": revision });
                dana.tries("safeguard::save", request);
            }
            Step::Rate(risk, level) => {
                let risk = dana.ok("risk::get", json!({ "number": RISKS[*risk] }));
                dana.tries("risk::save", rating(&risk, LEVELS[*level]));
            }
            Step::Describe(loose, alone) => self.describe(*loose, *alone),
            Step::Submit => {
                dana.tries("assessment::submit", json!({}));
            }
            Step::Reject => {
                self.others[0]
                    .tries("assessment::reject", json!({ "reason": "Look at it once more, please." }));
            }
            Step::Approve(who, executive) => self.approve(*who, *executive),
        }
    }

    fn describe(&self, loose: bool, alone: bool) {
        let view = self.dana.ok("assessment::get", json!({}));
        let owner: Value = if loose { Value::Null } else { json!("P-004") };
        let assessors = if alone { json!(["P-001"]) } else { json!(["P-001", "P-004"]) };
        let item = json!([{ "what": "The attic of North Shore", "owner": owner, "due": "2027-06-30" }]);
        let request = json!({ "scope": "Both sites.", "assessors": assessors, "sources": view["sources"],
            "open_items": item, "based_on_revision": view["revision"] });
        self.dana.tries("assessment::save", request);
    }

    fn approve(&self, who: usize, executive: bool) {
        let desk = if who == 0 { &self.dana } else { &self.others[who - 1] };
        let mut request = approve(&desk.ok("assessment::get", json!({})));
        if !executive {
            request["capacity"] = json!("security_official");
        }
        desk.tries("assessment::approve", request);
    }
}

fn revision_of(value: &Value, citation: &str) -> Option<i64> {
    match value {
        Value::Object(fields) => {
            let named = fields.values().any(|field| {
                field == citation || field.get("citation").is_some_and(|field| field == citation)
            });
            let own = named.then(|| fields.get("status_revision").and_then(Value::as_i64)).flatten();
            own.or_else(|| fields.values().find_map(|field| revision_of(field, citation)))
        }
        Value::Array(items) => items.iter().find_map(|item| revision_of(item, citation)),
        _ => None,
    }
}

/// Every rule that an approved assessment breaks.
fn broken(content: &Content, one: &Assessment) -> Vec<String> {
    let mut broken = Vec::new();
    let mut rule = |holds: bool, what: String| {
        if !holds {
            broken.push(what);
        }
    };
    for asset in &one.assets {
        rule(asset.owner.is_some() && asset.criticality.is_some(), format!("{}", asset.number));
    }
    let decided: BTreeSet<&str> = one.threats.iter().map(|it| it.threat.as_str()).collect();
    let catalogue = Catalogue::embedded();
    for threat in &catalogue.threat_catalogues.latest().unwrap().threats {
        rule(decided.contains(threat.id.as_str()), format!("{} undecided", threat.id));
    }
    for it in &one.threats {
        rule(it.answer != ThreatAnswer::Unsure, format!("{} unsure", it.threat));
        let at_risk = one.risks.iter().any(|risk| risk.threat == it.threat);
        rule(it.answer != ThreatAnswer::Applicable || at_risk, format!("{} without risk", it.threat));
    }
    for risk in &one.risks {
        rule(
            risk.residual.is_some() && !risk.rationale.trim().is_empty(),
            format!("{} unrated", risk.number),
        );
        let above = risk.target.is_some_and(|target| Some(target.rating().level) > risk.level());
        rule(!above, format!("{} aims above today", risk.number));
        rule(handled(content, risk, one.approvals[0].on), format!("{} is high and left", risk.number));
    }
    for item in &catalogue.security_rules.on(one.approvals[0].on).unwrap().safeguards {
        let status = one.safeguards.iter().find(|it| it.safeguard == item.citation).map(|it| it.status);
        rule(
            item.kind != SafeguardKind::Standard || status.is_some(),
            format!("{} no status", item.citation),
        );
        let not_applicable = status == Some(SafeguardState::NotApplicable);
        rule(!not_applicable || item.applies_if.is_some(), format!("{} not applicable", item.citation));
        let alternative = status == Some(SafeguardState::Alternative);
        rule(
            !alternative || item.designation == Designation::Addressable,
            format!("{} replaced", item.citation),
        );
    }
    for item in &one.open_items {
        rule(item.owner.is_some() && item.due.is_some(), format!("{} is loose", item.what));
    }
    let by = &one.approvals[0].by;
    let person = content.people.iter().find(|person| person.number == *by).unwrap();
    let capable = person.access.iter().any(|it| matches!(it, Access::Official | Access::Executive));
    rule(capable, format!("{by} may not approve"));
    rule(!one.assessors.iter().all(|it| it == by), format!("{by} made it alone"));
    broken
}

/// A plan with its day, or an acceptance that runs, by an executive or for a High risk its owner.
fn handled(content: &Content, risk: &Risk, on: Date) -> bool {
    if risk.level() < Some(Level::High) || risk.status == RiskState::Closed || risk.treatment.is_some() {
        return true;
    }
    risk.acceptance.as_ref().is_some_and(|one| {
        let executive = content
            .people
            .iter()
            .any(|person| person.number == one.by && person.access.contains(&Access::Executive));
        let allowed = executive || risk.level() == Some(Level::High) && one.by == risk.owner;
        allowed && one.on <= on && on <= one.expires
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 12,
        max_shrink_iters: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_approves_an_assessment_that_breaks_a_rule(
        steps in proptest::collection::vec(step(), 1..14),
    ) {
        let clinic = Ready::new();
        let people = People { dana: clinic.open(DANA), others: [clinic.open(MIRIAM), clinic.open(WALTER)] };
        for (at, step) in steps.iter().enumerate() {
            people.does(&clinic, step);
            if people.dana.newest_is_approved() {
                let (content, one) = people.dana.exported();
                prop_assert_eq!(broken(&content, &one), Vec::<String>::new(), "after {:?}", &steps[..=at]);
                return Ok(());
            }
        }
    }
}

#[test]
fn a_required_item_never_ends_replaced_or_not_applicable_without_a_condition() {
    let rule = Catalogue::embedded().security_rules.latest().unwrap();
    for item in rule.safeguards.iter().filter(|item| item.designation == Designation::Required).take(4) {
        for state in [SafeguardState::Alternative, SafeguardState::NotApplicable] {
            if state == SafeguardState::NotApplicable && item.applies_if.is_some() {
                continue;
            }
            let clinic = Ready::with(|content| {
                let mut statuses = content.assessments[0].safeguards.iter_mut();
                statuses.find(|it| it.safeguard == item.citation).unwrap().status = state;
            });
            let refused = clinic.open(DANA).refused("assessment::submit", json!({}));
            let codes: Vec<&str> = refused.fields.iter().map(|field| field.code.as_str()).collect();
            assert_eq!(codes, ["status_not_allowed"], "{}", item.citation);
        }
    }
}

#[test]
fn the_rules_see_what_they_must() {
    let clinic = Ready::new();
    let people = People { dana: clinic.open(DANA), others: [clinic.open(MIRIAM), clinic.open(WALTER)] };
    for step in [Step::Submit, Step::Approve(1, true)] {
        people.does(&clinic, &step);
    }
    let (content, one) = people.dana.exported();
    assert_eq!(one.status, AssessmentStatus::Approved);
    assert_eq!(broken(&content, &one), Vec::<String>::new());
    let mut worse = one;
    worse.threats[0].answer = ThreatAnswer::Unsure;
    worse.assets[0].owner = None;
    worse.approvals[0].by = "P-005".into();
    assert_eq!(broken(&content, &worse).len(), 3);
}
