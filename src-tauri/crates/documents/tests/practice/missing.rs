//! Each piece that a sheet should have, taken away: the sheet says that it is missing.

use crate::sample::{BY_CASE, BY_POLICY, case, content, practice, risk, text_of, version};
use jiff::civil::date;
use riskwright_domain::policy::Effect;
use riskwright_domain::practice::{Basis, Practice};
use riskwright_domain::workspace::Content;

type Case = (&'static str, fn(&mut Content), &'static str);

fn own(content: &mut Content) -> &mut Practice {
    practice(content, BY_POLICY)
}

fn implement(content: &mut Content, number: &str, statements: &[&str]) {
    let Some(Basis::Policy(basis)) = own(content).basis.as_mut() else { panic!("a policy") };
    number.clone_into(&mut basis.version);
    basis.statements = statements.iter().map(|one| (*one).into()).collect();
}

/// The practice itself and the chain of dates on path (d).
const OF_POLICY: &[Case] = &[
    ("description", |all| own(all).description.clear(), "No description is recorded."),
    ("requestors", |all| own(all).affected_requestors.clear(), "Whose access may be touched: **Not said**"),
    ("EHI", |all| own(all).affected_ehi.clear(), "EHI that may be touched: **Not said**"),
    ("restriction", |all| own(all).restrictiveness = None, "How much it restricts: **Not said**"),
    ("protection", |all| own(all).protection = None, "What it protects: **Not said**"),
    ("actor", |all| all.organization.actor_types.clear(), "recorded as no actor of 45 CFR 171.102"),
    ("basis", |all| own(all).basis = None, "It is not said what the practice rests on"),
    ("basis, what to do", |all| own(all).basis = None, "Say what the practice rests on: a policy"),
    ("risks", |all| own(all).risks.clear(), "No risk is linked"),
    (
        "risk in a register",
        |all| own(all).risks[0].risk = "R-9999".into(),
        "R-9999 is in no register that counts",
    ),
    ("rating", |all| risk(all).residual = None, "Assessed: **Not rated**"),
    ("day of rating", |all| risk(all).rated_on = None, "Rated on a day not recorded"),
    ("decision", |all| own(all).decision = None, "**Cannot be shown**: no decision is recorded"),
    ("first day", |all| own(all).start_date = None, "**not recorded** | Practice began"),
    ("assessment", |all| version(all).assessment = None, "POL-25 v1.0 names no assessment"),
    ("approval of assessment", |all| all.assessments[0].approvals.clear(), "the assessment is not approved"),
    ("approval of policy", |all| version(all).approvals.clear(), "nobody has approved it"),
    (
        "first day of policy",
        |all| version(all).effective_from = None,
        "**not recorded** | POL-25 v1.0 in force from",
    ),
    ("seal", |all| version(all).seal = None, "POL-25 v1.0, text not sealed"),
    ("version", |all| implement(all, "9.9", &["S-03"]), "the workspace has no such policy version"),
    ("statement", |all| implement(all, "1.0", &["S-04"]), "implements answers R-0046"),
    (
        "effect",
        |all| {
            version(all).statements.iter_mut().for_each(|one| {
                one.risks.iter_mut().for_each(|one| one.effect = Some(Effect::LowersImpact(0)))
            })
        },
        "| **not stated** |",
    ),
    (
        "order of approvals",
        |all| all.assessments[0].approvals.iter_mut().for_each(|one| one.on = date(2026, 7, 1)),
        "**Does not hold**: the approval of AS-2026 came later, on 2026-07-01",
    ),
    (
        "order of start",
        |all| own(all).start_date = Some(date(2026, 3, 1)),
        "**Does not hold**: the decision came later, on 2026-04-02",
    ),
    (
        "order of decision",
        |all| own(all).decision.as_mut().unwrap().on = date(2026, 3, 1),
        "**Does not hold**: the approval of POL-25 v1.0 came later, on 2026-03-24",
    ),
];

