//! Approvals that came with a file are marked where the check rests on them.

use crate::builder::{D, TODAY, assessment, finding, run, supported, version};
use riskwright_domain::approval::Recorded;

#[test]
fn imported_approvals_are_marked_with_the_hash_of_the_file() {
    let mut content = supported();
    let recorded = |from: Option<&str>| {
        Some(Recorded { at: "2026-11-01T10:00:00Z".parse().unwrap(), imported_from: from.map(str::to_owned) })
    };
    version(&mut content).approvals[0].recorded = recorded(Some("f00d"));
    assessment(&mut content).approvals[0].recorded = recorded(None);
    let check = run(&content, D, TODAY);
    let marked: Vec<_> = check.criteria.iter().filter(|one| !one.imported.is_empty()).collect();
    let ids: Vec<&str> = marked.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["SE-d-1", "SE-d1-2"]);
    assert_eq!(marked[0].imported, ["POL-25 v1.0: approval of P-002 on 2026-05-20, imported from f00d"]);
    assessment(&mut content).approvals[0].recorded = recorded(Some("beef"));
    let check = run(&content, D, TODAY);
    let mark = "AS-2026: approval of P-002 on 2026-03-03, imported from beef";
    assert_eq!(finding(&check, "SE-d2-1").imported, [mark]);
}
