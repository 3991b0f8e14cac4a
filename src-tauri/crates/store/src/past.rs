//! Records and the whole content as they were known at an instant, rebuilt from the history.

use crate::error::StoreError;
use crate::history::{REMOVED, owner};
use crate::kind::Kind;
use crate::order::Order;
use crate::reader::Reader;
use crate::table::approval::Stored;
use crate::table::revision::{self, COLUMNS};
use crate::table::row::parse;
use jiff::Timestamp;
use riskwright_domain::approval::Approval;
use riskwright_domain::assessment::Assessment;
use riskwright_domain::audit::{Revision, sha256_hex};
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::workspace::{Content, FORMAT};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Records as they stood at an instant.
#[derive(Debug, Default)]
pub struct Past {
    /// The last line of each record that was recorded by then, by kind and id; removed records are left out.
    pub last: BTreeMap<(String, String), Revision>,
    /// When the first line of each record was recorded.
    pub first_recorded: BTreeMap<(String, String), Timestamp>,
    order: Order,
}

impl Past {
    /// Ids and bodies of one list in the order it had then; `of` is the id of the record the list belongs to.
    pub(crate) fn list(&self, kind: Kind, of: Option<&str>) -> Vec<(&str, Option<&str>)> {
        let prefix = of.map(|of| format!("{of}/")).unwrap_or_default();
        let mut found: Vec<(Option<u64>, &Revision)> = self
            .last
            .range((kind.name().to_owned(), prefix.clone())..)
            .take_while(|((other, id), _)| other == kind.name() && id.starts_with(&prefix))
            .filter(|((_, id), _)| owner(kind, id) == of)
            .map(|((_, id), line)| (self.order.rank(kind.name(), id), line))
            .collect();
        found.sort_by_key(|(rank, line)| (*rank, line.sequence));
        found.into_iter().map(|(_, line)| (line.id.as_str(), line.body.as_deref())).collect()
    }
}

impl Reader<'_> {
    /// Every record as the lines recorded by an instant left it.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn past(&self, at: Timestamp) -> Result<Past, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM revision WHERE recorded_at <= ?1 ORDER BY sequence");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut past = Past::default();
        for line in statement.query_map([revision::instant(at)], revision::revision)? {
            past.follow(line?);
        }
        Ok(past)
    }
}

impl Past {
    pub(crate) fn follow(&mut self, line: Revision) {
        self.order.follow(&line);
        if line.kind == Kind::Event.name() {
            return;
        }
        let key = (line.kind.clone(), line.id.clone());
        self.first_recorded.entry(key.clone()).or_insert(line.recorded_at);
        if line.body_hash == sha256_hex(REMOVED.as_bytes()) {
            self.last.remove(&key);
        } else {
            self.last.insert(key, line);
        }
    }
}

/// The content as it was known at an instant.
#[derive(Debug)]
pub struct ContentThen {
    /// The content; a record whose body was disposed of since is missing.
    pub content: Content,
    /// Kind and id of each record whose body was disposed of.
    pub disposed: Vec<(Kind, String)>,
    /// When and by which line each record's state was recorded.
    pub past: Past,
}

/// The content as the lines recorded by an instant left it, every list in the order it had then.
///
/// # Errors
/// [`StoreError::Empty`] before there was an organization, or if its body was disposed of; else if the database
/// refuses or a body does not have its form.
pub fn load_known_at(reader: &Reader<'_>, at: Timestamp) -> Result<ContentThen, StoreError> {
    let past = reader.past(at)?;
    let mut rebuilt = Rebuilt { past: &past, disposed: Vec::new() };
    let content = rebuilt.content()?;
    Ok(ContentThen { content, disposed: rebuilt.disposed, past })
}

struct Rebuilt<'a> {
    past: &'a Past,
    disposed: Vec<(Kind, String)>,
}

impl Rebuilt<'_> {
    fn content(&mut self) -> Result<Content, StoreError> {
        Ok(Content {
            riskwright_exchange: FORMAT,
            organization: self.list(Kind::Organization, None)?.pop().ok_or(StoreError::Empty)?,
            people: self.list(Kind::Person, None)?,
            evidence: self.list(Kind::Evidence, None)?,
            assessments: self.assessments()?,
            policies: self.policies()?,
            practices: self.list(Kind::Practice, None)?,
            triggers: self.list(Kind::Trigger, None)?,
            incidents: self.list(Kind::Incident, None)?,
            frameworks: self.list(Kind::Framework, None)?,
        })
    }

    fn assessments(&mut self) -> Result<Vec<Assessment>, StoreError> {
        let rows: Vec<Assessment> = self.list(Kind::Assessment, None)?;
        rows.into_iter().map(|row| self.assessment(row)).collect()
    }

    fn assessment(&mut self, row: Assessment) -> Result<Assessment, StoreError> {
        let of = Some(row.number.as_str());
        Ok(Assessment {
            approvals: self.approvals(row.number.as_str())?,
            answers: self.list(Kind::FactorAnswer, of)?,
            assets: self.list(Kind::Asset, of)?,
            threats: self.list(Kind::ThreatDisposition, of)?,
            risks: self.list(Kind::Risk, of)?,
            safeguards: self.list(Kind::SafeguardStatus, of)?,
            decisions: self.list(Kind::AddressableDecision, of)?,
            ..row
        })
    }

    fn policies(&mut self) -> Result<Vec<Policy>, StoreError> {
        let rows: Vec<Policy> = self.list(Kind::Policy, None)?;
        rows.into_iter()
            .map(|row| Ok(Policy { versions: self.versions(row.number.as_str())?, ..row }))
            .collect()
    }

    fn versions(&mut self, policy: &str) -> Result<Vec<PolicyVersion>, StoreError> {
        let rows: Vec<PolicyVersion> = self.list(Kind::PolicyVersion, Some(policy))?;
        let whole = |row: PolicyVersion| {
            Ok(PolicyVersion { approvals: self.approvals(&format!("{policy}/{}", row.number))?, ..row })
        };
        rows.into_iter().map(whole).collect()
    }

    fn approvals(&mut self, of: &str) -> Result<Vec<Approval>, StoreError> {
        let stored: Vec<Stored> = self.list(Kind::Approval, Some(of))?;
        Ok(stored.into_iter().map(Stored::whole).collect())
    }

    /// The records of a list; one whose body was disposed of is named and left out.
    fn list<T: DeserializeOwned>(&mut self, kind: Kind, of: Option<&str>) -> Result<Vec<T>, StoreError> {
        let mut records = Vec::new();
        for (id, body) in self.past.list(kind, of) {
            match body {
                Some(body) => records.push(parse(kind, id, body)?),
                None => self.disposed.push((kind, id.to_owned())),
            }
        }
        Ok(records)
    }
}
