//! By when a time ends that began at an instant.
//!
//! Minutes and hours run by the clock. Calendar days, business days, weeks, months and years are whole days of the
//! organization's time zone, as policies define them ("from midnight to midnight"): the day of the event does not
//! count, and the time ends with the last second of its last day.

use crate::organization::calendar::Calendar;
use crate::policy::Timeframe;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// Longest time in business days that is counted, some forty years: each of them is looked at.
const MOST_BUSINESS_DAYS: i64 = 10_000;

/// Why a timeframe cannot be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unmeasurable {
    /// It recurs, or says for how long, after or before what, and not by when.
    NoDeadline,
    /// The quantity is not a whole number from 1.
    Quantity,
    /// The unit is none of the grammar's.
    Unit,
    /// It ends beyond the calendar.
    TooLong,
}

/// What the time is measured in.
#[derive(Debug, Clone, Copy)]
enum Measure {
    Seconds(i64),
    BusinessDays(i64),
    Span(Span),
}

/// Whether a timeframe can be measured at all.
pub(super) fn is_measurable(row: &Timeframe) -> Result<(), Unmeasurable> {
    measure(row).map(|_| ())
}

/// The last instant in time, to the second.
pub(super) fn due(
    row: &Timeframe,
    start: Timestamp,
    calendar: &Calendar,
    zone: &TimeZone,
) -> Result<Timestamp, Unmeasurable> {
    let day = zone.to_datetime(start).date();
    match measure(row)? {
        Measure::Seconds(seconds) => {
            let span = Span::new().try_seconds(seconds).map_err(|_| Unmeasurable::TooLong)?;
            start.checked_add(span).map_err(|_| Unmeasurable::TooLong)
        }
        Measure::BusinessDays(days) => {
            let days = u32::try_from(days).map_err(|_| Unmeasurable::TooLong)?;
            end_of(calendar.add_business_days(day, days), zone)
        }
        Measure::Span(span) => {
            // A month's last day stands for the days that it lacks.
            end_of(day.checked_add(span).map_err(|_| Unmeasurable::TooLong)?, zone)
        }
    }
}

fn measure(row: &Timeframe) -> Result<Measure, Unmeasurable> {
    if !row.is_deadline() {
        return Err(Unmeasurable::NoDeadline);
    }
    if row.quantity < 1 {
        return Err(Unmeasurable::Quantity);
    }
    let count = row.quantity;
    let seconds = |each: i64| count.checked_mul(each).map(Measure::Seconds).ok_or(Unmeasurable::TooLong);
    let span = |span: Result<Span, jiff::Error>| span.map(Measure::Span).map_err(|_| Unmeasurable::TooLong);
    match row.unit.trim().to_lowercase().as_str() {
        "minutes" => seconds(60),
        "hours" => seconds(60 * 60),
        "calendar days" => span(Span::new().try_days(count)),
        "weeks" => span(Span::new().try_weeks(count)),
        "months" => span(Span::new().try_months(count)),
        "years" => span(Span::new().try_years(count)),
        "business days" if count > MOST_BUSINESS_DAYS => Err(Unmeasurable::TooLong),
        "business days" => Ok(Measure::BusinessDays(count)),
        _ => Err(Unmeasurable::Unit),
    }
}

fn end_of(day: Date, zone: &TimeZone) -> Result<Timestamp, Unmeasurable> {
    let last = day.to_zoned(zone.clone()).and_then(|midnight| midnight.end_of_day());
    let last = last.map_err(|_| Unmeasurable::TooLong)?;
    Timestamp::from_second(last.timestamp().as_second()).map_err(|_| Unmeasurable::TooLong)
}
