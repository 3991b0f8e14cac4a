//! The whole content, in and out.

use crate::sample::content;
use crate::trial::{Trial, act};
use riskwright_domain::audit::canonical_json;
use riskwright_store::content::{load, save};
use riskwright_store::{Kind, StoreError};

#[test]
fn a_content_comes_back_as_it_went_in_every_list_in_its_order() {
    let trial = Trial::with_content();
    let loaded = trial.store.read(load).unwrap();
    assert_eq!(canonical_json(&loaded), canonical_json(&content()));
    let mut again = Trial::new();
    again.write(|writer| save(writer, &loaded, None));
    assert_eq!(canonical_json(&again.store.read(load).unwrap()), canonical_json(&loaded));
}

#[test]
fn a_content_survives_closing_and_opening() {
    let closed = Trial::with_content().close();
    let store = closed.open().unwrap().store;
    assert_eq!(canonical_json(&store.read(load).unwrap()), canonical_json(&content()));
}

#[test]
fn approvals_know_when_and_from_which_file_they_were_recorded() {
    let mut trial = Trial::new();
    let file = "ef".repeat(32);
    trial.write(|writer| save(writer, &content(), Some(&file)));
    let loaded = trial.store.read(load).unwrap();
    let approvals = loaded.assessments.iter().flat_map(|assessment| &assessment.approvals);
    let recorded: Vec<_> = approvals
        .chain(
            loaded.policies.iter().flat_map(|policy| &policy.versions).flat_map(|version| &version.approvals),
        )
        .map(|approval| approval.recorded.clone().unwrap())
        .collect();
    assert_eq!(recorded.len(), 6);
    for entry in recorded {
        assert_eq!(entry.imported_from.as_deref(), Some(file.as_str()));
        assert_eq!(entry.at, act("x").instant());
    }
}

#[test]
fn a_workspace_with_content_takes_no_other() {
    let mut trial = Trial::with_content();
    let before = trial.store.read(|reader| reader.head()).unwrap();
    let refused = trial.store.write(&act("workspace::import"), |writer| save(writer, &content(), None));
    assert!(matches!(refused, Err(StoreError::NotEmpty)), "{refused:?}");
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), before);
}

#[test]
fn an_empty_workspace_says_so() {
    assert!(matches!(Trial::new().store.read(load), Err(StoreError::Empty)));
}

#[test]
fn a_number_that_occurs_twice_is_refused_and_leaves_nothing() {
    type Double = fn(&mut riskwright_domain::workspace::Content);
    let doubles: [(Kind, &str, Double); 5] = [
        (Kind::Person, "P-002", |content| content.people.push(content.people[0].clone())),
        (Kind::Policy, "POL-11", |content| content.policies.push(content.policies[0].clone())),
        (Kind::Risk, "AS-2025/R-0002", |content| {
            let risk = content.assessments[0].risks[0].clone();
            content.assessments[0].risks.push(risk);
        }),
        (Kind::PolicyVersion, "POL-11/1.0", |content| {
            let version = content.policies[0].versions[0].clone();
            content.policies[0].versions.push(version);
        }),
        (Kind::Approval, "AS-2025/P-002/executive", |content| {
            let approval = content.assessments[0].approvals[0].clone();
            content.assessments[0].approvals.push(approval);
        }),
    ];
    for (kind, id, double) in doubles {
        let mut trial = Trial::new();
        let mut content = content();
        double(&mut content);
        let refused = trial.store.write(&act("workspace::import"), |writer| save(writer, &content, None));
        assert!(
            matches!(&refused, Err(StoreError::Duplicate { kind: found, id: twice }) if *found == kind && twice == id),
            "{id}: {refused:?}"
        );
        assert!(trial.store.read(|reader| reader.is_empty()).unwrap());
    }
}
