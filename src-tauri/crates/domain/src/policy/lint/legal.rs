//! Limits of the law: whether a time is longer than a cap or shorter than a floor.
//! A limit is only held against a text that shows the action and, where one is asked for, the event.

use super::finding::Code;
use super::pattern::Patterns;
use super::rules::{LegalLimit, LimitKind, RULES};
use super::timeframe::{Relation, Unit};

/// A time to hold against the law.
#[derive(Debug, Clone)]
pub(super) struct Claim<'a> {
    pub relation: Relation,
    pub quantity: i64,
    pub unit: Unit,
    /// Words beside the time, in lower case.
    pub action: Vec<&'a str>,
    /// Words that an earlier part of the sentence carries over, such as its verb.
    pub carried: Vec<&'a str>,
    /// Words of the event, in lower case.
    pub event: Vec<&'a str>,
}

/// A limit that a claim breaks.
#[derive(Debug, Clone)]
pub(super) struct Breach {
    pub code: Code,
    pub limit: &'static LegalLimit,
}

impl Breach {
    /// What to write instead, with the citation.
    pub fn suggestion(&self) -> String {
        let LegalLimit { quantity, unit, cite, .. } = self.limit;
        let (verb, bound) = match self.code {
            Code::BelowLegalFloor => ("Lengthen", "at least"),
            _ => ("Shorten", "at most"),
        };
        format!("{verb} this to {bound} {quantity} {}: {cite}.", unit.words())
    }
}

/// The first limit of the law that the claim breaks.
pub(super) fn breach(claim: &Claim<'_>) -> Option<Breach> {
    let (relation, quantity, unit) = (claim.relation, claim.quantity, claim.unit);
    let mut broken = RULES.limits.iter().filter(|limit| breaks(limit, relation, quantity, unit));
    let broken = broken.find(|limit| binds(limit, claim))?;
    let code = if broken.kind == LimitKind::Floor { Code::BelowLegalFloor } else { Code::ExceedsLegalCap };
    Some(Breach { code, limit: broken })
}

/// Whether a time breaks any limit of the law, if that should bind it; most break none, whatever the words around them.
pub(super) fn may_break(relation: Relation, quantity: i64, unit: Unit) -> bool {
    RULES.limits.iter().any(|limit| breaks(limit, relation, quantity, unit))
}

fn binds(limit: &LegalLimit, claim: &Claim<'_>) -> bool {
    let told = |words: &Patterns| any_matches(words, &claim.action) || any_matches(words, &claim.carried);
    // An event has few words, so that most limits are passed by at once.
    limit.recognise.trigger.iter().all(|words| any_matches(words, &claim.event))
        && limit.recognise.action.iter().all(&told)
        && limit.recognise.either.iter().all(|words| told(words) || any_matches(words, &claim.event))
        && !any_matches(&limit.recognise.unless, &claim.action)
}

fn any_matches(patterns: &Patterns, words: &[&str]) -> bool {
    words.iter().any(|word| patterns.match_word(word))
}

/// A cap is broken by a time that can turn out longer, a floor by one that can turn out shorter.
fn breaks(limit: &LegalLimit, relation: Relation, quantity: i64, unit: Unit) -> bool {
    let usual = if limit.kind == LimitKind::Floor { Relation::For } else { Relation::Le };
    let relations = &limit.recognise.relation;
    if !(relations.contains(&relation) || relations.is_empty() && relation == usual) {
        return false;
    }
    let (ours, law) = match (months(quantity, unit), months(limit.quantity, limit.unit)) {
        (Some(ours), Some(law)) => (Span::exactly(ours), Span::exactly(law)),
        _ => (minutes(quantity, unit), minutes(limit.quantity, limit.unit)),
    };
    let same_unit = unit == limit.unit;
    match limit.kind {
        LimitKind::Cap if same_unit => quantity > limit.quantity,
        LimitKind::Floor if same_unit => quantity < limit.quantity,
        LimitKind::Cap => ours.longest > law.shortest,
        LimitKind::Floor => ours.shortest < law.shortest,
        LimitKind::Note => false,
    }
}

/// How short and how long a time can turn out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    shortest: i64,
    longest: i64,
}

impl Span {
    const fn exactly(length: i64) -> Self {
        Self { shortest: length, longest: length }
    }
}

fn months(quantity: i64, unit: Unit) -> Option<i64> {
    match unit {
        Unit::Months => Some(quantity),
        Unit::Years => Some(quantity.saturating_mul(12)),
        _ => None,
    }
}

