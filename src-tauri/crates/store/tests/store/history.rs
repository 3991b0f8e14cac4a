//! What the history records, and what it refuses.

use crate::sample::content;
use crate::trial::{LOGIN, Trial, act, bytes_of};
use jiff::Timestamp;
use riskwright_domain::audit::{Break, sha256_hex};
use riskwright_domain::number::{AssessmentNumber, RiskNumber};
use riskwright_store::{Act, Change, Kind, RevisionFilter, StoreError, audit};

fn year() -> AssessmentNumber {
    "AS-2026".into()
}

#[test]
fn a_change_is_one_revision_and_an_unchanged_record_none() {
    let mut trial = Trial::with_content();
    let mut risk = trial.store.read(|reader| reader.risk(&year(), &"R-0001".into())).unwrap().unwrap();
    let before = trial.store.read(|reader| reader.head()).unwrap();
    assert_eq!(trial.write(|writer| writer.put_risk(&year(), &risk)), Change::Unchanged);
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), before);
    risk.rationale = "Seen three times in the region.".to_owned();
    assert_eq!(trial.write(|writer| writer.put_risk(&year(), &risk)), Change::Changed);
    let filter = RevisionFilter { kind: Some(Kind::Risk), id: Some("AS-2026/R-0001"), ..Default::default() };
    let revisions = trial.store.read(|reader| reader.revisions(&filter)).unwrap();
    assert_eq!(revisions.iter().map(|revision| revision.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(revisions[1].sequence, before.sequence + 1);
    assert_eq!(revisions[1].previous_hash, before.hash);
    assert_eq!(
        serde_json::from_str::<riskwright_domain::risk::Risk>(revisions[1].body.as_ref().unwrap()).unwrap(),
        risk
    );
    assert_eq!(trial.store.read(|reader| reader.revision_number(Kind::Risk, "AS-2026/R-0001")).unwrap(), 2);
    assert_eq!(trial.store.read(|reader| reader.revision_number(Kind::Risk, "AS-2026/R-0099")).unwrap(), 0);
}

#[test]
fn a_removal_is_a_revision_and_a_new_beginning_counts_on() {
    let mut trial = Trial::with_content();
    let number = RiskNumber::from("R-0001");
    let risk = trial.store.read(|reader| reader.risk(&year(), &number)).unwrap().unwrap();
    assert!(trial.write(|writer| writer.remove_risk(&year(), &number)));
    assert!(!trial.write(|writer| writer.remove_risk(&year(), &number)), "it is gone already");
    assert!(trial.store.read(|reader| reader.risk(&year(), &number)).unwrap().is_none());
    assert_eq!(trial.write(|writer| writer.put_risk(&year(), &risk)), Change::Added);
    let filter = RevisionFilter { id: Some("AS-2026/R-0001"), ..Default::default() };
    let bodies: Vec<_> = trial
        .store
        .read(|reader| reader.revisions(&filter))
        .unwrap()
        .into_iter()
        .map(|line| line.body.unwrap())
        .collect();
    assert_eq!(bodies.len(), 3);
    assert_eq!(bodies[1], "null");
    assert_eq!(bodies[0], bodies[2]);
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn events_count_by_name_and_have_no_row() {
    let mut trial = Trial::new();
    for place in ["a", "b"] {
        trial.write(|writer| writer.event("signed", &serde_json::json!({ "place": place })));
    }
    let filter = RevisionFilter { kind: Some(Kind::Event), id: Some("signed"), ..Default::default() };
    let events = trial.store.read(|reader| reader.revisions(&filter)).unwrap();
    assert_eq!(events.iter().map(|event| event.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(events[1].body.as_deref(), Some(r#"{"place":"b"}"#));
    assert_eq!(events[1].by, LOGIN);
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn the_filter_picks_by_record_person_place_and_time() {
    let mut trial = Trial::with_content();
    let late = Act { command: "late", by: "lee", at: "2026-03-01T00:00:00Z".parse().unwrap() };
    trial.store.write(&late, |writer| writer.event("late", &1)).unwrap();
    let all = trial.store.read(|reader| reader.revisions(&Default::default())).unwrap();
    let count =
        |filter: RevisionFilter<'_>| trial.store.read(|reader| reader.revisions(&filter)).unwrap().len();
    assert_eq!(count(RevisionFilter { kind: Some(Kind::Risk), ..Default::default() }), 4);
    assert_eq!(count(RevisionFilter { by: Some("lee"), ..Default::default() }), 1);
    assert_eq!(count(RevisionFilter { after: Some(1), ..Default::default() }), all.len() - 1);
    assert_eq!(count(RevisionFilter { since: Some(late.at), ..Default::default() }), 1);
    assert_eq!(
        count(RevisionFilter { until: Some(act("x").instant()), ..Default::default() }),
        all.len() - 1
    );
    let newest = RevisionFilter { newest: Some(2), ..Default::default() };
    assert_eq!(trial.store.read(|reader| reader.revisions(&newest)).unwrap(), all[all.len() - 2..]);
}

#[test]
fn a_clock_that_went_back_is_an_event_once() {
    let mut trial = Trial::with_content();
    let early: Timestamp = "2025-12-24T00:00:00Z".parse().unwrap();
    for minute in 0..2 {
        let at = early + jiff::SignedDuration::from_mins(minute);
        let act = Act { command: "test::late", by: LOGIN, at };
        trial.store.write(&act, |writer| writer.event("work", &minute)).unwrap();
    }
    let filter = RevisionFilter { id: Some("clock_back"), ..Default::default() };
    let events = trial.store.read(|reader| reader.revisions(&filter)).unwrap();
    assert_eq!(events.len(), 1, "the second act is later than the first");
    assert_eq!(events[0].by, Act::PROGRAM);
    assert_eq!(
        events[0].body.as_deref(),
        Some(r#"{"last":"2026-02-01T09:00:00.123456Z","now":"2025-12-24T00:00:00Z"}"#)
    );
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn a_command_that_writes_nothing_leaves_nothing_even_if_the_clock_went_back() {
    let mut trial = Trial::with_content();
    let before = trial.store.read(|reader| reader.head()).unwrap();
    let act = Act { command: "test::none", by: LOGIN, at: Timestamp::UNIX_EPOCH };
    trial.store.write(&act, |writer| writer.put_organization(&content().organization)).unwrap();
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), before);
}

#[test]
fn the_database_itself_refuses_to_rewrite_the_history() {
    let trial = Trial::with_content();
    let sql = trial.sql();
    let statements = [
        "UPDATE revision SET by = 'eve' WHERE sequence = 3",
        "UPDATE revision SET body = '{}' WHERE sequence = 3",
        "UPDATE revision SET body = NULL, by = 'eve' WHERE sequence = 3",
        "UPDATE revision SET body = NULL, body_hash = 'x' WHERE sequence = 3",
        "UPDATE revision SET sequence = 9999, body = NULL WHERE sequence = 3",
        "DELETE FROM revision WHERE sequence = 3",
        "DELETE FROM revision",
        "INSERT INTO revision SELECT 1000, kind, 'other', 1, recorded_at, by, command, schema, body, body_hash, previous_hash
           FROM revision WHERE sequence = 3",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision WHERE sequence = 3",
        "INSERT OR REPLACE INTO revision SELECT (SELECT max(sequence) + 1 FROM revision), kind, id, number, recorded_at, 'eve',
           command, schema, body, body_hash, previous_hash FROM revision WHERE sequence = 3",
    ];
    for statement in statements {
        let refused = sql.execute(statement, []).unwrap_err();
        assert!(refused.to_string().contains("only appended to"), "{statement}: {refused}");
    }
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn disposal_empties_a_body_once_and_keeps_the_chain() {
    let mut trial = Trial::with_content();
    let mut person = trial.store.read(|reader| reader.person(&"P-001".into())).unwrap().unwrap();
    let old = trial
        .store
        .read(|reader| reader.revisions(&RevisionFilter { id: Some("P-001"), ..Default::default() }))
        .unwrap();
    person.name = "Dana R. Ruiz".to_owned();
    trial.write(|writer| writer.put_person(&person));
    let sql = trial.sql();
    let dispose = "UPDATE revision SET body = NULL WHERE sequence = ?1";
    assert_eq!(sql.execute(dispose, [old[0].sequence]).unwrap(), 1);
    assert!(sql.execute(dispose, [old[0].sequence]).is_err(), "it is empty already");
    let breaks = trial.store.read(|reader| audit::verify(reader, None)).unwrap().1;
    assert_eq!(breaks, [Break::Emptied { sequence: old[0].sequence }], "no disposal explains it");
    let now = trial
        .store
        .read(|reader| reader.revisions(&RevisionFilter { id: Some("P-001"), ..Default::default() }))
        .unwrap();
    assert_eq!(now[0].body, None);
    assert_eq!(now[0].body_hash, sha256_hex(old[0].body.as_ref().unwrap().as_bytes()));
}

#[test]
fn instants_are_kept_to_the_microsecond_and_read_back_equal() {
    let mut trial = Trial::new();
    trial.write(|writer| writer.event("now", &0));
    let last = trial
        .store
        .read(|reader| reader.revisions(&RevisionFilter { id: Some("now"), ..Default::default() }))
        .unwrap();
    assert_eq!(last[0].recorded_at.to_string(), "2026-02-01T09:00:00.123456Z");
}

#[test]
fn a_key_with_the_wrong_bytes_opens_nothing_by_sql() {
    let closed = Trial::new().close();
    let mut key = bytes_of(&closed.recovery);
    key[31] ^= 1;
    let sql = rusqlite::Connection::open(closed.folder.join("workspace.db")).unwrap();
    sql.execute_batch(&format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", hex::encode(key)))
        .unwrap();
    assert!(sql.query_row("SELECT count(*) FROM revision", [], |row| row.get::<_, i64>(0)).is_err());
}

#[test]
fn an_unreadable_body_names_its_record() {
    let trial = Trial::with_content();
    trial.sql().execute("UPDATE practice SET body = json_remove(body, '$.title')", []).unwrap();
    let error = trial.store.read(|reader| reader.practices()).unwrap_err();
    assert!(
        matches!(&error, StoreError::Unreadable { kind: Kind::Practice, id, .. } if id == "PR-0001"),
        "{error:?}"
    );
}
