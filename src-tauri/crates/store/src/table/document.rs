//! Documents that were written: what they are in the body, the file itself beside it.

use super::row::List;
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use jiff::Timestamp;
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::number::PolicyNumber;
use rusqlite::params;
use serde::{Deserialize, Serialize};

const ALL: List<'static> = List::all(Kind::Document);
const FILE: &str = "SELECT pdf FROM document WHERE id = ?1";
const SET_FILE: &str = "UPDATE document SET pdf = ?2 WHERE id = ?1";
const HASHES: &str = "SELECT id, body ->> '$.sha256', pdf FROM document ORDER BY position, id";

/// What is known of a document without its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentSummary {
    /// Number: `D-0001`.
    pub number: String,
    /// The policy.
    pub policy: PolicyNumber,
    /// The version.
    pub version: String,
    /// SHA-256 (hex) of the sealed content.
    pub content_hash: String,
    /// When it was written, UTC.
    pub written_at: Timestamp,
    /// Signature fields that are filled.
    pub signed: Vec<String>,
    /// SHA-256 (hex) of the file.
    pub sha256: String,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// A document with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDocument {
    /// What is known of it; hash and size are those of the file once it is put.
    pub summary: DocumentSummary,
    /// The file.
    pub pdf: Vec<u8>,
}

impl Reader<'_> {
    /// All documents without their files, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn documents(&self) -> Result<Vec<DocumentSummary>, StoreError> {
        self.list(ALL)
    }

    /// The document with this number.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses or a body does not have its form.
    pub fn document(&self, number: &str) -> Result<Option<StoredDocument>, StoreError> {
        let Some(summary) = self.one(ALL.kind, number)? else { return Ok(None) };
        let pdf: Option<Vec<u8>> =
            self.connection.prepare_cached(FILE)?.query_row([number], |row| row.get(0))?;
        Ok(Some(StoredDocument { summary, pdf: pdf.unwrap_or_default() }))
    }

    /// Numbers of documents whose file is not the one recorded; reads the bodies no further than it must.
    pub(crate) fn changed_documents(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare(HASHES)?;
        let rows = statement.query_map([], |row| {
            let pdf: Option<Vec<u8>> = row.get(2)?;
            let recorded: Option<String> = row.get(1)?;
            let same = pdf.is_some_and(|pdf| Some(sha256_hex(&pdf)) == recorded);
            Ok((!same).then_some(row.get(0)?))
        })?;
        Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Writes a document with its file; a new one goes to the end.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn put_document(&mut self, document: &StoredDocument) -> Result<DocumentSummary, StoreError> {
        let summary = DocumentSummary {
            sha256: sha256_hex(&document.pdf),
            bytes: u64::try_from(document.pdf.len()).unwrap_or(u64::MAX),
            ..document.summary.clone()
        };
        self.put(ALL, &summary.number, &summary)?;
        self.connection.prepare_cached(SET_FILE)?.execute(params![summary.number, document.pdf])?;
        Ok(summary)
    }
}
