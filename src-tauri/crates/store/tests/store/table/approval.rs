use crate::trial::Trial;
use riskwright_domain::policy::Policy;
use riskwright_store::{Act, Kind};

fn policy(trial: &Trial) -> Policy {
    trial.store.read(|reader| reader.policy(&"POL-11".into())).unwrap().unwrap()
}

#[test]
fn an_approval_keeps_when_it_was_recorded_while_the_rest_changes() {
    let mut trial = Trial::with_content();
    let mut policy = policy(&trial);
    let before = policy.versions[0].approvals.clone();
    assert!(before.iter().all(|approval| approval.recorded.is_some()));
    policy.title = "Access by applications and payers".to_owned();
    let later = Act { command: "policy::save", by: "lee", at: "2026-05-01T00:00:00Z".parse().unwrap() };
    trial.store.write(&later, |writer| writer.put_policy(&policy)).unwrap();
    assert_eq!(self::policy(&trial).versions[0].approvals, before);
}

#[test]
fn a_voided_approval_is_gone_and_a_new_one_is_recorded_now() {
    let mut trial = Trial::with_content();
    let mut policy = policy(&trial);
    let voided = policy.versions[0].approvals.remove(0);
    trial.write(|writer| writer.put_policy(&policy));
    assert_eq!(trial.store.read(|reader| reader.count(Kind::Approval)).unwrap(), 5);
    policy.versions[0].approvals.push(voided.clone());
    let later = Act { command: "policy::approve", by: "dana", at: "2026-05-01T00:00:00Z".parse().unwrap() };
    trial.store.write(&later, |writer| writer.put_policy(&policy)).unwrap();
    let approvals = self::policy(&trial).versions[0].approvals.clone();
    assert_eq!(approvals[1].by, voided.by);
    assert_eq!(approvals[1].recorded.as_ref().unwrap().at, later.at);
    assert!(approvals[0].recorded.as_ref().unwrap().at < later.at);
}
