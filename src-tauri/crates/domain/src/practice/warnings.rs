//! Wording of a practice that reads as punishment, reaches too far or is aimed at competitors: 45 CFR 171.203(a)-(c).
//!
//! Advice for whoever writes it. It judges no practice and takes no part in the check.

mod phrases;
mod text;

use super::{Alternative, Basis, CaseDetermination, Practice};
use phrases::{EVEN, LIMITS, NAMING, OVER_BROAD, PHRASES, SMALL, UNSAYS};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use text::{Text, Word};
use ts_rs::TS;

/// Words around an over-broad phrase that are asked whether they speak of even treatment.
const NEAR: usize = 4;

/// Words that deserve a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Warning {
    /// Place within the practice as a JSON pointer (RFC 6901): `/application/rule`.
    pub field: String,
    /// Why.
    pub code: WarningCode,
    /// The words as written.
    pub found: String,
    /// What to do.
    pub words: String,
}

/// Kinds of wording.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    /// Reads as punishment or pressure instead of protection.
    Punitive,
    /// Reaches everybody, everything or all time.
    OverBroad,
    /// Speaks of competition, money or business interest.
    Competitor,
}

/// Every such wording, field by field in the order of the form, each phrase of a field once.
#[must_use]
pub fn warnings(practice: &Practice) -> Vec<Warning> {
    fields(practice).into_iter().flat_map(|field| of_field(&field)).collect()
}

/// A text of the practice.
struct Field<'a> {
    path: String,
    text: &'a str,
    /// Whether it says what the practice does, and not what happened or what was weighed.
    says_reach: bool,
}

fn fields(practice: &Practice) -> Vec<Field<'_>> {
    let mut fields = vec![
        reaching("/title", &practice.title),
        reaching("/description", &practice.description),
        reaching("/application/rule", &practice.application.rule),
    ];
    fields.extend(reasons("/alternatives", &practice.alternatives));
    if let Some(Basis::Case(case)) = &practice.basis {
        fields.extend(determination(case));
    }
    fields
}

fn determination(case: &CaseDetermination) -> Vec<Field<'_>> {
    let mut fields = vec![
        other("/basis/case/no_policy_reason", &case.no_policy_reason),
        other("/basis/case/not_this_policy_reason", &case.not_this_policy_reason),
        other("/basis/case/facts", &case.facts),
        other("/basis/case/request", &case.request),
        other("/basis/case/necessity", &case.necessity),
        other("/basis/case/few_alternatives_reason", &case.few_alternatives_reason),
        other("/basis/case/conclusion", &case.conclusion),
        reaching("/basis/case/end_condition", &case.end_condition),
    ];
    fields.extend(reasons("/basis/case/alternatives", &case.alternatives));
    fields
}

fn reasons<'a>(path: &str, alternatives: &'a [Alternative]) -> Vec<Field<'a>> {
    let each = alternatives.iter().enumerate();
    each.map(|(at, one)| other(format!("{path}/{at}/reason"), &one.reason)).collect()
}

fn reaching<'a>(path: &str, text: &'a str) -> Field<'a> {
    Field { path: path.to_owned(), text, says_reach: true }
}

fn other(path: impl Into<String>, text: &str) -> Field<'_> {
    Field { path: path.into(), text, says_reach: false }
}

fn of_field(field: &Field<'_>) -> Vec<Warning> {
    let text = Text::of(field.text);
    let mut found: Vec<Warning> = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let Some((code, length)) = longest(&text, at) else {
            at += 1;
            continue;
        };
        if let Some(code) = code.filter(|code| counts(&text, at, length, *code, field.says_reach)) {
            let words = text.between(at, length);
            if !found.iter().any(|one| one.code == code && one.found.eq_ignore_ascii_case(words)) {
                found.push(warning(&field.path, code, words));
            }
        }
        at += length;
    }
    found
}

/// The longest phrase that begins at a word: its code, none for a harmless one, and its length in words.
fn longest(text: &Text<'_>, at: usize) -> Option<(Option<WarningCode>, usize)> {
    let listed =
        PHRASES.iter().flat_map(|(code, phrases)| phrases.iter().map(move |phrase| (*code, *phrase)));
    let broad = OVER_BROAD.iter().map(|phrase| (Some(WarningCode::OverBroad), *phrase));
    listed
        .chain(broad)
        .filter_map(|(code, phrase)| Some((code, text.matches(at, phrase)?)))
        .max_by_key(|(_, length)| *length)
}

fn counts(text: &Text<'_>, at: usize, length: usize, code: WarningCode, says_reach: bool) -> bool {
    if is_unsaid(text, at) {
        return false;
    }
    code != WarningCode::OverBroad
        || (says_reach && !is_limited(text, at + length) && !is_even(text, at, length))
}

/// Whether a negation stands directly before, small words aside: "not as a penalty", "without any fee". A negated
/// verb takes nothing back: "not released until they pay".
fn is_unsaid(text: &Text<'_>, at: usize) -> bool {
    if NAMING.iter().any(|phrase| text.matches(at, phrase).is_some()) {
        return false;
    }
    let mut first = at;
    while let Some(before) = first.checked_sub(1).and_then(|before| text.words.get(before)) {
        if text.words.get(first).is_some_and(|word| word.opens) {
            return false;
        }
        if UNSAYS.contains(&before.lower.as_str()) || before.lower.ends_with("n't") {
            return true;
        }
        if !SMALL.contains(&before.lower.as_str()) {
            return false;
        }
        first -= 1;
    }
    false
}

/// Whether the next word of the sentence limits the phrase: "every client that reads beyond its grant".
fn is_limited(text: &Text<'_>, next: usize) -> bool {
    let next = text.words.get(next).filter(|word| !word.opens);
    next.is_some_and(|word| LIMITS.contains(&word.lower.as_str()))
}

/// Whether words nearby say that everybody is treated alike, which is what the rule asks for.
fn is_even(text: &Text<'_>, at: usize, length: usize) -> bool {
    let is_even = |word: &Word| EVEN.contains(&word.lower.as_str());
    let before = text.words.iter().take(at).rev().take(NEAR);
    let after = text.words.iter().skip(at + length).take(NEAR);
    before.chain(after).any(is_even)
}

fn warning(field: &str, code: WarningCode, found: &str) -> Warning {
    let advice = match code {
        WarningCode::Punitive => {
            "reads as punishment or pressure. Say which risk to EHI the practice lowers and when it ends, and leave the rest \
             to the contract or the sanction policy (45 CFR 171.203(a))."
        }
        WarningCode::OverBroad => {
            "may reach further than the risk. Name the requestors, data, systems or times that the risk is about, or write \
             down why it must reach all of them (45 CFR 171.203(b))."
        }
        WarningCode::Competitor => {
            "speaks of competition, money or business interest. If that plays a part, say so under other purposes; if the \
             risk differs, link the rated risk; else put it in terms of the risk (45 CFR 171.203(c))."
        }
    };
    Warning {
        field: field.to_owned(), code, found: found.to_owned(), words: format!("“{found}” {advice}")
    }
}
