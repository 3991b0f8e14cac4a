//! Whether the records show one class of requestors treated unlike another: 45 CFR 171.203(c).
//!
//! A difference is a reason to look at the records and no verdict. Whether a practice has records at all, and a rule
//! that is the same for everybody, is asked in [`super::check`].

mod exact;
mod words;

use super::ApplicationRecord;
use crate::text::blank;
use exact::Row;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Below this chance a difference between classes deserves a look.
///
/// The usual convention of statistics and a rule of the product: 45 CFR 171.203(c) names no number.
pub const SIGNIFICANCE: f64 = 0.05;

/// How often access was limited, by class of requestor, and whether chance explains the difference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Consistency {
    /// Classes in alphabetical order; spellings that differ by case and space alone are one.
    pub classes: Vec<ClassCount>,
    /// The chance of a difference at least as unlikely as this one if all classes were treated alike, from above 0 to
    /// 1; none where there is nothing to compare.
    pub p_value: Option<f64>,
    /// Whether the chance is below [`SIGNIFICANCE`].
    pub differs: bool,
    /// What was found and what to do, in sentences.
    pub words: String,
}

/// The records of one class of requestors.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ClassCount {
    /// The class as first written; empty where records name none.
    pub requestor_class: String,
    /// Records.
    pub applied: u32,
    /// Records in which access was limited.
    pub restricted: u32,
    /// Records that do not say whether access was limited.
    pub unknown: u32,
}

impl ClassCount {
    /// Records that say whether access was limited.
    #[must_use]
    pub const fn known(&self) -> u32 {
        self.applied.saturating_sub(self.unknown)
    }
}

/// The classes side by side.
///
/// Exact and two-sided: the classes' sizes and the number of limited records are held fixed, and every table as
/// unlikely as the recorded one or more counts (Fisher 1935; Freeman and Halton 1951 for more than two classes).
/// Where that is too much to weigh, each class is tested against all others and the smallest chance is multiplied by
/// the number of classes (Bonferroni), which never makes it too small.
#[must_use]
pub fn consistency(records: &[ApplicationRecord]) -> Consistency {
    let classes = classes(records);
    let compared: Vec<&ClassCount> =
        classes.iter().filter(|one| one.known() > 0 && !blank(&one.requestor_class)).collect();
    let tested = is_comparable(&compared).then(|| {
        let rows: Vec<Row> =
            compared.iter().map(|one| Row { restricted: one.restricted, known: one.known() }).collect();
        exact::test(&rows)
    });
    let words = words::words(&classes, &compared, tested);
    let p_value = tested.map(|(p_value, _)| p_value);
    let differs = p_value.is_some_and(is_difference);
    Consistency { classes, p_value, differs, words }
}

/// Whether there are two classes, and access was limited in some records and not in others.
fn is_comparable(compared: &[&ClassCount]) -> bool {
    let some = compared.iter().any(|one| one.restricted > 0);
    let not_all = compared.iter().any(|one| one.restricted < one.known());
    compared.len() > 1 && some && not_all
}

fn is_difference(p_value: f64) -> bool {
    p_value < SIGNIFICANCE
}

fn classes(records: &[ApplicationRecord]) -> Vec<ClassCount> {
    let mut counts: BTreeMap<String, ClassCount> = BTreeMap::new();
    for record in records {
        let name = record.requestor_class.split_whitespace().collect::<Vec<_>>().join(" ");
        let count = counts
            .entry(name.to_lowercase())
            .or_insert_with(|| ClassCount { requestor_class: name, ..ClassCount::default() });
        count.applied += 1;
        count.restricted += u32::from(record.restricted == Some(true));
        count.unknown += u32::from(record.restricted.is_none());
    }
    counts.into_values().collect()
}
