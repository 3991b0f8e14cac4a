//! One sentence with all that was read in it, and how its parts bear on each other.
//! What is wrong with it is said by `judge`.

use std::ops::Range;

use super::amount::Amount;
use super::event::Event;
use super::finding::Code;
use super::legal::Claim;
use super::limit::{Limit, Shape};
use super::timeframe::{Relation, Unit};
use super::token::Token;
use super::unit::UnitWord;
use super::word::FoundWord;

/// One sentence and what was read in it; limits and words are in order, and of each kind none overlap.
pub(super) struct Reading<'s, 't> {
    pub tokens: &'s [Token<'t>],
    pub limits: Vec<Limit>,
    pub words: Vec<FoundWord<'static>>,
    /// The event for limits that name none.
    pub event: Option<String>,
}

impl Reading<'_, '_> {
    /// Whether a word of the list stands in these tokens.
    pub fn has_word_in(&self, span: &Range<usize>) -> bool {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        self.words.get(first).is_some_and(|word| word.span.start < span.end)
    }

    /// Whether an upper limit with number and unit stands in the sentence.
    pub fn is_bounded(&self) -> bool {
        let upper = |limit: &Limit| {
            limit.shape == Shape::Timeframe(Relation::Le) && matches!(limit.amount, Amount::One { .. })
        };
        self.limits.iter().any(upper)
    }

    /// Whether an interval stands in the sentence.
    pub fn is_repeated(&self) -> bool {
        self.limits.iter().any(is_interval)
    }

    /// Whether a limit has number and unit, but no event in the phrase, before the clause or before the list.
    pub fn lacks_event(&self, limit: &Limit) -> bool {
        let counted = !matches!(limit.amount, Amount::Bare { .. } | Amount::Vague);
        let bounds = matches!(limit.shape, Shape::Timeframe(_));
        bounds && counted && limit.event == Event::Missing && self.event.is_none()
    }

    /// What a word means beside the limits: an escape after one, or no bound where nothing is `repeated`.
    pub fn code_beside_limits(&self, word: &FoundWord<'_>, repeated: bool) -> Option<Code> {
        let after = self.limits.partition_point(|limit| limit.span.end <= word.span.start);
        let before = after.checked_sub(1).and_then(|index| self.limits.get(index));
        let beside_interval = word.rule.without_interval.is_some() && before.is_some_and(is_interval);
        if before.is_some_and(|limit| limit.shape != Shape::Loose) && !beside_interval {
            return word.rule.after_limit;
        }
        word.rule.without_interval.filter(|_| !repeated)
    }

    /// What the limit at `index` says, to be held against the law; days of no type count as calendar days.
    pub fn claim(&self, index: usize) -> Option<Claim<'_>> {
        let limit = self.limits.get(index)?;
        let Shape::Timeframe(relation) = limit.shape else { return None };
        let Amount::One { quantity: quantity @ 1.., unit, .. } = limit.amount else { return None };
        let unit = match unit {
            UnitWord::Known(unit) => unit,
            UnitWord::UntypedDays => Unit::CalendarDays,
            _ => return None,
        };
        let event = match (&limit.event, &self.event) {
            (Event::Named(range), _) => self.lower(range.clone()),
            (_, Some(event)) => event.split_whitespace().collect(),
            _ => Vec::new(),
        };
        Some(Claim { relation, quantity, unit, action: self.action(index), event })
    }

    /// The words around a limit up to its neighbours; where few stand before it, those before its neighbour too.
    fn action(&self, index: usize) -> Vec<&str> {
        const REACH: usize = 80;
        const FEW: usize = 6;
        let before = self.gap_before(index);
        let mut words = self.lower(before.start.max(before.end.saturating_sub(REACH))..before.end);
        if words.len() <= FEW && index > 0 {
            let earlier = self.gap_before(index - 1);
            words.extend(self.lower(earlier.start.max(earlier.end.saturating_sub(REACH))..earlier.end));
        }
        let after = self.gap_before(index + 1);
        words.extend(self.lower(after.start..after.end.min(after.start + REACH)));
        words
    }

    /// The tokens between a limit and the one before it, or an end of the sentence.
    fn gap_before(&self, index: usize) -> Range<usize> {
        let before = index.checked_sub(1).and_then(|before| self.limits.get(before));
        let start = before.map_or(0, |limit| limit.span.end);
        let end = self.limits.get(index).map_or(self.tokens.len(), |limit| limit.span.start);
        start..end.max(start)
    }

    fn lower(&self, range: Range<usize>) -> Vec<&str> {
        self.tokens.get(range).unwrap_or_default().iter().map(|token| &*token.lower).collect()
    }
}

fn is_interval(limit: &Limit) -> bool {
    limit.shape == Shape::Timeframe(Relation::Every)
}
