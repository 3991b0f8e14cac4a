//! How long the check of every practice takes: 1,000 practices over 1,000 policies and 10,000 risks, and ten times less,
//! to see that the work grows with the content and no more. Nothing is asserted; figures are printed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use criterion::{BenchmarkId, Criterion};
use jiff::civil::{Date, date};
use riskwright_app::sample;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::practice::Basis;
use riskwright_domain::practice::check::{Facts, check_with};
use riskwright_domain::workspace::Content;
use std::hint::black_box;
use std::time::Duration;

const ON: Date = date(2026, 11, 21);

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(4))
        .configure_from_args();
    let mut group = criterion.benchmark_group("check every practice");
    for (practices, risks) in [(100, 1_000), (1_000, 10_000)] {
        let content = many(practices, risks);
        group.bench_function(BenchmarkId::from_parameter(practices), |bencher| {
            bencher.iter(|| {
                let facts = Facts::new(Catalogue::embedded(), &content);
                for practice in &content.practices {
                    black_box(check_with(&facts, practice, ON).unwrap());
                }
            });
        });
    }
    group.finish();
    criterion.final_summary();
}

/// The sample with so many copies of a policy, each with a practice of its own, and so many risks.
fn many(practices: usize, risks: usize) -> Content {
    let mut content = sample::content().expect("the sample is read");
    let assessment = content.assessments.last_mut().expect("an assessment");
    let known = assessment.risks.clone();
    for at in known.len()..risks {
        let mut risk = known[at % known.len()].clone();
        risk.number = format!("R-{at:05}").into();
        assessment.risks.push(risk);
    }
    let policy =
        content.policies.iter().find(|one| one.number.as_str() == "POL-25").expect("a policy").clone();
    let practice =
        content.practices.iter().find(|one| one.number.as_str() == "PR-0001").expect("a practice").clone();
    content.practices.clear();
    for at in 0..practices {
        let number = format!("POL-X{at:04}");
        let mut copy = policy.clone();
        copy.number = number.clone().into();
        // Policies of one organization speak of different events; the same a thousand times would be contradictions.
        for timeframe in copy.versions.iter_mut().flat_map(|version| &mut version.timeframes) {
            timeframe.trigger = format!("{} of kind {at}", timeframe.trigger);
        }
        content.policies.push(copy);
        let mut copy = practice.clone();
        copy.number = format!("PR-{at:05}").into();
        if let Some(Basis::Policy(basis)) = &mut copy.basis {
            basis.policy = number.into();
        }
        content.practices.push(copy);
    }
    content
}
