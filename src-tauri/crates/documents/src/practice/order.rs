//! Whether one recorded date stands where it must among others, from the dates alone.

use crate::block::Run;
use jiff::civil::Date;

/// What the dates say of one step of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Nothing must come before it.
    First,
    /// It stands where it must.
    Holds(String),
    /// It shares its day with what must come first or last; dates alone do not show which came first.
    SameDay(String),
    /// Something that must come first came later.
    Fails(String),
    /// A date that is needed is not recorded.
    Unknown(String),
}

/// A step that must come first: its name, and its day if that is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// As it reads after "after": `the approval of AS-2026`.
    pub name: String,
    /// The day.
    pub on: Option<Date>,
}

impl Earlier {
    /// A step that must come first.
    pub fn new(name: impl Into<String>, on: Option<Date>) -> Self {
        Self { name: name.into(), on }
    }
}

impl Order {
    /// The order of a step after others.
    pub fn after(on: Option<Date>, earlier: &[Earlier]) -> Self {
        let Some(on) = on else { return Self::Unknown("no date is recorded".to_owned()) };
        if let Some(undated) = earlier.iter().find(|one| one.on.is_none()) {
            return Self::Unknown(format!("{} has no date", undated.name));
        }
        let latest = earlier.iter().filter_map(|one| Some((one.on?, &one.name))).max_by_key(|(day, _)| *day);
        match latest {
            None => Self::First,
            Some((day, name)) if on < day => Self::Fails(format!("{name} came later, on {day}")),
            Some((day, name)) if on == day => Self::SameDay(name.clone()),
            Some((_, name)) => Self::Holds(format!("after {name}")),
        }
    }

    /// The order of a step before another.
    pub fn before(on: Option<Date>, later: &Earlier) -> Self {
        let Some(on) = on else { return Self::Unknown("no date is recorded".to_owned()) };
        let Some(day) = later.on else { return Self::Unknown(format!("{} has no date", later.name)) };
        if day < on {
            return Self::Fails(format!("{} came before, on {day}", later.name));
        }
        if day == on {
            return Self::SameDay(later.name.clone());
        }
        Self::Holds(format!("before {}", later.name))
    }

    /// Whether the dates do not show that the step stands where it must.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Fails(_) | Self::Unknown(_))
    }

    /// The order in words.
    pub fn runs(&self) -> Vec<Run> {
        let (mark, words) = match self {
            Self::First => return vec![Run::plain("Start of the chain")],
            Self::Holds(words) => ("Holds", words),
            Self::SameDay(name) => {
                let words = format!(" as {name}; dates alone do not show which came first");
                return vec![Run::bold("Same day"), Run::plain(words)];
            }
            Self::Fails(words) => ("Does not hold", words),
            Self::Unknown(words) => ("Cannot be shown", words),
        };
        vec![Run::bold(mark), Run::plain(format!(": {words}"))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const MAY: Date = date(2026, 5, 1);
    const JUNE: Date = date(2026, 6, 1);

    fn holds(words: &str) -> Order {
        Order::Holds(words.to_owned())
    }

    fn same(name: &str) -> Order {
        Order::SameDay(name.to_owned())
    }

    fn fails(words: &str) -> Order {
        Order::Fails(words.to_owned())
    }

    fn unknown(words: &str) -> Order {
        Order::Unknown(words.to_owned())
    }

    #[test]
    fn a_step_stands_after_the_latest_of_what_comes_first() {
        let a = |on| Earlier::new("the approval", on);
        let b = |on| Earlier::new("the decision", on);
        for (on, earlier, expected) in [
            (Some(JUNE), vec![], Order::First),
            (Some(JUNE), vec![a(Some(MAY))], holds("after the approval")),
            (Some(JUNE), vec![a(Some(MAY)), b(Some(JUNE))], same("the decision")),
            (Some(MAY), vec![a(Some(MAY)), b(Some(JUNE))], fails("the decision came later, on 2026-06-01")),
            (Some(MAY), vec![a(None), b(Some(JUNE))], unknown("the approval has no date")),
            (None, vec![a(Some(MAY))], unknown("no date is recorded")),
        ] {
            assert_eq!(Order::after(on, &earlier), expected, "{on:?} {earlier:?}");
        }
    }

    #[test]
    fn a_step_stands_before_what_rests_on_it() {
        for (on, later, expected) in [
            (Some(MAY), Some(JUNE), holds("before the start")),
            (Some(MAY), Some(MAY), same("the start")),
            (Some(JUNE), Some(MAY), fails("the start came before, on 2026-05-01")),
            (Some(JUNE), None, unknown("the start has no date")),
            (None, Some(MAY), unknown("no date is recorded")),
        ] {
            assert_eq!(Order::before(on, &Earlier::new("the start", later)), expected, "{on:?} {later:?}");
        }
    }
}
