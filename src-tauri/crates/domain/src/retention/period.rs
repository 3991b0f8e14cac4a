//! The retention period as civil dates.

use jiff::civil::Date;

/// Years that 45 CFR 164.316(b)(2)(i) asks for.
pub const YEARS: i16 = 6;

/// The last day of the six years that begin on a day: the same day six years later; after a 29 February the
/// 1 March, so that no year is cut short. The end of the calendar where it has no such year.
#[must_use]
pub fn six_years_after(day: Date) -> Date {
    let year = day.year().saturating_add(YEARS);
    Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, 3, 1)).unwrap_or(Date::MAX)
}
