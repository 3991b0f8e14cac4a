//! Disposal: no body of the record is left, and the history still holds.

use crate::sample::ASSET_NAME;
use crate::trial::Trial;
use riskwright_domain::organization::EvidenceKind;
use riskwright_domain::policy::VersionStatus;
use riskwright_store::{DocumentSummary, Kind, RevisionFilter, Series, StoreError, StoredDocument, audit};

/// Every body that the history and the tables hold, as one text.
fn everything(trial: &Trial) -> String {
    let connection = trial.sql();
    let mut texts = Vec::new();
    let mut tables: Vec<String> = Kind::CURRENT.iter().map(|kind| kind.name().to_owned()).collect();
    tables.push("revision".to_owned());
    for table in tables {
        let mut statement = connection.prepare(&format!("SELECT body FROM {table}")).unwrap();
        let bodies = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        texts.extend(bodies.filter_map(Result::unwrap));
    }
    texts.join("\n")
}

fn bodies(trial: &Trial, kind: Kind, id: &str) -> Vec<Option<String>> {
    let filter = RevisionFilter { kind: Some(kind), id: Some(id), ..Default::default() };
    let lines = trial.store.read(|reader| reader.revisions(&filter)).unwrap();
    lines.into_iter().map(|line| line.body).collect()
}

fn dispose(trial: &mut Trial, kind: Kind, id: &str) -> usize {
    trial.store.write(&crate::trial::act("retention::dispose"), |writer| writer.dispose(kind, id)).unwrap()
}

fn holds(trial: &Trial) {
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn a_policy_version_goes_with_its_approvals_and_its_numbers_are_not_given_out_again() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.remove_practice(&"PR-0001".into()));
    let policy = "POL-11".into();
    let mut version = trial.store.read(|reader| reader.policy_version(&policy, "1.0")).unwrap().unwrap();
    version.change_reason = "Walrus-Lantern wording".to_owned();
    trial.write(|writer| writer.put_policy_version(&policy, &version));
    let mut newer = trial.store.read(|reader| reader.policy_version(&policy, "2.0")).unwrap().unwrap();
    newer.statements.retain(|statement| statement.number.as_str() == "S-01");
    newer.timeframes.clear();
    trial.write(|writer| writer.put_policy_version(&policy, &newer));
    let before = trial.store.read(|reader| reader.head()).unwrap();
    assert!(everything(&trial).contains("Walrus-Lantern"));

    assert_eq!(dispose(&mut trial, Kind::PolicyVersion, "POL-11/1.0"), 4, "two bodies and two approvals");
    assert!(!everything(&trial).contains("Walrus-Lantern"));
    let left = bodies(&trial, Kind::PolicyVersion, "POL-11/1.0");
    assert_eq!(left, [None, None, Some("null".to_owned())]);
    let approval = bodies(&trial, Kind::Approval, "POL-11/1.0/P-002/executive");
    assert_eq!(approval, [None, Some("null".to_owned())]);
    let version = trial.store.read(|reader| reader.policy_version(&policy, "2.0")).unwrap();
    assert_eq!(version, Some(newer), "the other version is as it was");
    holds(&trial);
    let (_, breaks) = trial.store.read(|reader| audit::verify(reader, Some(&before))).unwrap();
    assert_eq!(breaks, [], "the head that was seen is still a line of the history");
    let next = |series| trial.store.read(|reader| reader.next_number(series)).unwrap();
    assert_eq!(next(Series::Statement(&policy)), "S-03", "S-02 was of the version that is gone");
    assert_eq!(next(Series::Timeframe(&policy)), "T-05");
}

#[test]
fn with_the_last_version_goes_the_policy() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.remove_practice(&"PR-0001".into()));
    dispose(&mut trial, Kind::PolicyVersion, "POL-11/2.0");
    assert!(trial.store.read(|reader| reader.policy(&"POL-11".into())).unwrap().is_some());
    dispose(&mut trial, Kind::PolicyVersion, "POL-11/1.0");
    assert!(trial.store.read(|reader| reader.policy(&"POL-11".into())).unwrap().is_none());
    assert!(!everything(&trial).contains("Access by applications"));
    assert_eq!(trial.store.read(|reader| reader.next_number(Series::Policy)).unwrap(), "POL-12");
    holds(&trial);
}

