//! One command's writes: current rows and the revisions that record them; what it can write is in the tables' files.

use crate::act::Act;
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::table::revision;
use jiff::Timestamp;
use riskwright_domain::audit::{Head, Revision, canonical_json, sha256_hex};
use riskwright_domain::workspace::FORMAT;
use rusqlite::Transaction;
use serde::Serialize;
use serde_json::json;
use std::ops::Deref;

/// Writes within one transaction; reads see what was written so far.
pub struct Writer<'a> {
    reader: Reader<'a>,
    act: Act<'a>,
    head: Head,
    /// When the last revision was recorded, until the first write has compared it with the clock.
    before: Option<Timestamp>,
    /// SHA-256 (hex) of the exchange file that the content being written comes from.
    pub(crate) imported_from: Option<String>,
}

impl<'a> Deref for Writer<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(transaction: &'a Transaction<'_>, act: &Act<'a>) -> Result<Self, StoreError> {
        let reader = Reader { connection: transaction };
        let last = revision::last(transaction)?;
        let before = last.as_ref().map(|last| last.recorded_at);
        Ok(Self { head: revision::head_of(last.as_ref()), before, reader, act: *act, imported_from: None })
    }

    /// Appends something that happened and changed no record: `name` tells what, `body` the particulars.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn event(&mut self, name: &str, body: &impl Serialize) -> Result<(), StoreError> {
        self.append(Kind::Event, name, &canonical_json(body))
    }

    /// The head after this command, if it wrote anything.
    pub(crate) fn written(&self) -> Option<Head> {
        self.before.is_none().then(|| self.head.clone())
    }

    /// When this command is recorded.
    pub(crate) fn instant(&self) -> Timestamp {
        self.act.instant()
    }

    /// Appends the revision of a record; `body` is canonical JSON, `null` for a removal.
    pub(crate) fn append(&mut self, kind: Kind, id: &str, body: &str) -> Result<(), StoreError> {
        self.compare_clock()?;
        let act = self.act;
        self.chain(kind, id, body, &act)
    }

    fn compare_clock(&mut self) -> Result<(), StoreError> {
        let now = self.instant();
        match self.before.take() {
            Some(last) if last > now => {
                let body = canonical_json(&json!({ "last": last, "now": now }));
                let act = Act { by: Act::PROGRAM, ..self.act };
                self.chain(Kind::Event, "clock_back", &body, &act)
            }
            _ => Ok(()),
        }
    }

    fn chain(&mut self, kind: Kind, id: &str, body: &str, act: &Act<'_>) -> Result<(), StoreError> {
        let revision = Revision {
            sequence: self.head.sequence + 1,
            kind: kind.name().to_owned(),
            id: id.to_owned(),
            number: self.revision_number(kind, id)? + 1,
            recorded_at: act.instant(),
            by: act.by.to_owned(),
            command: act.command.to_owned(),
            schema: i64::from(FORMAT),
            body_hash: sha256_hex(body.as_bytes()),
            body: Some(body.to_owned()),
            previous_hash: self.head.hash.clone(),
        };
        revision::insert(self.connection, &revision)?;
        self.head = revision::head_of(Some(&revision));
        Ok(())
    }
}