/// Judgements, application, alternatives.
const APPLIED: &[Case] = &[
    ("judgement", |all| own(all).judgements.clear(), "**Nobody has judged this yet**"),
    (
        "judgement, what to do",
        |all| own(all).judgements.clear(),
        "Judge whether this is met, and write down why.",
    ),
    ("review", |all| own(all).reviews.clear(), "No review is on record."),
    ("rule", |all| own(all).application.rule.clear(), "No rule of application is written down."),
    (
        "difference",
        |all| own(all).application.differentiators = None,
        "It is not answered what the rule treats differently.",
    ),
    (
        "insiders",
        |all| own(all).application.internal_comparison = None,
        "Own staff, affiliates, vendors: **Not answered**",
    ),
    ("records", |all| own(all).application.records.clear(), "No application is on record, and"),
    (
        "reason of deviation",
        |all| own(all).application.records[4].deviation.as_mut().unwrap().reason.clear(),
        "| **no reason recorded** |",
    ),
    (
        "approver of deviation",
        |all| own(all).application.records[4].deviation.as_mut().unwrap().approved_by = None,
        "| **nobody recorded**",
    ),
    ("class", |all| own(all).application.records[0].requestor_class.clear(), "| no class named | 1 |"),
    (
        "roles",
        |all| own(all).application.applied_by.clear(),
        "It is not recorded which roles apply the practice.",
    ),
    ("training", |all| own(all).application.training.clear(), "| IT Lead | **none recorded**"),
    ("alternatives", |all| own(all).alternatives.clear(), "No less restrictive option is recorded."),
    ("answer on an alternative", |all| own(all).alternatives[0].reasonable = None, "not answered**"),
    ("reason of an alternative", |all| own(all).alternatives[0].reason.clear(), "| **no reason**"),
];

/// The determination of path (e).
const OF_CASE: &[Case] = &[
    ("facts", |all| case(all).facts.clear(), "Facts and circumstances: **Not recorded**"),
    ("requestor", |all| case(all).requestor.clear(), "Who asked: **Not recorded**"),
    ("request", |all| case(all).request.clear(), "What was asked for: **Not recorded**"),
    ("necessity", |all| case(all).necessity.clear(), "Why the practice is necessary: **Not recorded**"),
    ("why no policy", |all| case(all).no_policy_reason.clear(), "Why no policy covers it: **Not recorded**"),
    ("who decided", |all| case(all).approver = None, "Decided by: **Not recorded**"),
    ("what ends it", |all| case(all).end_condition.clear(), "What ends it: **Not recorded**"),
    ("one case", |all| case(all).single_case = false, "For this case only: Not recorded"),
    ("risk", |all| case(all).recorded_risk = None, "No risk is linked"),
    (
        "time of decision",
        |all| case(all).decided_at = None,
        "It is not recorded when the determination was decided.",
    ),
    (
        "time of writing",
        |all| case(all).recorded_at = None,
        "It is not recorded when the determination was written down.",
    ),
    (
        "order of writing",
        |all| case(all).recorded_at = Some("2026-05-14T20:00:00Z".parse().unwrap()),
        "before it was decided 2026-05-14 15:50",
    ),
    (
        "order of start",
        |all| practice(all, BY_CASE).start_date = Some(date(2026, 5, 13)),
        "**Does not hold**: the decision came later, on 2026-05-14",
    ),
    ("evidence", |all| case(all).evidence = vec!["E-9999".into()], "| E-9999 | **not in the register**"),
    (
        "day of evidence",
        |all| all.evidence.iter_mut().for_each(|one| one.on = date(2026, 6, 1)),
        "**Does not hold**: the determination came before, on 2026-05-14",
    ),
];

#[test]
fn what_is_missing_on_path_d_is_shown_as_missing() {
    each(OF_POLICY, BY_POLICY);
    each(APPLIED, BY_POLICY);
}

#[test]
fn what_is_missing_on_path_e_is_shown_as_missing() {
    each(OF_CASE, BY_CASE);
}

/// The words are there once the piece is gone, and not before.
fn each(cases: &[Case], number: &str) {
    let whole = text_of(&content(), number);
    for (name, take, words) in cases {
        assert!(!whole.contains(words), "{name}: said although nothing is missing");
        let mut content = content();
        take(&mut content);
        let text = text_of(&content, number);
        assert!(text.contains(words), "{name}: {words} is not in\n{text}");
    }
}
