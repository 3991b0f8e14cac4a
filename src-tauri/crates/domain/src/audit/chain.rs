//! Revisions and the hash chain over them.

use super::canonical::{hash_of, sha256_hex};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// One line of the history: one record as it stood after one command, or an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields)]
pub struct Revision {
    /// Position in the whole history, from 1 without gaps.
    pub sequence: i64,
    /// Kind of record: `risk`, `policy_version`, `event`.
    pub kind: String,
    /// Identity of the record within its kind.
    pub id: String,
    /// Revision of this record, from 1 without gaps.
    pub number: i64,
    /// When it was recorded, UTC.
    pub recorded_at: Timestamp,
    /// Login of the person, or `riskwright` for what no person asked for.
    pub by: String,
    /// The command that made it: `risk::save`.
    pub command: String,
    /// Schema number of the body.
    pub schema: i64,
    /// Canonical JSON of the record after the command; `None` once disposed of, `null` when removed.
    pub body: Option<String>,
    /// SHA-256 (hex) of the body as recorded.
    pub body_hash: String,
    /// Hash of the revision before it; 64 zeros for the first.
    pub previous_hash: String,
}

/// The hash that the first revision names as its predecessor.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Revision {
    /// Hash of this line: SHA-256 of the canonical JSON of everything but the body itself.
    #[must_use]
    pub fn hash(&self) -> String {
        hash_of(&(
            self.sequence,
            &self.kind,
            &self.id,
            self.number,
            self.recorded_at,
            &self.by,
            &self.command,
            self.schema,
            &self.body_hash,
            &self.previous_hash,
        ))
    }
}

/// The end of the chain, printed on paper and remembered by the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Head {
    /// Sequence of the last revision; 0 for an empty history.
    pub sequence: i64,
    /// Its hash.
    pub hash: String,
}

/// A place where the history does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Break {
    /// A line is missing or stands in the wrong place.
    Gap {
        /// The sequence expected.
        expected: i64,
        /// The sequence found.
        found: i64,
    },
    /// A line does not name its predecessor.
    Link {
        /// The line.
        sequence: i64,
    },
    /// A body is not what was recorded.
    Body {
        /// The line.
        sequence: i64,
    },
    /// A body is empty, and the record was not disposed of.
    Emptied {
        /// The line.
        sequence: i64,
    },
    /// A record's revisions do not count from 1.
    Count {
        /// The line.
        sequence: i64,
    },
    /// The history ends before a head that was seen.
    Cut {
        /// The head that was seen.
        seen: i64,
        /// The last line now.
        last: i64,
    },
    /// The line at a head that was seen is another one now.
    Replaced {
        /// The head that was seen.
        seen: i64,
    },
    /// A current record differs from its last revision.
    Current {
        /// Kind of record.
        kind: String,
        /// Identity of the record.
        id: String,
    },
    /// A current record stands at another place of its list than the history put it.
    Order {
        /// Kind of record.
        kind: String,
        /// Identity of the first record out of place.
        id: String,
    },
    /// The file of an item of evidence is gone, or not the one that was stored.
    Evidence {
        /// Number of the item.
        id: String,
        /// Whether it is gone.
        missing: bool,
    },
    /// An approved text of a policy is not the one that was sealed and approved.
    Seal {
        /// Number of the policy.
        policy: String,
        /// Number of the version.
        version: String,
    },
    /// The database breaks its own rules: a page, an index, a reference, a table or a trigger is not as it was made.
    Structure {
        /// What the database says of it, or the name of the table or trigger.
        finding: String,
    },
}

/// Every break in the chain, in order, and the head it ends in; `seen` is the highest head known from elsewhere.
#[must_use]
pub fn verify(revisions: impl IntoIterator<Item = Revision>, seen: Option<&Head>) -> (Head, Vec<Break>) {
    let mut breaks = Vec::new();
    let mut head = Head { sequence: 0, hash: GENESIS.to_owned() };
    let mut counts: BTreeMap<(String, String), i64> = BTreeMap::new();
    let mut emptied = Emptied::default();
    for revision in revisions {
        breaks.extend(faults(&revision, &head, &mut counts));
        emptied.follow(&revision);
        let hash = revision.hash();
        if seen.is_some_and(|seen| seen.sequence == revision.sequence && seen.hash != hash) {
            breaks.push(Break::Replaced { seen: revision.sequence });
        }
        head = Head { sequence: revision.sequence, hash };
    }
    if let Some(seen) = seen.filter(|seen| seen.sequence > head.sequence) {
        breaks.push(Break::Cut { seen: seen.sequence, last: head.sequence });
    }
    breaks.extend(emptied.unexplained().map(|sequence| Break::Emptied { sequence }));
    (head, breaks)
}

