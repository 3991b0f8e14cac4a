//! The content as it was known, the filters of the trail, and records written back from the history.

use crate::trial::{LOGIN, Trial};
use jiff::{SignedDuration, Timestamp};
use riskwright_domain::number::{AssessmentNumber, RiskNumber};
use riskwright_domain::workspace::Content;
use riskwright_store::content::{load, load_known_at};
use riskwright_store::{Act, Kind, RevisionFilter, StoreError, Writer, audit};

fn year() -> AssessmentNumber {
    "AS-2026".into()
}

fn minute(at: i64) -> Timestamp {
    "2026-03-01T00:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(at)
}

type Change = fn(&mut Writer<'_>) -> Result<(), StoreError>;

fn content(trial: &Trial) -> Content {
    trial.store.read(load).unwrap()
}

/// Changes, removals, new beginnings and new orders, in tables with and without an owner.
const CHANGES: [Change; 9] = [
    |writer| {
        let mut organization = writer.organization()?.unwrap();
        organization.name = "Renamed Clinic".to_owned();
        writer.put_organization(&organization).map(drop)
    },
    |writer| {
        let mut risk = writer.risk(&year(), &"R-0001".into())?.unwrap();
        risk.rationale = "Seen three times in the region.".to_owned();
        writer.put_risk(&year(), &risk).map(drop)
    },
    |writer| writer.remove_risk(&year(), &"R-0002".into()).map(drop),
    |writer| {
        let mut assessment = writer.assessment(&year())?.unwrap();
        assessment.threats.reverse();
        assessment.answers.clear();
        writer.put_assessment(&assessment)
    },
    |writer| {
        let mut risk = writer.risk(&year(), &"R-0001".into())?.unwrap();
        risk.number = RiskNumber::from("R-0002");
        writer.put_risk(&year(), &risk).map(drop)
    },
    |writer| {
        let mut policy = writer.policy(&"POL-11".into())?.unwrap();
        policy.versions.reverse();
        writer.put_policy(&policy)
    },
    |writer| writer.remove_policy_version(&"POL-11".into(), "2.0").map(drop),
    |writer| {
        let mut version = writer.policy_version(&"POL-11".into(), "1.0")?.unwrap();
        version.approvals.pop();
        writer.put_policy_version(&"POL-11".into(), &version)
    },
    |writer| {
        let mut person = writer.person(&"P-001".into())?.unwrap();
        person.name = "Dana R. Ruiz".to_owned();
        writer.put_person(&person).map(drop)
    },
];

/// The sample after each change, and the instant of it; the first is before any.
fn changed() -> (Trial, Vec<(Timestamp, Content)>) {
    let mut trial = Trial::with_content();
    let mut states = vec![(minute(0), content(&trial))];
    for (at, change) in (1..).zip(CHANGES) {
        let act = Act { command: "test::change", by: LOGIN, at: minute(at) };
        trial.store.write(&act, change).unwrap();
        states.push((minute(at), content(&trial)));
    }
    (trial, states)
}

#[test]
fn the_content_of_every_instant_is_found_again() {
    let (trial, states) = changed();
    assert!(states.windows(2).all(|pair| pair[0].1 != pair[1].1), "each change changes something");
    for (at, state) in &states {
        let nearly_next = *at + SignedDuration::from_secs(59);
        for instant in [*at, nearly_next] {
            let then = trial.store.read(|reader| load_known_at(reader, instant)).unwrap();
            assert!(then.content == *state, "at {instant}");
            assert_eq!(then.disposed, []);
        }
    }
    let never = trial.store.read(|reader| load_known_at(reader, Timestamp::UNIX_EPOCH));
    assert!(matches!(never, Err(StoreError::Empty)), "{never:?}");
}

#[test]
fn a_body_that_was_disposed_of_is_named_and_the_rest_is_there() {
    let (trial, states) = changed();
    let filter = RevisionFilter { kind: Some(Kind::Risk), id: Some("AS-2026/R-0001"), ..Default::default() };
    let lines = trial.store.read(|reader| reader.revisions(&filter)).unwrap();
    trial.sql().execute("UPDATE revision SET body = NULL WHERE sequence = ?1", [lines[0].sequence]).unwrap();
    let then = trial.store.read(|reader| load_known_at(reader, minute(0))).unwrap();
    assert_eq!(then.disposed, [(Kind::Risk, "AS-2026/R-0001".to_owned())]);
    let mut expected = states[0].1.clone();
    expected.assessments[1].risks.retain(|risk| risk.number.as_str() != "R-0001");
    assert!(then.content == expected, "everything else is there");
}

#[test]
fn when_a_state_and_its_record_were_recorded_is_known() {
    let (trial, _) = changed();
    let then = trial.store.read(|reader| load_known_at(reader, minute(5))).unwrap();
    let key = ("risk".to_owned(), "AS-2026/R-0001".to_owned());
    assert_eq!(then.past.last[&key].recorded_at, minute(2));
    assert_eq!(then.past.first_recorded[&key], crate::trial::act("x").instant());
}

/// Writes the state of a record before its newest line, as an undo does.
fn back(trial: &mut Trial, kind: Kind, id: &str, at: i64) {
    let last = trial.store.read(|reader| reader.last_revision(kind, id)).unwrap().unwrap();
    let before = trial.store.read(|reader| reader.revision(kind, id, last.number - 1)).unwrap();
    let body = before.and_then(|line| line.body).unwrap_or_else(|| "null".to_owned());
    let act = Act { command: "test::back", by: LOGIN, at: minute(at) };
    trial.store.write(&act, |writer| writer.put_body(kind, id, &body, last.sequence)).unwrap();
}

#[test]
fn a_record_is_written_back_in_its_place_whatever_its_kind() {
    let mut trial = Trial::with_content();
    let start = content(&trial);
    let act = Act { command: "test::change", by: LOGIN, at: minute(0) };
    let removals: [(Kind, &str, Change); 3] = [
        (Kind::Risk, "AS-2026/R-0002", |writer| writer.remove_risk(&year(), &"R-0002".into()).map(drop)),
        (Kind::Approval, "POL-11/1.0/P-001/security_official", |writer| {
            let mut version = writer.policy_version(&"POL-11".into(), "1.0")?.unwrap();
            version.approvals.remove(0);
            writer.put_policy_version(&"POL-11".into(), &version)
        }),
        (Kind::Approval, "AS-2026/P-002/executive", |writer| {
            let mut assessment = writer.assessment(&year())?.unwrap();
            assessment.approvals.retain(|one| one.by.as_str() != "P-002");
            writer.put_assessment(&assessment)
        }),
    ];
    for (kind, id, remove) in removals {
        trial.store.write(&act, remove).unwrap();
        assert!(content(&trial) != start, "{id}");
        back(&mut trial, kind, id, 1);
        assert!(content(&trial) == start, "{id}");
    }
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn a_record_that_was_not_there_before_is_taken_away() {
    let mut trial = Trial::with_content();
    let start = content(&trial);
    trial.write(|writer| {
        let risk = writer.risk(&year(), &"R-0001".into())?.unwrap();
        let new = riskwright_domain::risk::Risk { number: "R-0009".into(), ..risk };
        writer.put_risk(&year(), &new)
    });
    back(&mut trial, Kind::Risk, "AS-2026/R-0009", 0);
    assert!(content(&trial) == start);
    let act = Act { command: "test::back", by: LOGIN, at: minute(1) };
    for (kind, id) in [(Kind::Document, "D-0001"), (Kind::Event, "x"), (Kind::Risk, "R-0001")] {
        let refused = trial.store.write(&act, |writer| writer.put_body(kind, id, "{}", 1));
        assert!(matches!(refused, Err(StoreError::Unwritable { .. })), "{kind}: {refused:?}");
    }
}

#[test]
fn lines_are_found_by_command_record_and_person() {
    let (trial, _) = changed();
    let count = |filter: RevisionFilter<'_>| {
        let found = trial.store.read(|reader| reader.revisions(&filter)).unwrap().len();
        let counted = trial.store.read(|reader| reader.count_revisions(&filter)).unwrap();
        assert_eq!(i64::try_from(found).unwrap(), counted, "{filter:?}");
        found
    };
    let all = count(RevisionFilter::default());
    let changes = count(RevisionFilter { command: Some("test::change"), ..Default::default() });
    assert!(changes >= CHANGES.len() && changes < all);
    assert_eq!(count(RevisionFilter { command: Some("test::"), ..Default::default() }), all - 1);
    assert_eq!(count(RevisionFilter { command: Some("est::change"), ..Default::default() }), 0);
    let risk = count(RevisionFilter { record: Some("2026/r-0002"), ..Default::default() });
    assert_eq!(risk, count(RevisionFilter { id: Some("AS-2026/R-0002"), ..Default::default() }));
    assert!(risk < count(RevisionFilter { record: Some("r-0002"), ..Default::default() }), "in any year");
    assert_eq!(count(RevisionFilter { record: Some("%"), ..Default::default() }), 0, "no wildcard");
    let newest = RevisionFilter { newest: Some(2), ..Default::default() };
    assert_eq!(trial.store.read(|reader| reader.revisions(&newest)).unwrap().len(), 2);
    let (people, kinds) = trial.store.read(|reader| reader.occurring()).unwrap();
    assert_eq!(people, [LOGIN, Act::PROGRAM]);
    assert!(kinds.contains(&"risk".to_owned()) && kinds.is_sorted());
    let lines = trial.store.read(|reader| reader.lines_by(LOGIN, &["test::change", "other"])).unwrap();
    assert!(
        lines
            .iter()
            .all(|line| line.command == "test::change" && (line.kind == "event") == line.body.is_some())
    );
    assert_eq!(lines.len(), changes);
}
