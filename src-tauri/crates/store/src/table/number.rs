//! Numbers never used before: each is one more than the highest that the whole history ever held.

use crate::disposal::NUMBERS_USED;
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use riskwright_domain::number::{
    ASSET, DOCUMENT, EVIDENCE, INCIDENT, LEGAL_HOLD, NumberForm, OWN_THREAT, PARAMETER, PERSON, POLICY,
    PRACTICE, PolicyNumber, RISK, STATEMENT, TIMEFRAME, TRIGGER, VENDOR,
};
use rusqlite::params;

/// A series of numbers within which none is used twice.
#[derive(Debug, Clone, Copy)]
pub enum Series<'a> {
    /// Persons: `P-001`.
    Person,
    /// Evidence: `E-0001`.
    Evidence,
    /// Assets of all assessments: `A-001`.
    Asset,
    /// Vendors of all assessments: `V-001`.
    Vendor,
    /// Risks of all assessments: `R-0001`.
    Risk,
    /// Policies: `POL-01`.
    Policy,
    /// Practices: `PR-0001`.
    Practice,
    /// Documents: `D-0001`.
    Document,
    /// Legal holds: `H-001`.
    LegalHold,
    /// Events that opened a review: `TR-001`.
    Trigger,
    /// Incidents and drills: `IN-001`.
    Incident,
    /// Threats of the organization's own, of all assessments: `TX-01`.
    OwnThreat,
    /// Statements of all versions of a policy: `S-01`.
    Statement(&'a PolicyNumber),
    /// Timeframes of all versions of a policy: `T-01`.
    Timeframe(&'a PolicyNumber),
    /// Parameters of all versions of a policy: `P-01`.
    Parameter(&'a PolicyNumber),
}

/// Numbers that are ids in the history, after the assessment's.
const RECORDS: &str = "SELECT DISTINCT id FROM revision WHERE kind = ?1";
/// Numbers within a list of the recorded bodies, and those that disposed bodies had.
const WITHIN: &str = "SELECT DISTINCT item.value ->> ('$.' || ?5)
    FROM revision, json_each(revision.body, '$.' || ?3) AS item
    WHERE revision.kind = ?1 AND (?2 IS NULL OR substr(revision.id, 1, length(?2) + 1) = ?2 || '/')
    UNION SELECT number.value
    FROM revision, json_each(revision.body, '$.' || ?3) AS number
    WHERE revision.kind = 'event' AND revision.id = ?4 AND revision.body ->> '$.kind' = ?1
      AND (?2 IS NULL OR substr(revision.body ->> '$.of', 1, length(?2) + 1) = ?2 || '/')";

impl Reader<'_> {
    /// The next number of a series.
    ///
    /// # Errors
    /// [`StoreError`] if the database refuses.
    pub fn next_number(&self, series: Series<'_>) -> Result<String, StoreError> {
        match series {
            Series::Person => self.after_records(Kind::Person, PERSON),
            Series::Evidence => self.after_records(Kind::Evidence, EVIDENCE),
            Series::Asset => self.after_records(Kind::Asset, ASSET),
            Series::Risk => self.after_records(Kind::Risk, RISK),
            Series::Policy => self.after_records(Kind::Policy, POLICY),
            Series::Practice => self.after_records(Kind::Practice, PRACTICE),
            Series::Document => self.after_records(Kind::Document, DOCUMENT),
            Series::LegalHold => self.after_records(Kind::LegalHold, LEGAL_HOLD),
            Series::Trigger => self.after_records(Kind::Trigger, TRIGGER),
            Series::Incident => self.after_records(Kind::Incident, INCIDENT),
            Series::Vendor => self.after_items(Kind::Assessment, None, ("vendors", "number"), VENDOR),
            Series::OwnThreat => self.after_items(Kind::Assessment, None, ("own_threats", "id"), OWN_THREAT),
            Series::Statement(policy) => self.after_versions(policy, "statements", STATEMENT),
            Series::Timeframe(policy) => self.after_versions(policy, "timeframes", TIMEFRAME),
            Series::Parameter(policy) => self.after_versions(policy, "parameters", PARAMETER),
        }
    }

    fn after_records(&self, kind: Kind, form: NumberForm) -> Result<String, StoreError> {
        let mut statement = self.connection.prepare_cached(RECORDS)?;
        let ids = statement.query_map([kind.name()], |row| row.get::<_, String>(0))?;
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        Ok(next(form, ids.iter().filter_map(|id| id.rsplit('/').next())))
    }

    fn after_versions(
        &self,
        policy: &PolicyNumber,
        list: &str,
        form: NumberForm,
    ) -> Result<String, StoreError> {
        self.after_items(Kind::PolicyVersion, Some(policy.as_str()), (list, "number"), form)
    }

    fn after_items(
        &self,
        kind: Kind,
        of: Option<&str>,
        (list, field): (&str, &str),
        form: NumberForm,
    ) -> Result<String, StoreError> {
        let mut statement = self.connection.prepare_cached(WITHIN)?;
        let values = params![kind.name(), of, list, NUMBERS_USED, field];
        let numbers = statement.query_map(values, |row| row.get::<_, Option<String>>(0))?;
        let numbers = numbers.collect::<Result<Vec<_>, _>>()?;
        Ok(next(form, numbers.iter().flatten().map(String::as_str)))
    }
}

fn next<'a>(form: NumberForm, used: impl Iterator<Item = &'a str>) -> String {
    let digits =
        used.filter(|number| form.fits(number)).filter_map(|number| number.strip_prefix(form.prefix));
    // A number too long for the series is somebody's own; the series goes on below it.
    let highest = digits.filter_map(|digits| digits.parse().ok()).filter(|value| *value < u32::MAX).max();
    form.next(highest.unwrap_or(0))
}