#[test]
fn an_assessment_goes_with_all_that_belongs_to_it_and_no_other() {
    let mut trial = Trial::with_content();
    let other = trial.store.read(|reader| reader.assessment(&"AS-2026".into())).unwrap();
    dispose(&mut trial, Kind::Assessment, "AS-2025");
    for (kind, id) in [
        (Kind::Assessment, "AS-2025"),
        (Kind::Risk, "AS-2025/R-0001"),
        (Kind::Asset, "AS-2025/A-001"),
        (Kind::SafeguardStatus, "AS-2025/45 CFR 164.312(b)"),
        (Kind::Approval, "AS-2025/P-002/executive"),
    ] {
        assert_eq!(bodies(&trial, kind, id), [None, Some("null".to_owned())], "{id}");
    }
    assert_eq!(trial.store.read(|reader| reader.assessment(&"AS-2026".into())).unwrap(), other);
    assert!(everything(&trial).contains(ASSET_NAME), "AS-2026 has the asset too");
    assert_eq!(trial.store.read(|reader| reader.next_number(Series::Vendor)).unwrap(), "V-008");
    holds(&trial);
}

#[test]
fn evidence_and_documents_go_with_their_files() {
    let mut trial = Trial::with_content();
    let files = trial.store.evidence_files();
    let sha256 = trial.write(|writer| {
        let mut item = writer.evidence_item(&"E-0002".into())?.ok_or(StoreError::Empty)?;
        item.kind = EvidenceKind::Record;
        item.sha256 = Some(files.put(b"scan")?);
        writer.put_evidence(&item)?;
        writer.evidence_stored(item.sha256.as_deref().unwrap_or_default())?;
        Ok(item.sha256.unwrap_or_default())
    });
    let summary = DocumentSummary {
        number: "D-0001".to_owned(),
        policy: "POL-11".into(),
        version: "1.0".to_owned(),
        content_hash: "ab".repeat(32),
        written_at: "2026-02-01T09:00:00Z".parse().unwrap(),
        signed: Vec::new(),
        sha256: String::new(),
        bytes: 0,
    };
    trial.write(|writer| writer.put_document(&StoredDocument { summary, pdf: b"%PDF-1".to_vec() }));
    assert_eq!(dispose(&mut trial, Kind::Evidence, "E-0002"), 2);
    assert_eq!(dispose(&mut trial, Kind::Document, "D-0001"), 1);
    assert_eq!(trial.store.sweep_evidence().unwrap(), 1);
    assert!(!files.holds(&sha256));
    assert!(!everything(&trial).contains("Restore test"));
    assert_eq!(trial.store.verify(None).unwrap().1, []);
    assert_eq!(trial.store.read(|reader| reader.next_number(Series::Document)).unwrap(), "D-0002");
}

#[test]
fn what_is_not_there_or_not_disposed_of_by_itself_is_refused() {
    let mut trial = Trial::with_content();
    let head = trial.store.read(|reader| reader.head()).unwrap();
    for (kind, id) in [
        (Kind::PolicyVersion, "POL-11/9.0"),
        (Kind::PolicyVersion, "POL-11"),
        (Kind::Assessment, "AS-1999"),
        (Kind::Person, "P-001"),
        (Kind::Risk, "AS-2026/R-0001"),
    ] {
        let refused = trial.store.write(&crate::trial::act("test"), |writer| writer.dispose(kind, id));
        assert!(matches!(refused, Err(StoreError::Absent { .. })), "{kind} {id}: {refused:?}");
    }
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), head);
}

#[test]
fn a_record_that_another_refers_to_is_refused_whatever_the_caller_thinks() {
    let mut trial = Trial::with_content();
    let refused =
        trial.store.write(&crate::trial::act("test"), |writer| writer.dispose(Kind::Assessment, "AS-2026"));
    assert!(matches!(refused, Err(StoreError::Reference)), "{refused:?}");
    let version = trial.store.read(|reader| reader.policy_version(&"POL-11".into(), "1.0")).unwrap().unwrap();
    assert_eq!(version.status, VersionStatus::Effective);
    assert!(bodies(&trial, Kind::Assessment, "AS-2026").iter().all(Option::is_some));
}
