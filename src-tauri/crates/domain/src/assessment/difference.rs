//! What differs between two assessments: new, worse, better, closed, changed, gone.
//!
//! Who confirmed a record and when, the mark that it came forward, approvals and identities are no difference.

use super::carry::{ANSWER, ASSET, DECISION, FLOW, RISK, SAFEGUARD, THREAT, VENDOR};
use super::{Assessment, SafeguardState, ThreatAnswer};
use crate::retention::RecordName;
use crate::risk::{Level, Risk, RiskState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// A difference of one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The record, in the later assessment; in the earlier one where it is gone.
    pub record: RecordName,
    /// What became of it.
    pub change: DifferenceKind,
    /// In which respect.
    pub detail: Detail,
}

/// Kinds of difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// Only in the later one.
    New,
    /// A higher level, or less in place.
    Worse,
    /// A lower level, or more in place.
    Better,
    /// A risk closed since.
    Closed,
    /// Other values, neither better nor worse.
    Changed,
    /// Only in the earlier one.
    Gone,
}

/// In which respect a record differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The whole record.
    Whole,
    /// The level of a risk, before and after.
    Level(Option<Level>, Option<Level>),
    /// The status of a safeguard, before and after.
    Status(SafeguardState, SafeguardState),
    /// Whether a threat applies, before and after.
    Threat(ThreatAnswer, ThreatAnswer),
    /// Fields with other values, by name.
    Fields(Vec<String>),
}

/// Fields that say who confirmed a record and when, or only name it.
const NO_DIFFERENCE: [&str; 9] =
    ["id", "number", "carried", "by", "on", "rated_by", "rated_on", "approval", "review_on"];

/// Every difference, by kind of record and in the order of the later lists; what is gone last of its kind.
#[must_use]
pub fn difference(from: &Assessment, to: &Assessment) -> Vec<Difference> {
    let pair = Pair { from, to };
    let mut found = pair.risks();
    found.extend(pair.of(ASSET, |one| &one.assets, |one| one.number.to_string(), |_, _| None));
    found.extend(pair.of(FLOW, |one| &one.flows, flow_key, |_, _| None));
    found.extend(pair.of(VENDOR, |one| &one.vendors, |one| one.number.to_string(), |_, _| None));
    found.extend(pair.of(
        THREAT,
        |one| &one.threats,
        |one| one.threat.to_string(),
        |before, after| threat(before.answer, after.answer),
    ));
    found.extend(pair.of(
        SAFEGUARD,
        |one| &one.safeguards,
        |one| one.safeguard.to_string(),
        |before, after| safeguard(before.status, after.status),
    ));
    found.extend(pair.of(DECISION, |one| &one.decisions, |one| one.specification.to_string(), |_, _| None));
    found.extend(pair.of(ANSWER, |one| &one.answers, |one| one.question.to_string(), |_, _| None));
    found
}

struct Pair<'a> {
    from: &'a Assessment,
    to: &'a Assessment,
}

