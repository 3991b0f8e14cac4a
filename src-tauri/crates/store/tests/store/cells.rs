//! Every column of every table edited with the right key: refused by the database, on opening, or named.

use crate::tampering::triggers;
use crate::trial::{Closed, Trial};
use jiff::civil::date;
use riskwright_domain::audit::Head;
use riskwright_domain::organization::{Certificate, CertificateOrigin};
use riskwright_domain::retention::LegalHold;
use riskwright_domain::workspace::Settings;
use riskwright_store::{DocumentSummary, StoredDocument};
use rusqlite::{Connection, Error};

/// What a value is changed to, as an expression over the column.
const EDITS: [&str; 5] =
    ["{c} || ' '", "{c} + 1000", "NULL", "(SELECT max({c}) FROM {t})", "(SELECT min({c}) FROM {t})"];

fn tables(sql: &Connection) -> Vec<String> {
    let mut statement = sql
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// Columns that hold a value of their own; a generated one follows the body.
fn columns(sql: &Connection, table: &str) -> Vec<String> {
    let mut statement =
        sql.prepare(&format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0")).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// Edits one cell with every guard of the database put aside; whether it changed anything.
fn edit(sql: &Connection, table: &str, column: &str, value: &str) -> Result<bool, Error> {
    let triggers = triggers(sql);
    sql.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")?;
    for (name, _) in &triggers {
        sql.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let value = value.replace("{c}", column).replace("{t}", table);
    let row =
        format!("SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM {table})");
    let before = content(sql, table, column);
    let outcome = sql.execute(&format!("UPDATE {table} SET {column} = {value} WHERE rowid = ({row})"), []);
    for (_, statement) in &triggers {
        sql.execute_batch(statement)?;
    }
    outcome.map(|_| before != content(sql, table, column))
}

/// The values of a column; of a position only the order counts that it makes within a list.
fn content(sql: &Connection, table: &str, column: &str) -> Vec<String> {
    let owners = ["assessment", "policy", "policy_version"];
    let list: String = columns(sql, table)
        .iter()
        .filter(|column| owners.contains(&column.as_str()))
        .map(|column| format!("{column}, "))
        .collect();
    let wanted = match column {
        "position" => format!("SELECT quote(id) FROM {table} ORDER BY {list}position, id"),
        _ => format!("SELECT quote({column}) FROM {table} ORDER BY rowid"),
    };
    let mut statement = sql.prepare(&wanted).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn certificate() -> Certificate {
    Certificate {
        fingerprint: "ab".repeat(32),
        holder: Some("P-001".into()),
        subject: "Dana Ruiz".to_owned(),
        issuer: "Quartz Meadow Clinic".to_owned(),
        valid_from: date(2026, 1, 5),
        valid_until: date(2029, 1, 4),
        origin: CertificateOrigin::Made,
        der: "3082".to_owned(),
    }
}

fn hold() -> LegalHold {
    LegalHold {
        number: "H-001".to_owned(),
        title: "A matter".to_owned(),
        reason: "Counsel asks for it.".to_owned(),
        placed_by: "P-001".into(),
        placed_on: date(2026, 2, 1),
        records: Vec::new(),
        released: None,
    }
}

fn document() -> StoredDocument {
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
    StoredDocument { summary, pdf: b"%PDF-1".to_vec() }
}

fn prepared() -> (Closed, Head) {
    let mut trial = Trial::with_content();
    trial.write(|writer| {
        writer.put_settings(&Settings::default())?;
        writer.put_certificate(&certificate())?;
        writer.put_legal_hold(&hold())?;
        writer.put_document(&document())
    });
    let head = trial.store.read(|reader| reader.head()).unwrap();
    (trial.close(), head)
}

fn is_noticed(closed: &Closed, seen: &Head) -> bool {
    let Ok(opened) = closed.open() else { return true };
    match opened.store.verify(Some(seen)) {
        Ok((_, breaks)) => !breaks.is_empty(),
        Err(_) => true,
    }
}

#[test]
fn no_edited_cell_is_silently_accepted() {
    let (mut edited, mut missed) = (0, Vec::new());
    let (plain, _) = prepared();
    let tables = tables(&plain.sql());
    let (mut closed, mut seen) = prepared();
    for table in &tables {
        for column in columns(&plain.sql(), table) {
            for value in EDITS {
                match edit(&closed.sql(), table, &column, value) {
                    Ok(true) => {}
                    Ok(false) | Err(_) => continue,
                }
                edited += 1;
                if !is_noticed(&closed, &seen) {
                    missed.push(format!("{table}.{column} = {value}"));
                }
                (closed, seen) = prepared();
            }
        }
    }
    assert_eq!(missed, Vec::<String>::new());
    assert!(edited > 80, "only {edited} cells could be edited");
}
