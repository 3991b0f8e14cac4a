//! Business days: Monday to Friday without federal holidays and the organization's own closings.
//!
//! Federal holidays by the rules of 5 U.S.C. 6103(a)-(b) and Executive Order 11582, for any year. Inauguration Day is
//! left out: 5 U.S.C. 6103(c) gives it to federal employees of the Washington area alone. State holidays and days
//! that a President closes offices are closings that the organization enters.

use super::Organization;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};
use std::collections::BTreeSet;

/// First year with Juneteenth: Pub. L. 117-17.
const JUNETEENTH_FROM: i16 = 2021;

/// A federal holiday on the day on which it is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holiday {
    /// The day off.
    pub observed: Date,
    /// Name as in the law.
    pub name: &'static str,
}

/// The business days of an organization.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    closings: BTreeSet<Date>,
}

impl Organization {
    /// Its business days.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.closings.iter().copied())
    }
}

impl Calendar {
    /// Federal holidays and these closings.
    #[must_use]
    pub fn new(closings: impl IntoIterator<Item = Date>) -> Self {
        Self { closings: closings.into_iter().collect() }
    }

    /// Whether the day is a business day.
    #[must_use]
    pub fn is_business_day(&self, day: Date) -> bool {
        !is_weekend(day) && !self.closings.contains(&day) && !is_federal_holiday(day)
    }

    /// The day so many business days after a day, which itself does not count; the day itself for none, the end of
    /// the calendar where it has not so many.
    #[must_use]
    pub fn add_business_days(&self, day: Date, days: u32) -> Date {
        let (mut at, mut left) = (day, days);
        while left > 0 && at < Date::MAX {
            at = at.saturating_add(1.day());
            left -= u32::from(self.is_business_day(at));
        }
        at
    }

    /// Business days after the first day up to and with the last; none where the last is not later.
    #[must_use]
    pub fn business_days_between(&self, first: Date, last: Date) -> u32 {
        let (mut at, mut count) = (first, 0);
        while at < last {
            at = at.saturating_add(1.day());
            count += u32::from(self.is_business_day(at));
        }
        count
    }
}

/// The federal holidays observed in a year, in order; New Year's Day may be observed on the last day of the year before.
#[must_use]
pub fn federal_holidays(year: i16) -> Vec<Holiday> {
    let next = year.checked_add(1).map(of_year).unwrap_or_default();
    let both = of_year(year).into_iter().chain(next);
    let mut found: Vec<Holiday> = both.filter(|holiday| holiday.observed.year() == year).collect();
    found.sort();
    found
}

fn is_federal_holiday(day: Date) -> bool {
    federal_holidays(day.year()).iter().any(|holiday| holiday.observed == day)
}

/// The holidays whose own day lies in the year.
fn of_year(year: i16) -> Vec<Holiday> {
    let fixed = [
        ("New Year's Day", 1, 1),
        ("Juneteenth National Independence Day", 6, 19),
        ("Independence Day", 7, 4),
        ("Veterans Day", 11, 11),
        ("Christmas Day", 12, 25),
    ];
    let fixed = fixed.into_iter().filter(|(_, month, _)| *month != 6 || year >= JUNETEENTH_FROM);
    let fixed = fixed.filter_map(|(name, month, day)| {
        Some(Holiday { observed: observed(Date::new(year, month, day).ok()?), name })
    });
    let floating = [
        ("Birthday of Martin Luther King, Jr.", 1, 3, Weekday::Monday),
        ("Washington's Birthday", 2, 3, Weekday::Monday),
        ("Memorial Day", 5, -1, Weekday::Monday),
        ("Labor Day", 9, 1, Weekday::Monday),
        ("Columbus Day", 10, 2, Weekday::Monday),
        ("Thanksgiving Day", 11, 4, Weekday::Thursday),
    ];
    let floating = floating.into_iter().filter_map(|(name, month, nth, weekday)| {
        let first = Date::new(year, month, 1).ok()?;
        Some(Holiday { observed: first.nth_weekday_of_month(nth, weekday).ok()?, name })
    });
    fixed.chain(floating).collect()
}

/// A holiday on a Saturday is observed on Friday (5 U.S.C. 6103(b)(1)), one on a Sunday on Monday (Executive Order
/// 11582).
fn observed(day: Date) -> Date {
    let shift: Span = match day.weekday() {
        Weekday::Saturday => (-1).day(),
        Weekday::Sunday => 1.day(),
        _ => return day,
    };
    day.saturating_add(shift)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
