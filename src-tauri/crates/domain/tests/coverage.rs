//! Coverage of threats and risks: each state, what it takes to be covered, and statements that answer nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::{TODAY, assessment, policy, risk, supported, version};
use jiff::civil::date;
use riskwright_domain::policy::coverage::{Coverage, CoverageLack, CoverageState, Standing, coverage};
use riskwright_domain::policy::version::PolicyReview;
use riskwright_domain::policy::{Effect, VersionStatus};
use riskwright_domain::risk::{Acceptance, Level, RiskState};
use riskwright_domain::workspace::Content;

type Case = (&'static str, CoverageState, &'static [CoverageLack], fn(&mut Content));

const CASES: &[Case] = &[
    ("as it is", CoverageState::Covered, &[], |_| {}),
    ("no policy", CoverageState::Uncovered, &[CoverageLack::NoStatement], |content| content.policies.clear()),
    ("draft", CoverageState::PartlyCovered, &[CoverageLack::OnlyDraft], |content| {
        version(content).status = VersionStatus::Draft;
    }),
    ("not yet effective", CoverageState::PartlyCovered, &[CoverageLack::OnlyDraft], |content| {
        version(content).effective_from = Some(date(2026, 12, 1));
    }),
    ("ended", CoverageState::Stale, &[CoverageLack::VersionEnded], |content| {
        version(content).effective_to = Some(date(2026, 11, 20));
    }),
    (
        "rated higher",
        CoverageState::Stale,
        &[CoverageLack::Rerated, CoverageLack::AboveTolerance],
        rated_higher,
    ),
    ("rated higher and reviewed", CoverageState::PartlyCovered, &[CoverageLack::AboveTolerance], |content| {
        rated_higher(content);
        let review = PolicyReview { on: TODAY, by: "P-001".into(), outcome: "Kept.".to_owned() };
        version(content).reviews.push(review);
    }),
    ("effect unsaid", CoverageState::PartlyCovered, &[CoverageLack::EffectNotStated], |content| {
        version(content).statements[0].risks[0].effect = Some(Effect::Detects(" ".to_owned()));
    }),
    ("a vague time", CoverageState::PartlyCovered, &[CoverageLack::TimesNotObjective], |content| {
        version(content).timeframes[0].unit = "days".to_owned();
    }),
    ("a phase without time", CoverageState::PartlyCovered, &[CoverageLack::TimesNotObjective], |content| {
        version(content).incorporates.clear();
    }),
    ("no restriction, so no phases", CoverageState::Covered, &[], |content| {
        version(content).incorporates.clear();
        policy(content, "POL-25").may_restrict_ehi = false;
    }),
    ("above tolerance", CoverageState::PartlyCovered, &[CoverageLack::AboveTolerance], |content| {
        content.organization.risk_tolerance = Level::Low;
    }),
    ("accepted", CoverageState::Covered, &[], |content| {
        content.organization.risk_tolerance = Level::Low;
        risk(content).acceptance = Some(accepted(TODAY));
    }),
    ("acceptance over", CoverageState::PartlyCovered, &[CoverageLack::AboveTolerance], |content| {
        content.organization.risk_tolerance = Level::Low;
        risk(content).acceptance = Some(accepted(date(2026, 11, 20)));
    }),
];

fn rated_higher(content: &mut Content) {
    risk(content).residual.as_mut().unwrap().initiation = Level::VeryHigh;
    risk(content).rated_on = Some(date(2026, 11, 5));
}

fn accepted(expires: jiff::civil::Date) -> Acceptance {
    Acceptance {
        by: "P-002".into(),
        on: date(2026, 9, 1),
        reason: "Until the new portal.".to_owned(),
        expires,
    }
}

fn after(change: impl Fn(&mut Content)) -> Coverage {
    let mut content = supported();
    change(&mut content);
    coverage(&content, TODAY)
}

#[test]
fn a_risk_is_covered_only_with_all_that_it_takes() {
    for (name, state, lacks, change) in CASES {
        let found = after(change);
        assert_eq!((found.risks[0].state, found.risks[0].lacks.as_slice()), (*state, *lacks), "{name}");
        assert_eq!(found.threats[0].state, *state, "{name}: the threat has one risk");
    }
}

#[test]
fn a_threat_is_covered_only_if_each_open_risk_is() {
    let second = |status: RiskState| {
        after(move |content| {
            let mut other = risk(content).clone();
            (other.number, other.status) = ("R-0022".into(), status);
            assessment(content).risks.push(other);
        })
    };
    let open = second(RiskState::Evaluated);
    assert_eq!(open.threats[0].state, CoverageState::PartlyCovered);
    assert_eq!(open.threats[0].risks, ["R-0021".into(), "R-0022".into()]);
    let closed = second(RiskState::Closed);
    assert_eq!((closed.threats[0].state, closed.risks.len()), (CoverageState::Covered, 1));
}

#[test]
fn an_applicable_threat_without_risk_is_uncovered() {
    let found = after(|content| assessment(content).risks.clear());
    assert_eq!(found.threats.len(), 1);
    assert_eq!((found.threats[0].state, found.risks.len()), (CoverageState::Uncovered, 0));
}

#[test]
fn links_name_their_place_and_a_living_version_hides_an_ended_one() {
    let found = after(|content| {
        let mut newer = version(content).clone();
        version(content).status = VersionStatus::Superseded;
        newer.number = "1.1".to_owned();
        newer.effective_from = Some(date(2026, 11, 1));
        policy(content, "POL-25").versions.push(newer);
    });
    let links: Vec<_> =
        found.risks[0].links.iter().map(|link| (link.place.version.as_str(), link.standing)).collect();
    assert_eq!(links, [("1.1", Standing::InForce)]);
    assert_eq!(found.risks[0].state, CoverageState::Covered);
}

#[test]
fn statements_that_answer_no_risk_are_listed_by_what_they_carry() {
    let found = after(|content| {
        let mut statement = version(content).statements[0].clone();
        statement.number = "S-02".into();
        statement.risks.clear();
        version(content).statements.push(statement.clone());
        statement.number = "S-03".into();
        statement.safeguards = vec!["45 CFR 164.312(d)".into()];
        version(content).statements.push(statement);
    });
    let names = |places: &[riskwright_domain::policy::coverage::StatementPlace]| -> Vec<(String, bool)> {
        places.iter().map(|place| (format!("{}/{}", place.policy, place.statement), place.refused)).collect()
    };
    assert_eq!(names(&found.without_risk), [("POL-25/S-02".to_owned(), true)]);
    assert_eq!(
        names(&found.duty_only),
        [("POL-11/S-01".to_owned(), false), ("POL-25/S-03".to_owned(), true)]
    );
}

#[test]
fn before_the_first_assessment_nothing_is_listed() {
    let mut content = supported();
    assert_eq!(coverage(&content, date(2026, 1, 9)).assessment, None);
    assert_eq!(coverage(&content, date(2026, 1, 10)).risks.len(), 1, "begun");
    content.assessments.clear();
    let found = coverage(&content, TODAY);
    assert_eq!((found.risks, found.threats), (Vec::new(), Vec::new()));
}
