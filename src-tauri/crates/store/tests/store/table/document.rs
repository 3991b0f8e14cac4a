use crate::trial::Trial;
use riskwright_domain::audit::{Break, sha256_hex};
use riskwright_store::{DocumentSummary, Kind, RevisionFilter, Series, StoredDocument, audit};

fn document(pdf: &[u8], signed: &[&str]) -> StoredDocument {
    let summary = DocumentSummary {
        number: "D-0001".to_owned(),
        policy: "POL-11".into(),
        version: "1.0".to_owned(),
        content_hash: "ab".repeat(32),
        written_at: "2026-02-01T09:00:00Z".parse().unwrap(),
        signed: signed.iter().map(|field| (*field).to_owned()).collect(),
        sha256: String::new(),
        bytes: 0,
    };
    StoredDocument { summary, pdf: pdf.to_vec() }
}

#[test]
fn a_document_keeps_its_file_and_knows_its_hash_and_size() {
    let mut trial = Trial::with_content();
    let summary = trial.write(|writer| writer.put_document(&document(b"%PDF-1", &[])));
    assert_eq!((summary.sha256.as_str(), summary.bytes), (sha256_hex(b"%PDF-1").as_str(), 6));
    let stored = trial.store.read(|reader| reader.document("D-0001")).unwrap().unwrap();
    assert_eq!(stored, StoredDocument { summary: summary.clone(), pdf: b"%PDF-1".to_vec() });
    assert_eq!(trial.store.read(|reader| reader.documents()).unwrap(), [summary]);
    assert!(trial.store.read(|reader| reader.document("D-0002")).unwrap().is_none());
    assert_eq!(trial.store.read(|reader| reader.next_number(Series::Document)).unwrap(), "D-0002");
}

#[test]
fn a_signature_is_a_revision_and_the_file_the_signed_one() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.put_document(&document(b"%PDF-1", &[])));
    trial.write(|writer| writer.put_document(&document(b"%PDF-1 signed", &["official"])));
    let filter = RevisionFilter { kind: Some(Kind::Document), ..Default::default() };
    assert_eq!(trial.store.read(|reader| reader.revisions(&filter)).unwrap().len(), 2);
    assert_eq!(trial.store.read(|reader| reader.document("D-0001")).unwrap().unwrap().pdf, b"%PDF-1 signed");
    assert_eq!(trial.store.read(|reader| audit::verify(reader, None)).unwrap().1, []);
}

#[test]
fn a_file_changed_past_the_store_is_named_once() {
    let tampering = [
        "UPDATE document SET pdf = x'00'",
        "UPDATE document SET pdf = NULL",
        "UPDATE document SET pdf = x'00', body = json_remove(body, '$.sha256')",
    ];
    for statement in tampering {
        let mut trial = Trial::with_content();
        trial.write(|writer| writer.put_document(&document(b"%PDF-1", &[])));
        trial.sql().execute(statement, []).unwrap();
        let breaks = trial.store.read(|reader| audit::verify(reader, None)).unwrap().1;
        let named = Break::Current { kind: "document".to_owned(), id: "D-0001".to_owned() };
        assert_eq!(breaks, [named], "{statement}");
    }
}
