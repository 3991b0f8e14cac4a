//! The sentences in which the check speaks to a person.
//!
//! They say what the documentation supports and never what the law concludes: that is for OIG, CMS and the
//! courts.

use super::lapse::Lapse;
use super::{CriterionFinding, CriterionResult};
use crate::catalogue::{CriterionBasis, ResultState};
use crate::number::CriterionId;
use crate::practice::Judgement;

/// The cure where no path is chosen.
pub const SAY_BASIS: &str =
    "Say what the practice rests on: a policy it implements, or a determination for this case.";
/// The cure where a person must judge.
pub const JUDGE: &str = "Judge whether this is met, and write down why.";
/// The cure where a person judged it not met.
pub const JUDGE_AGAIN: &str = "Mend what the judgement found, then judge again.";

/// What follows once nothing is left.
const ONCE_SETTLED: &str = "Once that is settled, the documentation supports the conditions of the Security Exception \
                            (45 CFR 171.203). Whether a practice is information blocking is for OIG, CMS and the courts.";

/// What a conclusion means, in sentences fit for screen and paper.
#[must_use]
pub const fn conclusion_words(conclusion: ResultState) -> &'static str {
    match conclusion {
        ResultState::ExceptionNotNeeded => {
            "No exception needed — the practice is recorded as not likely to interfere with access, exchange or use \
             of EHI. Whether a practice is information blocking is for OIG, CMS and the courts."
        }
        ResultState::OutsideDefinition => {
            "Outside the definition — by the answers recorded, the practice lies outside 45 CFR 171.103. Whether a \
             practice is information blocking is for OIG, CMS and the courts."
        }
        ResultState::NotAssessed => {
            "Not assessed yet — basic questions about the practice have no complete answer."
        }
        ResultState::NotSupported => {
            "Not supported yet — the documentation lacks conditions of the Security Exception (45 CFR 171.203). That \
             alone does not decide whether the practice is information blocking; OIG, CMS and the courts do."
        }
        ResultState::Expired => {
            "Expired — the documentation supported the conditions of the Security Exception (45 CFR 171.203) until \
             something it rests on lapsed. Somebody must look at it again."
        }
        ResultState::InReview => {
            "In review — what the program can check is there; what is left is a person's judgement."
        }
        ResultState::Supported => {
            "The documentation supports the conditions of the Security Exception (45 CFR 171.203). Whether a practice \
             is information blocking is for OIG, CMS and the courts."
        }
    }
}

/// The conclusion in words, with how much is left where something is.
pub(super) fn summary(
    conclusion: ResultState,
    no_path: bool,
    criteria: &[CriterionFinding],
    lapses: &[Lapse],
) -> String {
    let counted = |result: CriterionResult| {
        let counting =
            |row: &&CriterionFinding| row.basis != CriterionBasis::ProductRule && row.result == result;
        criteria.iter().filter(counting).count()
    };
    let (faults, open) = (counted(CriterionResult::NotMet), counted(CriterionResult::NeedsJudgement));
    let words = match conclusion {
        ResultState::NotAssessed if no_path => format!("Not assessed yet — {SAY_BASIS}"),
        ResultState::NotSupported => format!("Not supported yet — {}. {ONCE_SETTLED}", left(faults, open)),
        ResultState::InReview => format!("In review — {}. {ONCE_SETTLED}", left(faults, open)),
        _ => conclusion_words(conclusion).to_owned(),
    };
    if !matches!(conclusion, ResultState::NotSupported | ResultState::Expired) {
        return words;
    }
    lapses.iter().fold(words, |words, lapse| format!("{words} {}", lapse.explanation))
}

/// What is shown beside a result.
pub(super) fn explanation(
    found: &str,
    silent: bool,
    waits_for: &[CriterionId],
    judgement: Option<&Judgement>,
) -> String {
    if silent {
        return "Not asked: the answer to a basic question ends the check.".to_owned();
    }
    if !waits_for.is_empty() {
        let ids: Vec<&str> = waits_for.iter().map(CriterionId::as_str).collect();
        return format!("Waits for {}.", ids.join(" and "));
    }
    let found = sentence(found);
    let Some(judgement) = judgement else { return found };
    let met = if judgement.met { "met" } else { "not met" };
    let Judgement { by, on, reason, .. } = judgement;
    format!("{found} Judged {met} by {by} on {on}: {}", sentence(reason))
}

/// The text with a stop at its end.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let closed = text.is_empty() || text.ends_with(['.', '!', '?', '…']);
    if closed { text.to_owned() } else { format!("{text}.") }
}

/// How many conditions are not met and how many wait for a person, in words.
fn left(faults: usize, open: usize) -> String {
    let not_met = match faults {
        0 => None,
        1 => Some("one condition is not met".to_owned()),
        many => Some(format!("{} conditions are not met", number(many))),
    };
    let waiting = match open {
        0 => None,
        1 => Some("one waits for your judgement".to_owned()),
        many => Some(format!("{} wait for your judgement", number(many))),
    };
    let parts: Vec<String> = [not_met, waiting].into_iter().flatten().collect();
    if parts.is_empty() { "something it rests on has lapsed".to_owned() } else { parts.join(", ") }
}

fn number(count: usize) -> String {
    const WORDS: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let word = count.checked_sub(2).and_then(|place| WORDS.get(place));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
