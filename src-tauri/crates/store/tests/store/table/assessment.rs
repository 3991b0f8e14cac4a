use crate::trial::Trial;
use riskwright_domain::assessment::Assessment;
use riskwright_store::{Kind, RevisionFilter, audit};

fn assessment(trial: &Trial) -> Assessment {
    trial.store.read(|reader| reader.assessment(&"AS-2026".into())).unwrap().unwrap()
}

#[test]
fn an_assessment_becomes_exactly_what_was_put() {
    let mut trial = Trial::with_content();
    let mut assessment = assessment(&trial);
    let before = trial.store.read(|reader| reader.head()).unwrap().sequence;
    assessment.risks[1].effect = "Charts are read by others.".to_owned();
    assessment.answers.remove(0);
    assessment.open_items.clear();
    trial.write(|writer| writer.put_assessment(&assessment));
    assert_eq!(self::assessment(&trial), assessment);
    let revisions = trial
        .store
        .read(|reader| reader.revisions(&RevisionFilter { after: Some(before), ..Default::default() }))
        .unwrap();
    let changed: Vec<_> = revisions.iter().map(|line| (line.kind.as_str(), line.id.as_str())).collect();
    assert_eq!(
        changed,
        [("assessment", "AS-2026"), ("factor_answer", "AS-2026/Q002"), ("risk", "AS-2026/R-0001")],
        "nothing else has a revision"
    );
}

#[test]
fn another_order_is_kept_and_leaves_an_event() {
    let mut trial = Trial::with_content();
    let mut assessment = assessment(&trial);
    assessment.threats.reverse();
    trial.write(|writer| writer.put_assessment(&assessment));
    assert_eq!(self::assessment(&trial).threats, assessment.threats);
    let filter = RevisionFilter { kind: Some(Kind::Event), id: Some("reordered"), ..Default::default() };
    let events = trial.store.read(|reader| reader.revisions(&filter)).unwrap();
    assert_eq!(events.len(), 1);
    assert_eq!(
        events[0].body.as_deref(),
        Some(r#"{"ids":["AS-2026/T-001","AS-2026/T-002"],"kind":"threat_disposition","of":"AS-2026"}"#)
    );
}

#[test]
fn a_record_taken_out_of_the_middle_is_no_new_order() {
    let mut trial = Trial::with_content();
    let mut assessment = assessment(&trial);
    let first = assessment.safeguards.remove(0);
    trial.write(|writer| writer.put_assessment(&assessment));
    assessment.safeguards.push(first);
    trial.write(|writer| writer.put_assessment(&assessment));
    assert_eq!(self::assessment(&trial).safeguards, assessment.safeguards);
    let filter = RevisionFilter { id: Some("reordered"), ..Default::default() };
    assert_eq!(trial.store.read(|reader| reader.revisions(&filter)).unwrap(), []);
}

#[test]
fn a_removed_assessment_takes_its_parts_along_and_leaves_the_other_year() {
    let mut trial = Trial::with_content();
    assert!(trial.write(|writer| writer.remove_assessment(&"AS-2025".into())));
    let left = trial.store.read(|reader| reader.assessments()).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].risks.len(), 2);
    assert_eq!(trial.store.read(|reader| reader.count(Kind::Risk)).unwrap(), 2);
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
    assert!(!trial.write(|writer| writer.remove_assessment(&"AS-2025".into())));
}
