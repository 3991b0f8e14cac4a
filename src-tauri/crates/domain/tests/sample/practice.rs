//! The practices: four of them, with four different conclusions.

use crate::{SAMPLE, TODAY, assessment};
use riskwright_domain::catalogue::{Catalogue, ResultState};
use riskwright_domain::policy::{Seal, VersionStatus};
use riskwright_domain::practice::check::{self, CriterionResult};
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;
use std::collections::BTreeMap;

#[test]
fn the_four_practices_reach_four_conclusions() {
    let content = sealed();
    let conclusion = |number: &str| {
        let practice = content.practices.iter().find(|one| one.number.as_str() == number).unwrap();
        let check = check::check(Catalogue::embedded(), &content, practice, TODAY).unwrap();
        let open = check.criteria.into_iter().filter(|one| !matches!(one.result, CriterionResult::Met));
        let open =
            open.map(|one| format!("{} {:?}: {}", one.id, one.result, one.explanation)).collect::<Vec<_>>();
        (check.conclusion, check.lapses, open)
    };
    assert_eq!(conclusion("PR-0001"), (ResultState::Supported, Vec::new(), Vec::new()));
    assert_eq!(conclusion("PR-0003"), (ResultState::Supported, Vec::new(), Vec::new()));
    let (state, lapses, open) = conclusion("PR-0002");
    assert_eq!((state, lapses), (ResultState::InReview, Vec::new()));
    assert!(open.len() == 2 && open[0].starts_with("SE-b-2 NeedsJudgement"), "{open:#?}");
    assert!(open[1].starts_with("SE-c-1 NeedsJudgement"), "{open:#?}");
    let (state, lapses, open) = conclusion("PR-0004");
    assert_eq!((state, lapses), (ResultState::NotSupported, Vec::new()));
    assert!(open.len() == 1 && open[0].starts_with("SE-b-2 NotMet: Reaches further"), "{open:#?}");
}

/// The sample as import leaves it: what is in force is sealed.
pub fn sealed() -> Content {
    let mut content = SAMPLE.clone();
    let ratings: BTreeMap<String, &Risk> =
        assessment().risks.iter().map(|risk| (risk.number.to_string(), risk)).collect();
    let versions = content.policies.iter_mut().flat_map(|policy| &mut policy.versions);
    for version in versions.filter(|version| version.status == VersionStatus::Effective) {
        let hash = "5a".repeat(32);
        version.approvals.iter_mut().for_each(|one| one.content_hash = Some(hash.clone()));
        version.seal =
            Some(Seal { content_hash: hash, template_hash: "7e".repeat(32), blocks: "[]".to_owned() });
        for link in version.statements.iter_mut().flat_map(|statement| &mut statement.risks) {
            let risk = ratings[link.risk.as_str()];
            (link.rating_hash, link.level) = (Some(risk.rating_hash()), risk.level());
        }
    }
    content
}