/// In minutes; business days over one to two weekends, months and years over shorter and longer ones, no holidays.
fn minutes(quantity: i64, unit: Unit) -> Span {
    const DAY: i64 = 24 * 60;
    let quantity = quantity.clamp(0, 1_000_000);
    let days = |shortest: i64, longest: i64| Span { shortest: shortest * DAY, longest: longest * DAY };
    match unit {
        Unit::Minutes => Span::exactly(quantity),
        Unit::Hours => Span::exactly(quantity * 60),
        Unit::CalendarDays => days(quantity, quantity),
        Unit::Weeks => days(quantity * 7, quantity * 7),
        Unit::BusinessDays => days(quantity + 2 * (quantity / 5), quantity + 2 * ((quantity + 4) / 5)),
        Unit::Months => {
            days((quantity * 304_375 + 5_000) / 10_000 - 2, (quantity * 304_375 + 15_000) / 10_000)
        }
        Unit::Years => days(quantity * 365 + quantity / 4, quantity * 365 + (quantity + 3) / 4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(
        relation: Relation,
        quantity: i64,
        unit: Unit,
        action: &'static str,
        event: &'static str,
    ) -> Claim<'static> {
        Claim {
            relation,
            quantity,
            unit,
            action: action.split(' ').collect(),
            carried: Vec::new(),
            event: event.split(' ').collect(),
        }
    }

    fn code(claim: &Claim<'_>) -> Option<Code> {
        breach(claim).map(|breach| breach.code)
    }

    #[test]
    fn a_limit_binds_only_its_own_action_and_event() {
        use Unit::{BusinessDays, CalendarDays, Hours, Months, Years};
        let cap = Some(Code::ExceedsLegalCap);
        let floor = Some(Code::BelowLegalFloor);
        let cases = [
            (claim(Relation::Le, 60, CalendarDays, "notify affected individuals", "discovery"), None),
            (claim(Relation::Le, 61, CalendarDays, "notify affected individuals", "discovery"), cap),
            (claim(Relation::Le, 1441, Hours, "notify affected individuals", "discovery"), cap),
            (claim(Relation::Le, 2, Months, "notify affected individuals", "discovery"), cap),
            (claim(Relation::Le, 40, BusinessDays, "notify affected individuals", "discovery"), None),
            (claim(Relation::Le, 45, BusinessDays, "notify affected individuals", "discovery"), cap),
            (claim(Relation::Le, 90, CalendarDays, "notify the vendor", "discovery"), None),
            (claim(Relation::Le, 90, CalendarDays, "notify affected individuals", "the merger"), None),
            (claim(Relation::Le, 90, CalendarDays, "notify the media", "discovery"), cap),
            (claim(Relation::Le, 90, CalendarDays, "report to hhs", "discovery"), cap),
            (claim(Relation::Le, 90, CalendarDays, "report breaches under 500 to hhs", "discovery"), None),
            (
                claim(
                    Relation::Le,
                    61,
                    CalendarDays,
                    "report breaches to hhs",
                    "the end of the calendar year",
                ),
                cap,
            ),
            (claim(Relation::Le, 90, CalendarDays, "notify the covered entity", "discovery"), cap),
            (
                claim(
                    Relation::For,
                    31,
                    CalendarDays,
                    "delay notices for law enforcement",
                    "the oral statement",
                ),
                cap,
            ),
            (claim(Relation::Le, 11, BusinessDays, "answer an infeasible request", "receipt"), cap),
            (claim(Relation::Le, 11, BusinessDays, "begin licence negotiation", "receipt"), cap),
            (claim(Relation::Le, 31, BusinessDays, "complete license negotiation", "receipt"), cap),
            (claim(Relation::Le, 31, CalendarDays, "answer the individual's access", "the request"), cap),
            (
                claim(Relation::Le, 31, CalendarDays, "answer individual access", "receipt of the request"),
                cap,
            ),
            (claim(Relation::Le, 61, CalendarDays, "notify part 2 program", "discovery"), cap),
            (claim(Relation::For, 6, Years, "retain documentation", "creation"), None),
            (claim(Relation::For, 5, Years, "retain documentation", "creation"), floor),
            (claim(Relation::For, 71, Months, "retain policies", "creation"), floor),
            (claim(Relation::For, 2190, CalendarDays, "retain policies", "creation"), floor),
            (claim(Relation::For, 1, Years, "retain backups", "creation"), None),
            (claim(Relation::For, 89, CalendarDays, "keep the web notice posted", "posting"), floor),
            (claim(Relation::For, 3, Months, "keep the web notice posted", "posting"), floor),
            (claim(Relation::For, 90, CalendarDays, "keep the web notice posted", "posting"), None),
        ];
        for (claim, expected) in cases {
            assert_eq!(code(&claim), expected, "{claim:?}");
        }
    }

    #[test]
    fn unconfirmed_law_never_judges() {
        let incident =
            claim(Relation::Le, 30, Unit::CalendarDays, "report a covered cyber incident to cisa", "belief");
        let state = claim(Relation::Le, 90, Unit::CalendarDays, "notify the attorney general", "discovery");
        assert_eq!((code(&incident), code(&state)), (None, None));
    }

    #[test]
    fn months_are_as_short_and_as_long_as_the_calendar_makes_them() {
        for (quantity, shortest, longest) in
            [(1, 28, 31), (2, 59, 62), (3, 89, 92), (6, 181, 184), (12, 363, 366)]
        {
            let days = Span { shortest: shortest * 24 * 60, longest: longest * 24 * 60 };
            assert_eq!(minutes(quantity, Unit::Months), days, "{quantity} months");
        }
        assert_eq!(minutes(i64::MAX, Unit::Years).longest, minutes(1_000_000, Unit::Years).longest);
    }
}
