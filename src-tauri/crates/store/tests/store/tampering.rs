//! Tampering with the right key, past the store: each kind is named by the audit.

use crate::trial::Trial;
use riskwright_domain::audit::{Break, Head};
use riskwright_store::audit;
use rusqlite::Connection;

/// The breaks after a workspace with content was tampered with.
fn breaks_after(statements: &str) -> Vec<Break> {
    let trial = Trial::with_content();
    let (seen, untouched) = trial.store.read(|reader| audit::verify(reader, None)).unwrap();
    assert_eq!(untouched, []);
    tamper(&trial.sql(), statements);
    trial.store.read(|reader| audit::verify(reader, Some(&seen))).unwrap().1
}

/// Runs statements with every guard of the database put aside, and puts the guards back.
fn tamper(sql: &Connection, statements: &str) {
    sql.execute_batch("PRAGMA foreign_keys = OFF;").unwrap();
    let triggers = triggers(sql);
    for (name, _) in &triggers {
        sql.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    sql.execute_batch(statements).unwrap();
    for (_, statement) in &triggers {
        sql.execute_batch(statement).unwrap();
    }
}

pub fn triggers(sql: &Connection) -> Vec<(String, String)> {
    let mut statement =
        sql.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn current(kind: &str, id: &str) -> Break {
    Break::Current { kind: kind.to_owned(), id: id.to_owned() }
}

#[test]
fn an_edited_current_row_is_named() {
    let edits = [
        ("risk", "AS-2026/R-0001", "$.status", "closed"),
        ("organization", "organization", "$.name", "Another Clinic"),
        ("policy_version", "POL-11/1.0", "$.effective_from", "2020-01-01"),
        ("approval", "POL-11/1.0/P-002/executive", "$.recorded.at", "2020-01-01T00:00:00Z"),
    ];
    for (kind, id, path, value) in edits {
        let edit = format!("UPDATE {kind} SET body = json_set(body, '{path}', '{value}') WHERE id = '{id}'");
        assert_eq!(breaks_after(&edit), [current(kind, id)]);
    }
}

#[test]
fn a_deleted_and_a_smuggled_row_are_named() {
    assert_eq!(
        breaks_after("DELETE FROM safeguard_status WHERE id = 'AS-2026/45 CFR 164.312(b)'"),
        [current("safeguard_status", "AS-2026/45 CFR 164.312(b)")]
    );
    assert_eq!(
        breaks_after(
            "INSERT INTO evidence (id, position, body) SELECT 'E-0009', 9, json_set(body, '$.number', 'E-0009')
               FROM evidence WHERE id = 'E-0001'"
        ),
        [current("evidence", "E-0009")]
    );
}

#[test]
fn a_row_brought_back_after_its_removal_is_named() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.remove_practice(&"PR-0001".into()));
    let bring_back = "INSERT INTO practice (id, position, body)
        SELECT id, 1, body FROM revision WHERE kind = 'practice' AND id = 'PR-0001' AND number = 1";
    trial.sql().execute(bring_back, []).unwrap();
    let breaks = trial.store.read(|reader| audit::verify(reader, None)).unwrap().1;
    assert_eq!(breaks, [current("practice", "PR-0001")]);
}

#[test]
fn an_edited_line_of_the_history_is_named() {
    assert_eq!(
        breaks_after("UPDATE revision SET body = '{}' WHERE sequence = 5"),
        [Break::Body { sequence: 5 }]
    );
    for column in ["by", "command", "recorded_at", "id"] {
        let breaks = breaks_after(&format!("UPDATE revision SET {column} = 'eve' WHERE sequence = 5"));
        assert!(breaks.contains(&Break::Link { sequence: 6 }), "{column}: {breaks:?}");
    }
}

#[test]
fn a_deleted_line_is_named() {
    let breaks = breaks_after("DELETE FROM revision WHERE sequence = 5");
    assert!(breaks.contains(&Break::Gap { expected: 5, found: 6 }), "{breaks:?}");
}

#[test]
fn lines_put_in_another_order_are_named() {
    let breaks = breaks_after(
        "UPDATE revision SET sequence = 0 WHERE sequence = 5;
         UPDATE revision SET sequence = 5 WHERE sequence = 6;
         UPDATE revision SET sequence = 6 WHERE sequence = 0;",
    );
    assert!(
        breaks.contains(&Break::Link { sequence: 5 }) && breaks.contains(&Break::Link { sequence: 6 }),
        "{breaks:?}"
    );
}

#[test]
fn a_history_cut_short_is_named_by_the_head_that_was_seen() {
    let trial = Trial::with_content();
    let seen: Head = trial.store.read(|reader| reader.head()).unwrap();
    tamper(&trial.sql(), "DELETE FROM revision WHERE kind = 'practice'; DELETE FROM practice;");
    let verify = |seen| trial.store.read(|reader| audit::verify(reader, seen)).unwrap().1;
    assert_eq!(verify(None), [], "the chain alone cannot know");
    assert_eq!(verify(Some(&seen)), [Break::Cut { seen: seen.sequence, last: seen.sequence - 1 }]);
}

#[test]
fn a_last_line_written_anew_is_named_by_the_head_that_was_seen() {
    let trial = Trial::with_content();
    let seen = trial.store.read(|reader| reader.head()).unwrap();
    tamper(
        &trial.sql(),
        "UPDATE revision SET by = 'eve' WHERE sequence = (SELECT max(sequence) FROM revision)",
    );
    let breaks = trial.store.read(|reader| audit::verify(reader, Some(&seen))).unwrap().1;
    assert_eq!(breaks, [Break::Replaced { seen: seen.sequence }]);
}

#[test]
fn a_row_whose_id_does_not_fit_its_body_is_refused_by_the_database() {
    let trial = Trial::with_content();
    let refused =
        trial.sql().execute("UPDATE risk SET id = 'AS-2026/R-0077' WHERE id = 'AS-2026/R-0001'", []);
    assert!(refused.unwrap_err().to_string().contains("CHECK"));
}

#[test]
fn records_put_in_another_order_are_named() {
    let swap = "UPDATE risk SET position = -position WHERE assessment = 'AS-2026'";
    let breaks = breaks_after(swap);
    assert!(matches!(breaks.as_slice(), [Break::Order { kind, .. }] if kind == "risk"), "{breaks:?}");
}

#[test]
fn a_missing_and_an_added_trigger_are_named() {
    let trial = Trial::with_content();
    trial.sql().execute_batch("DROP TRIGGER revision_never_deleted").unwrap();
    let added = "CREATE TRIGGER quiet AFTER INSERT ON risk BEGIN DELETE FROM approval; END";
    trial.sql().execute_batch(added).unwrap();
    let breaks = trial.store.read(|reader| audit::verify(reader, None)).unwrap().1;
    let named = ["trigger quiet", "trigger revision_never_deleted"];
    assert_eq!(breaks, named.map(|finding| Break::Structure { finding: finding.to_owned() }));
}
