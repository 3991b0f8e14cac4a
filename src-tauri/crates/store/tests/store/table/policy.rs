use crate::trial::Trial;
use riskwright_store::{Kind, audit};

#[test]
fn a_version_is_written_and_removed_without_touching_the_others() {
    let mut trial = Trial::with_content();
    let policy = "POL-11".into();
    let before = trial.store.read(|reader| reader.policy(&policy)).unwrap().unwrap();
    let mut draft = before.versions[1].clone();
    draft.number = "3.0".to_owned();
    trial.write(|writer| writer.put_policy_version(&policy, &draft));
    let numbers = |trial: &Trial| -> Vec<String> {
        let versions = trial.store.read(|reader| reader.policy_versions(&policy)).unwrap();
        versions.into_iter().map(|version| version.number).collect()
    };
    assert_eq!(numbers(&trial), ["1.0", "2.0", "3.0"]);
    assert!(trial.write(|writer| writer.remove_policy_version(&policy, "2.0")));
    assert_eq!(numbers(&trial), ["1.0", "3.0"]);
    let effective = trial.store.read(|reader| reader.policy_version(&policy, "1.0")).unwrap().unwrap();
    assert_eq!(effective, before.versions[0]);
}

#[test]
fn a_removed_policy_takes_versions_and_approvals_along() {
    let mut trial = Trial::with_content();
    assert!(trial.write(|writer| writer.remove_policy(&"POL-11".into())));
    let count = |kind| trial.store.read(|reader| reader.count(kind)).unwrap();
    assert_eq!((count(Kind::Policy), count(Kind::PolicyVersion), count(Kind::Approval)), (0, 0, 4));
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn a_policy_put_without_a_version_loses_it() {
    let mut trial = Trial::with_content();
    let mut policy = trial.store.read(|reader| reader.policy(&"POL-11".into())).unwrap().unwrap();
    policy.versions.remove(0);
    trial.write(|writer| writer.put_policy(&policy));
    assert_eq!(trial.store.read(|reader| reader.policy(&"POL-11".into())).unwrap().unwrap(), policy);
    assert_eq!(trial.store.read(|reader| reader.count(Kind::Approval)).unwrap(), 4);
}
