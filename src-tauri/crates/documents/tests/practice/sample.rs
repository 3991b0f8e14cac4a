//! The sample clinic with its policies sealed, and the sheet of one of its practices.

use crate::text::text;
use jiff::civil::{Date, date};
use riskwright_documents::Document;
use riskwright_documents::practice::{Copy, PracticeSheet, sheet};
use riskwright_domain::audit::Head;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::{PolicyVersion, Seal, VersionStatus};
use riskwright_domain::practice::consistency::consistency;
use riskwright_domain::practice::{Basis, CaseDetermination, Practice, check};
use riskwright_domain::risk::{Level, Risk};
use riskwright_domain::workspace::Content;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub const TODAY: Date = date(2026, 11, 21);

/// Rests on POL-25.
pub const BY_POLICY: &str = "PR-0001";
/// Rests on a determination for one case.
pub const BY_CASE: &str = "PR-0003";

static SAMPLE: LazyLock<Content> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/sample/lakeside.yaml");
    let file = std::fs::read_to_string(path).expect("the sample is there");
    let value: serde_json::Value = serde_yaml::from_str(&file).expect("the sample is YAML");
    serde_json::from_value(value).expect("the sample has the shape of the exchange format")
});

/// The sample as import leaves it: what is in force is sealed, with the levels that were answered; one item of
/// evidence has a file.
pub fn content() -> Content {
    let mut content = SAMPLE.clone();
    let risks: BTreeMap<String, Risk> =
        content.assessments[0].risks.iter().map(|risk| (risk.number.to_string(), risk.clone())).collect();
    let versions = content.policies.iter_mut().flat_map(|policy| &mut policy.versions);
    for version in versions.filter(|version| version.status == VersionStatus::Effective) {
        let hash = "5a".repeat(32);
        version.approvals.iter_mut().for_each(|one| one.content_hash = Some(hash.clone()));
        version.seal =
            Some(Seal { content_hash: hash, template_hash: "7e".repeat(32), blocks: "[]".to_owned() });
        for link in version.statements.iter_mut().flat_map(|statement| &mut statement.risks) {
            let risk = &risks[link.risk.as_str()];
            (link.rating_hash, link.level) = (Some(risk.rating_hash()), risk.level());
        }
    }
    let log = content.evidence.iter_mut().find(|one| one.number.as_str() == "E-0028").unwrap();
    log.sha256 = Some("c0ffee42".repeat(8));
    content
}

/// The sheet of a practice of a content, as it is checked on a day.
pub fn sheet_of(content: &Content, number: &str, on: Date) -> Document {
    let practice = content.practices.iter().find(|one| one.number.as_str() == number).unwrap();
    let check = check::check(Catalogue::embedded(), content, practice, on).unwrap();
    let head = Head { sequence: 12, hash: "ab".repeat(32) };
    let copy = Copy { made_on: TODAY, made_by: "Dana Whitfield", head: &head };
    let consistency = consistency(&practice.application.records);
    let words = Some(consistency.words.as_str());
    let sheet = PracticeSheet::of(Catalogue::embedded(), content, practice, &check, on, copy, words);
    sheet::document(&sheet)
}

/// The same as text.
pub fn text_of(content: &Content, number: &str) -> String {
    text(&sheet_of(content, number, TODAY))
}

pub fn practice<'c>(content: &'c mut Content, number: &str) -> &'c mut Practice {
    content.practices.iter_mut().find(|one| one.number.as_str() == number).unwrap()
}

pub fn case(content: &mut Content) -> &mut CaseDetermination {
    match practice(content, BY_CASE).basis.as_mut() {
        Some(Basis::Case(case)) => case,
        _ => panic!("{BY_CASE} rests on a case"),
    }
}

/// The version that [`BY_POLICY`] implements.
pub fn version(content: &mut Content) -> &mut PolicyVersion {
    let policy = content.policies.iter_mut().find(|one| one.number.as_str() == "POL-25").unwrap();
    &mut policy.versions[0]
}

/// A risk that [`BY_POLICY`] acts on.
pub fn risk(content: &mut Content) -> &mut Risk {
    content.assessments[0].risks.iter_mut().find(|one| one.number.as_str() == "R-0046").unwrap()
}

/// Raises the risk that [`BY_POLICY`] acts on to the highest level.
pub fn raise(content: &mut Content, on: Date) {
    let risk = risk(content);
    let values = risk.residual.as_mut().unwrap();
    (values.initiation, values.adverse) = (Level::VeryHigh, Level::VeryHigh);
    values.impact.c = Level::VeryHigh;
    risk.rated_on = Some(on);
}
