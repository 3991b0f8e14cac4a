//! How a clock stands, in a few words. Whether that is enough is not said here.

use super::due::Unmeasurable;
use crate::policy::Timeframe;
use jiff::Timestamp;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// From this length on, days and hours are said instead of hours and minutes.
const LONG: i64 = 2 * DAY;

pub(super) fn not_started(row: &Timeframe, done: bool) -> String {
    let event = row.trigger.trim();
    match done {
        true => format!("done, but the time of “{event}” is missing"),
        false => format!("waits for “{event}”"),
    }
}

pub(super) fn kept(start: Timestamp, done: Timestamp, row: &Timeframe) -> String {
    if done < start {
        return format!("done {} before “{}”", length(seconds(done, start)), row.trigger.trim());
    }
    format!("took {} of {}", length(seconds(start, done)), row.amount())
}

pub(super) fn missed(start: Timestamp, due: Timestamp, done: Timestamp) -> String {
    format!("took {}, {}", length(seconds(start, done)), late(due, done))
}

pub(super) fn late(due: Timestamp, at: Timestamp) -> String {
    format!("{} late", length(seconds(due, at)))
}

pub(super) fn left(due: Timestamp, now: Timestamp) -> String {
    format!("{} left", length(seconds(now, due)))
}

pub(super) fn not_needed(reason: &str) -> String {
    let reason = reason.trim();
    if reason.is_empty() { "not needed".to_owned() } else { format!("not needed: {reason}") }
}

pub(super) fn not_measurable(why: Unmeasurable, row: &Timeframe) -> String {
    match why {
        Unmeasurable::NoDeadline => {
            format!("“{}” sets no one moment by which it must be done", row.limit())
        }
        Unmeasurable::Quantity => format!("{} is no length of time", row.quantity),
        Unmeasurable::Unit => format!("“{}” is no unit that can be measured", row.unit.trim()),
        Unmeasurable::TooLong => "the time ends beyond the calendar".to_owned(),
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second().saturating_sub(from.as_second())
}

/// `45 min`, `3 h 10 min`, `5 days 3 h`; a part of a minute or of an hour that is not said is left off.
fn length(seconds: i64) -> String {
    let (days, hours, minutes) = (seconds / DAY, seconds / HOUR, seconds / MINUTE);
    if seconds < MINUTE {
        "less than 1 min".to_owned()
    } else if seconds < LONG {
        two((hours, "h"), (minutes % 60, "min"))
    } else {
        two((days, "days"), (hours % 24, "h"))
    }
}

fn two(first: (i64, &str), second: (i64, &str)) -> String {
    let parts = [first, second].into_iter().filter(|(count, _)| *count > 0);
    parts.map(|(count, unit)| format!("{count} {unit}")).collect::<Vec<_>>().join(" ")
}