impl Pair<'_> {
    /// A closed risk stays behind when the register is carried forward: that it is not there is no difference.
    fn risks(&self) -> Vec<Difference> {
        let open = |risk: &&Risk| risk.status != RiskState::Closed;
        let list = |one: &Assessment, keep: &dyn Fn(&&Risk) -> bool| -> Vec<Risk> {
            one.risks.iter().filter(keep).cloned().collect()
        };
        let from = Assessment { risks: list(self.from, &open), ..self.from.clone() };
        let was_open = |risk: &&Risk| open(risk) || from.risks.iter().any(|one| one.number == risk.number);
        let to = Assessment { risks: list(self.to, &was_open), ..self.to.clone() };
        let pair = Pair { from: &from, to: &to };
        pair.of(RISK, |one| &one.risks, |one| one.number.to_string(), risk)
    }

    fn of<T: Serialize>(
        &self,
        kind: &str,
        list: impl for<'b> Fn(&'b Assessment) -> &'b Vec<T>,
        key: impl Fn(&T) -> String,
        judge: impl Fn(&T, &T) -> Option<(DifferenceKind, Detail)>,
    ) -> Vec<Difference> {
        let name = |of: &Assessment, key: &str| RecordName::new(kind, format!("{}/{key}", of.number));
        let (before, after) = (list(self.from), list(self.to));
        let mut found = Vec::new();
        for (place, one) in after.iter().enumerate() {
            let same = before.iter().find(|other| key(other) == key(one));
            let (change, detail) = match same {
                None => (DifferenceKind::New, Detail::Whole),
                Some(other) => match judge(other, one).or_else(|| fields(other, one)) {
                    Some(judged) => judged,
                    None => continue,
                },
            };
            // A flow has no number: within its assessment it is named by its place.
            let id = if kind == FLOW { place.to_string() } else { key(one) };
            found.push(Difference { record: name(self.to, &id), change, detail });
        }
        for (place, one) in before.iter().enumerate() {
            if !after.iter().any(|other| key(other) == key(one)) {
                let id = if kind == FLOW { place.to_string() } else { key(one) };
                let record = name(self.from, &id);
                found.push(Difference { record, change: DifferenceKind::Gone, detail: Detail::Whole });
            }
        }
        found
    }
}

fn risk(before: &Risk, after: &Risk) -> Option<(DifferenceKind, Detail)> {
    if after.status == RiskState::Closed && before.status != RiskState::Closed {
        return Some((DifferenceKind::Closed, Detail::Whole));
    }
    let (then, now) = (before.level(), after.level());
    let detail = Detail::Level(then, now);
    match then.zip(now) {
        Some((then, now)) if then < now => Some((DifferenceKind::Worse, detail)),
        Some((then, now)) if now < then => Some((DifferenceKind::Better, detail)),
        None if then != now => Some((DifferenceKind::Changed, detail)),
        _ => None,
    }
}

fn safeguard(before: SafeguardState, after: SafeguardState) -> Option<(DifferenceKind, Detail)> {
    if before == after {
        return None;
    }
    let change = match (in_place(before), in_place(after)) {
        (Some(then), Some(now)) if then < now => DifferenceKind::Better,
        (Some(then), Some(now)) if now < then => DifferenceKind::Worse,
        _ => DifferenceKind::Changed,
    };
    Some((change, Detail::Status(before, after)))
}

/// How much of a safeguard is in place; nothing to compare where it does not apply.
fn in_place(state: SafeguardState) -> Option<u8> {
    match state {
        SafeguardState::NotInPlace => Some(0),
        SafeguardState::Planned => Some(1),
        SafeguardState::Partial => Some(2),
        SafeguardState::InPlace | SafeguardState::Alternative => Some(3),
        SafeguardState::NotApplicable => None,
    }
}

fn threat(before: ThreatAnswer, after: ThreatAnswer) -> Option<(DifferenceKind, Detail)> {
    (before != after).then_some((DifferenceKind::Changed, Detail::Threat(before, after)))
}

/// Where a flow goes makes it the same flow; the rest may change.
fn flow_key(flow: &super::DataFlow) -> String {
    let to = flow.to.as_ref().map(ToString::to_string).or_else(|| flow.party.clone());
    format!("{} {} {}", flow.from, to.unwrap_or_default(), flow.method)
}

fn fields<T: Serialize>(before: &T, after: &T) -> Option<(DifferenceKind, Detail)> {
    let (before, after) = (comparable(before), comparable(after));
    let mut changed: Vec<String> =
        after.keys().filter(|name| before.get(*name) != after.get(*name)).cloned().collect();
    changed.extend(before.keys().filter(|name| !after.contains_key(*name)).cloned());
    changed.sort();
    (!changed.is_empty()).then_some((DifferenceKind::Changed, Detail::Fields(changed)))
}

fn comparable<T: Serialize>(record: &T) -> Map<String, Value> {
    let value = serde_json::to_value(record).unwrap_or_default();
    let mut fields = value.as_object().cloned().unwrap_or_default();
    fields.retain(|name, _| !NO_DIFFERENCE.contains(&name.as_str()));
    fields
}