/// The command whose removals explain empty bodies.
const DISPOSAL: &str = "retention::dispose";

/// Lines without a body, by record, until the record's disposal explains them.
#[derive(Default)]
struct Emptied(BTreeMap<(String, String), Vec<i64>>);

impl Emptied {
    fn follow(&mut self, revision: &Revision) {
        let record = || (revision.kind.clone(), revision.id.clone());
        if revision.body.is_none() {
            self.0.entry(record()).or_default().push(revision.sequence);
        } else if revision.command == DISPOSAL && revision.body.as_deref() == Some("null") {
            self.0.remove(&record());
        }
    }

    fn unexplained(self) -> impl Iterator<Item = i64> {
        self.0.into_values().flatten().collect::<BTreeSet<_>>().into_iter()
    }
}

fn faults(revision: &Revision, before: &Head, counts: &mut BTreeMap<(String, String), i64>) -> Vec<Break> {
    let sequence = revision.sequence;
    let mut breaks = Vec::new();
    if sequence != before.sequence + 1 {
        breaks.push(Break::Gap { expected: before.sequence + 1, found: sequence });
    }
    if revision.previous_hash != before.hash {
        breaks.push(Break::Link { sequence });
    }
    if revision.body.as_ref().is_some_and(|body| sha256_hex(body.as_bytes()) != revision.body_hash) {
        breaks.push(Break::Body { sequence });
    }
    let count = counts.entry((revision.kind.clone(), revision.id.clone())).or_default();
    if revision.number != *count + 1 {
        breaks.push(Break::Count { sequence });
    }
    *count = revision.number;
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history() -> Vec<Revision> {
        let mut previous_hash = GENESIS.to_owned();
        (1..=5)
            .map(|sequence| {
                let body = format!("{{\"n\":{sequence}}}");
                let revision = Revision {
                    sequence,
                    kind: "risk".into(),
                    id: if sequence % 2 == 0 { "a".into() } else { "b".into() },
                    number: (sequence + 1) / 2,
                    recorded_at: Timestamp::from_second(1_700_000_000 + sequence).unwrap(),
                    by: "dana".into(),
                    command: "risk::save".into(),
                    schema: 1,
                    body_hash: sha256_hex(body.as_bytes()),
                    body: Some(body),
                    previous_hash: previous_hash.clone(),
                };
                previous_hash = revision.hash();
                revision
            })
            .collect()
    }

    #[test]
    fn an_untouched_history_holds() {
        let (head, breaks) = verify(history(), None);
        assert_eq!(head.sequence, 5);
        assert_eq!(breaks, vec![]);
    }

    #[test]
    fn a_disposed_body_keeps_the_chain() {
        let mut disposed = history();
        disposed[1].body = None;
        let emptied = vec![Break::Emptied { sequence: 2 }];
        assert_eq!(verify(disposed.clone(), None).1, emptied, "nothing says that it was disposed of");
        let last = disposed[3].clone();
        let removal = |command: &str| Revision {
            body: Some("null".into()),
            body_hash: sha256_hex(b"null"),
            command: command.into(),
            ..last.clone()
        };
        disposed[3] = removal("risk::remove");
        disposed[4].previous_hash = disposed[3].hash();
        assert_eq!(verify(disposed.clone(), None).1, emptied, "removed, but not disposed of");
        disposed[3] = removal("retention::dispose");
        disposed[4].previous_hash = disposed[3].hash();
        assert_eq!(verify(disposed, None).1, vec![], "the chain covers hashes, not bodies");
    }

    #[test]
    fn every_kind_of_tampering_is_named() {
        let full = verify(history(), None).0;
        let edit = |change: fn(&mut Vec<Revision>)| {
            let mut history = history();
            change(&mut history);
            verify(history, Some(&full)).1
        };
        assert_eq!(edit(|h| h[2].body = Some("{}".into())), vec![Break::Body { sequence: 3 }]);
        assert_eq!(edit(|h| h[2].by = "eve".into()), vec![Break::Link { sequence: 4 }]);
        assert!(edit(|h| drop(h.remove(2))).contains(&Break::Gap { expected: 3, found: 4 }));
        assert!(edit(|h| h.swap(1, 2)).contains(&Break::Gap { expected: 2, found: 3 }));
        assert_eq!(edit(|h| h.truncate(3)), vec![Break::Cut { seen: 5, last: 3 }]);
        assert_eq!(edit(|h| h[4].by = "eve".into()), vec![Break::Replaced { seen: 5 }]);
        assert!(edit(|h| h[3].number = 7).contains(&Break::Count { sequence: 4 }));
    }
}
