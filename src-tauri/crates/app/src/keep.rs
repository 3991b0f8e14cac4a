//! Which backups are kept: a pure rule over when and why they were made.
//!
//! Not here: files, and when backups are made.

use crate::command::backup::BackupReason;
use jiff::civil::{Date, ISOWeekDate};
use std::collections::BTreeSet;

/// The rule in words for the person.
pub const RULE: &str = "Every backup of the last 2 days is kept, then the last one of each day for 14 days, \
    of each week for 8 weeks and of each month for 12 months. The newest is always kept, and for 90 days \
    each one made before a restore or before the workspace was brought up to date.";

/// Every backup of so many days, today among them.
const ALL_DAYS: i32 = 2;
/// One a day for so many days.
const DAILY_DAYS: i32 = 14;
/// One a week for 8 weeks.
const WEEKLY_DAYS: i32 = 8 * 7;
/// One a month for so many months, this one among them.
const MONTHS: i32 = 12;
/// What could be needed to take a restore or a migration back is not thinned out before.
const GUARDED_DAYS: i32 = 90;

/// When, as a civil date in the organization's zone, and why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// The day.
    pub on: Date,
    /// The reason.
    pub reason: BackupReason,
}

/// For each backup whether it is kept; they are given newest first.
#[must_use]
pub fn kept(backups: &[Made], today: Date) -> Vec<bool> {
    let mut seen = Seen::default();
    backups.iter().enumerate().map(|(place, made)| seen.keeps(*made, today) || place == 0).collect()
}

/// Days, weeks and months of which the newest backup went by already.
#[derive(Default)]
struct Seen {
    days: BTreeSet<Date>,
    weeks: BTreeSet<Date>,
    months: BTreeSet<(i16, i8)>,
}

impl Seen {
    fn keeps(&mut self, made: Made, today: Date) -> bool {
        // A day ahead of a clock that was set back counts as today.
        let age = (today - made.on).get_days().max(0);
        let of_day = self.days.insert(made.on);
        let of_week = self.weeks.insert(monday(made.on));
        let of_month = self.months.insert((made.on.year(), made.on.month()));
        age < ALL_DAYS
            || (of_day && age < DAILY_DAYS)
            || (of_week && age < WEEKLY_DAYS)
            || (of_month && months(today) - months(made.on) < MONTHS)
            || (guarded(made.reason) && age < GUARDED_DAYS)
    }
}

fn guarded(reason: BackupReason) -> bool {
    matches!(reason, BackupReason::Migration | BackupReason::BeforeRestore)
}

fn monday(day: Date) -> Date {
    let week = day.iso_week_date();
    ISOWeekDate::new(week.year(), week.week(), jiff::civil::Weekday::Monday).map_or(day, Date::from)
}

fn months(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;

    /// A Sunday.
    const TODAY: Date = date(2026, 11, 22);

    fn made(on: Date) -> Made {
        Made { on, reason: BackupReason::Daily }
    }

    #[test]
    fn each_reach_ends_on_its_day() {
        // Days, oldest last, and whether each stays; the first of a row only takes the place of the newest.
        let newest = (TODAY, true);
        let table: &[(&str, &[(Date, bool)])] = &[
            (
                "all of today and yesterday",
                &[newest, newest, (date(2026, 11, 21), true), (date(2026, 11, 21), true)],
            ),
            ("one a day before", &[newest, (date(2026, 11, 19), true), (date(2026, 11, 19), false)]),
            (
                "the 14th day is the last of the daily ones",
                &[
                    newest,
                    (date(2026, 11, 10), true),
                    (date(2026, 11, 9), true),
                    (date(2026, 11, 8), true),
                    (date(2026, 11, 7), false),
                ],
            ),
            (
                "one a week, Monday to Sunday",
                &[
                    newest,
                    (date(2026, 10, 18), true),
                    (date(2026, 10, 12), false),
                    (date(2026, 10, 11), true),
                ],
            ),
            (
                "the 8th week is the last of the weekly ones",
                &[newest, (date(2026, 9, 29), true), (date(2026, 9, 28), false), (date(2026, 9, 27), false)],
            ),
            (
                "one a month of 12 months",
                &[
                    newest,
                    (date(2025, 12, 31), true),
                    (date(2025, 12, 1), false),
                    (date(2025, 11, 30), false),
                ],
            ),
            ("a day ahead of the clock", &[(date(2026, 12, 1), true), (date(2026, 12, 1), true)]),
        ];
        for (what, rows) in table {
            let backups: Vec<Made> = rows.iter().map(|(on, _)| made(*on)).collect();
            let expected: Vec<bool> = rows.iter().map(|(_, keep)| *keep).collect();
            assert_eq!(kept(&backups, TODAY), expected, "{what}");
        }
    }

    #[test]
    fn the_newest_is_kept_however_old() {
        assert_eq!(kept(&[made(date(2020, 1, 2)), made(date(2020, 1, 1))], TODAY), [true, false]);
        assert_eq!(kept(&[], TODAY), Vec::<bool>::new());
    }

    #[test]
    fn what_undoes_a_restore_or_a_migration_stays_90_days() {
        for reason in [BackupReason::Migration, BackupReason::BeforeRestore] {
            let day = |age: i32| TODAY.checked_sub(age.days()).unwrap();
            let at = |age: i32| vec![made(TODAY), made(day(age)), Made { on: day(age), reason }];
            assert_eq!(kept(&at(89), TODAY).last(), Some(&true), "{reason:?}");
            assert_eq!(kept(&at(90), TODAY).last(), Some(&false), "{reason:?}");
        }
        let same_day = [
            made(TODAY),
            made(date(2026, 11, 12)),
            Made { on: date(2026, 11, 12), reason: BackupReason::Request },
        ];
        assert_eq!(
            kept(&same_day, TODAY),
            [true, true, false],
            "one on request is thinned out like a daily one"
        );
    }

    #[test]
    fn pruning_every_day_keeps_what_pruning_once_would() {
        let start = date(2025, 1, 1);
        let mut left: Vec<Made> = Vec::new();
        let mut all: Vec<Made> = Vec::new();
        for offset in 0..500_i32 {
            let today = start.checked_add(offset.days()).unwrap();
            left.insert(0, made(today));
            all.insert(0, made(today));
            let keep = kept(&left, today);
            left = left.into_iter().zip(keep).filter_map(|(one, keep)| keep.then_some(one)).collect();
        }
        let today = start.checked_add(499.days()).unwrap();
        let once: Vec<Made> =
            all.iter().zip(kept(&all, today)).filter_map(|(one, keep)| keep.then_some(*one)).collect();
        assert_eq!(left, once);
        assert!((28..=36).contains(&left.len()), "{}", left.len());
    }
}
