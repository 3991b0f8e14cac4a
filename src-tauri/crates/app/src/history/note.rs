//! What a reader of the past has to know beside it, in sentences.

use super::known::day_in_words;
use super::label::record_label;
use crate::command::history::{ApprovalThen, AsOfView};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use riskwright_store::content::ContentThen;
use std::collections::BTreeMap;

/// Content recorded after the day, imported approvals, what was disposed of, knowledge older than the day.
#[must_use]
pub fn notes(view: &AsOfView, known: &ContentThen, zone: &TimeZone) -> Vec<String> {
    let day_of = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let mut notes = Vec::new();
    let known_on = day_of(view.known_at);
    if known_on < view.on {
        notes.push(format!("This is what was known on {} about a later day.", day_in_words(known_on)));
    }
    notes.extend(recorded_late(view, &day_of));
    notes.extend(imported(view, &day_of));
    notes.extend(disposed(known));
    notes
}

/// One sentence a day of recording, so that an import does not fill the page.
fn recorded_late(view: &AsOfView, day_of: &impl Fn(Timestamp) -> Date) -> Vec<String> {
    let assessment =
        view.assessment.iter().map(|one| (format!("Assessment {}", one.number), one.recorded_at));
    let policies = view
        .policies
        .iter()
        .map(|one| (format!("Version {} of {}", one.version, one.policy), one.first_recorded_at));
    let mut late: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for (what, at) in assessment.chain(policies) {
        let day = day_of(at);
        if day > view.on {
            late.entry(day).or_default().push(what);
        }
    }
    late.into_iter().map(|(day, what)| late_words(&what, day)).collect()
}

fn late_words(what: &[String], day: Date) -> String {
    let day = day_in_words(day);
    match what {
        [one] => format!("{one} was recorded on {day}, after this day."),
        several => format!("These were recorded on {day}, after this day: {}.", several.join("; ")),
    }
}

fn imported(view: &AsOfView, day_of: &impl Fn(Timestamp) -> Date) -> Vec<String> {
    let approvals = view.assessment.iter().flat_map(|one| &one.approvals);
    let approvals = approvals.chain(view.policies.iter().flat_map(|one| &one.approvals));
    let mut files: BTreeMap<(Date, &str), u32> = BTreeMap::new();
    for approval in approvals {
        if let ApprovalThen { imported_from: Some(file), recorded_at, .. } = approval {
            *files.entry((day_of(*recorded_at), file)).or_default() += 1;
        }
    }
    files.into_iter().map(|((day, file), count)| imported_words(count, day, file)).collect()
}

fn imported_words(count: u32, day: Date, file: &str) -> String {
    let (what, they) = if count == 1 {
        ("1 approval was", "it was")
    } else {
        (&*format!("{count} approvals were"), "they were")
    };
    format!(
        "{what} imported on {} with the exchange file whose SHA-256 is {file}; {they} not given in this workspace.",
        day_in_words(day)
    )
}

fn disposed(known: &ContentThen) -> Option<String> {
    let names: Vec<String> = known.disposed.iter().map(|(kind, id)| record_label(kind.name(), id)).collect();
    let sentence = || format!("What was recorded then has been disposed of since: {}.", names.join("; "));
    (!names.is_empty()).then(sentence)
}
