//! What each report says of the sample, as text.

use crate::sample::{small, text, whole, with_sheet};
use riskwright_documents::assessment::difference::{self, Change};
use riskwright_documents::assessment::heat_map::{Stage, counts};
use riskwright_documents::assessment::{heat_map, register, report, safeguard_gaps, summary, treatment_plan};
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::risk::RiskState;

#[test]
fn the_full_report_of_a_small_assessment() {
    insta::assert_snapshot!(with_sheet(&small(), |sheet| text(&report::document(sheet))));
}

#[test]
fn the_summary_for_the_board() {
    insta::assert_snapshot!(with_sheet(&whole(), |sheet| text(&summary::document(sheet))));
}

#[test]
fn the_heat_maps() {
    insta::assert_snapshot!(with_sheet(&whole(), |sheet| text(&heat_map::document(sheet))));
}

#[test]
fn the_register_on_pages() {
    insta::assert_snapshot!(with_sheet(&small(), |sheet| text(&register::document(sheet))));
}

#[test]
fn the_treatment_plan() {
    insta::assert_snapshot!(with_sheet(&small(), |sheet| text(&treatment_plan::document(sheet))));
}

#[test]
fn the_safeguard_gaps() {
    insta::assert_snapshot!(with_sheet(&whole(), |sheet| text(&safeguard_gaps::document(sheet))));
}

#[test]
fn the_differences() {
    let change = |group: &str, record: &str, change: &str| Change {
        group: group.to_owned(),
        record: record.to_owned(),
        title: "Phishing".to_owned(),
        change: change.to_owned(),
        words: "Moderate before, High now".to_owned(),
    };
    let changes = [
        change("Risks", "R-0001", "Worse"),
        change("Assets", "A-001", "New"),
        change("Risks", "R-0002", "Closed"),
    ];
    let of = |changes: &[Change]| {
        with_sheet(&small(), |sheet| text(&difference::document(sheet, &"AS-2025".into(), changes)))
    };
    insta::assert_snapshot!(of(&changes));
    assert!(of(&[]).contains("hold the same records"));
}

#[test]
fn every_report_says_plainly_whether_it_is_approved() {
    let mut content = small();
    for (status, marked, banner) in [
        (AssessmentStatus::Approved, "AS-2026 · Approved", "Approved on 2026-"),
        (AssessmentStatus::InProgress, "AS-2026 · Draft – not approved", "Draft: nobody has approved"),
        (AssessmentStatus::InReview, "AS-2026 · In review – not approved", "Draft: nobody has approved"),
    ] {
        content.assessments.last_mut().unwrap().status = status;
        with_sheet(&content, |sheet| {
            let documents = [
                report::document(sheet),
                register::document(sheet),
                heat_map::document(sheet),
                treatment_plan::document(sheet),
                safeguard_gaps::document(sheet),
            ];
            for document in &documents {
                let text = text(document);
                assert_eq!(document.header.right, marked, "{}", document.title);
                assert!(text.contains(banner), "{}: {text}", document.title);
            }
            assert_eq!(summary::document(sheet).header.right, marked);
        });
    }
}

#[test]
fn a_heat_map_counts_each_open_rated_risk_once() {
    let mut content = whole();
    let assessment = content.assessments.last_mut().unwrap();
    assessment.risks[0].status = RiskState::Closed;
    assessment.risks[1].residual = None;
    let rated = assessment.risks.len() - 2;
    let residual = counts(&assessment.risks, Stage::Residual);
    assert_eq!(residual.iter().flatten().sum::<u32>() as usize, rated);
    for (likelihood, row) in residual.iter().enumerate() {
        for (impact, count) in row.iter().enumerate() {
            let here = |risk: &&riskwright_domain::risk::Risk| {
                risk.status != RiskState::Closed
                    && risk
                        .rating()
                        .is_some_and(|one| (one.likelihood.rank(), one.impact.rank()) == (likelihood, impact))
            };
            assert_eq!(*count as usize, assessment.risks.iter().filter(here).count());
        }
    }
}

#[test]
fn nothing_is_called_what_it_is_not() {
    let all = with_sheet(&whole(), |sheet| {
        [
            text(&report::document(sheet)),
            text(&summary::document(sheet)),
            text(&treatment_plan::document(sheet)),
            text(&safeguard_gaps::document(sheet)),
        ]
        .join("\n")
    });
    for word in ["compliant", "not information blocking", "safe harbor", "from memory", "from_memory"] {
        assert!(!all.to_lowercase().contains(word), "{word}");
    }
}
