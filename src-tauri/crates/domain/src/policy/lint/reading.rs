//! One sentence with all that was read in it, and how its parts bear on each other.
//! What is wrong with it is said by `judge`.

use std::ops::Range;

use super::amount::Amount;
use super::event::Event;
use super::finding::Code;
use super::legal::{Claim, may_break};
use super::limit::{Limit, Shape};
use super::timeframe::{Relation, Unit};
use super::token::{Kind, Token};
use super::unit::UnitWord;
use super::verb::{MODALS, is_verb};
use super::word::FoundWord;
use super::word_set::words;

/// One sentence and what was read in it; limits and words are in order, and of each kind none overlap.
pub(super) struct Reading<'s, 't> {
    pub tokens: &'s [Token<'t>],
    pub limits: Vec<Limit>,
    pub words: Vec<FoundWord<'static>>,
    pub escapes: Vec<Range<usize>>,
    /// The event for limits that name none.
    pub event: Option<String>,
}

impl Reading<'_, '_> {
    /// Whether a word of the list stands in these tokens.
    pub fn has_word_in(&self, span: &Range<usize>) -> bool {
        let first = self.words.partition_point(|word| word.span.end <= span.start);
        self.words.get(first).is_some_and(|word| word.span.start < span.end)
    }

    /// Whether a clause sets a time for somebody to keep, good or vague.
    pub fn sets_time(&self, clause: &Range<usize>) -> bool {
        let first_limit = self.limits.partition_point(|limit| limit.span.start < clause.start);
        let first_word = self.words.partition_point(|word| word.span.start < clause.start);
        let mut limits =
            self.limits.iter().skip(first_limit).take_while(|limit| limit.span.start < clause.end);
        let mut words = self.words.iter().skip(first_word).take_while(|word| word.span.start < clause.end);
        limits.any(|limit| matches!(limit.shape, Shape::Timeframe(_)))
            || words.any(|word| word.rule.sets_time())
    }

    /// Whether an upper limit with number and unit stands in the sentence.
    pub fn is_bounded(&self) -> bool {
        let upper = |limit: &Limit| {
            limit.shape == Shape::Timeframe(Relation::Le) && matches!(limit.amount, Amount::One { .. })
        };
        self.limits.iter().any(upper)
    }

    /// Whether an interval stands directly beside these tokens: "every 12 months and as needed".
    fn is_beside_interval(&self, span: &Range<usize>) -> bool {
        let joins = |range: Range<usize>| {
            let between = self.tokens.get(range).unwrap_or_default();
            let other_duty = |pair: &[Token<'_>]| match pair {
                [before, verb] => {
                    (before.is_any(words!["and", "or", "but", "then", "to"])
                        || before.is_mark(',')
                        || before.is_any(MODALS))
                        && is_verb(&verb.lower)
                }
                _ => false,
            };
            let ends = between.iter().any(|token| token.is_mark(';') || token.is_mark(':'));
            between.len() <= BESIDE && !ends && !between.windows(2).any(other_duty)
        };
        let after = self.limits.partition_point(|limit| limit.span.end <= span.start);
        let before = after.checked_sub(1).and_then(|index| self.limits.get(index));
        before.is_some_and(|limit| is_interval(limit) && joins(limit.span.end..span.start))
            || self
                .limits
                .get(after)
                .is_some_and(|limit| is_interval(limit) && joins(span.end..limit.span.start))
    }

    /// Whether a limit has number and unit, but no event in the phrase, before the clause or before the list.
    pub fn lacks_event(&self, limit: &Limit) -> bool {
        let counted = !matches!(limit.amount, Amount::Bare { .. } | Amount::Vague);
        let bounds = matches!(limit.shape, Shape::Timeframe(_));
        bounds && counted && limit.event == Event::Missing && self.event.is_none()
    }

    /// What a word means beside the limits: an escape from one, or no bound where no interval is beside it.
    pub fn code_beside_limits(&self, word: &FoundWord<'_>) -> Option<Code> {
        if word.rule.without_interval.is_some() && self.is_beside_interval(&word.span) {
            return None;
        }
        let follows = |limit: &Limit| self.is_escape_of(limit, word.span.start);
        if word.rule.without_interval.is_some() && !self.limit_before(word.span.start).is_some_and(follows) {
            return word.rule.without_interval;
        }
        word.rule.after_limit.filter(|_| self.weakens_limit(&word.span))
    }

    /// Whether an escape stands behind a limit, or ahead of the verb that one binds.
    pub fn weakens_limit(&self, escape: &Range<usize>) -> bool {
        let bounds = |limit: &Limit| limit.shape != Shape::Loose;
        if self.limit_before(escape.start).is_some_and(bounds) {
            return true;
        }
        let before = escape.start.checked_sub(1).and_then(|before| self.tokens.get(before));
        let earlier = escape.start.checked_sub(2).and_then(|before| self.tokens.get(before));
        let modal = |token: Option<&Token<'_>>| token.is_some_and(|token| token.is_any(MODALS));
        let aside = before.is_none()
            || modal(before)
            || before.is_some_and(|before| before.is_mark(',')) && modal(earlier);
        aside
            && self.tokens.get(escape.end).is_some_and(|next| next.is_mark(','))
            && self.limit_after(escape.end).is_some_and(bounds)
    }

    /// Whether an escape follows the limit directly, so that it binds nobody.
    pub fn is_escaped(&self, limit: &Limit) -> bool {
        let word = |word: &FoundWord<'_>| {
            word.rule.after_limit.is_some() && self.is_escape_of(limit, word.span.start)
        };
        let beside = |word: &FoundWord<'_>| {
            word.rule.without_interval.is_some() && self.is_beside_interval(&word.span)
        };
        let end = limit.span.end;
        let escape = self.escapes.get(self.escapes.partition_point(|escape| escape.start < end));
        let found = self.words.get(self.words.partition_point(|word| word.span.start < end));
        escape.is_some_and(|escape| self.is_escape_of(limit, escape.start) && !self.has_word_in(escape))
            || found.is_some_and(|found| word(found) && !beside(found))
    }

    /// Whether a place stands directly behind a limit, or behind a comma or bracket there.
    fn is_escape_of(&self, limit: &Limit, at: usize) -> bool {
        let end = limit.span.end;
        let mark = self.tokens.get(end).is_some_and(|next| matches!(next.kind, Kind::Mark(',' | '(')));
        (end..=end + usize::from(mark)).contains(&at)
    }

    fn limit_after(&self, at: usize) -> Option<&Limit> {
        self.limits.get(self.limits.partition_point(|limit| limit.span.start < at))
    }

    fn limit_before(&self, at: usize) -> Option<&Limit> {
        let after = self.limits.partition_point(|limit| limit.span.end <= at);
        after.checked_sub(1).and_then(|index| self.limits.get(index))
    }

    /// What the limit at `index` says, where that could break the law; days of no type count as calendar days.
    pub fn claim(&self, index: usize) -> Option<Claim<'_>> {
        let limit = self.limits.get(index)?;
        let Shape::Timeframe(relation) = limit.shape else { return None };
        let Amount::One { quantity: quantity @ 1.., unit, .. } = limit.amount else { return None };
        let unit = match unit {
            UnitWord::Known(unit) => unit,
            UnitWord::UntypedDays => Unit::CalendarDays,
            _ => return None,
        };
        if !may_break(relation, quantity, unit) {
            return None;
        }
        let event = match (&limit.event, &self.event) {
            (Event::Named(range), _) => self.lower(range.clone()),
            (_, Some(event)) => event.split_whitespace().collect(),
            _ => Vec::new(),
        };
        let (action, carried) = self.action(index);
        Some(Claim { relation, quantity, unit, action, carried, event })
    }

    /// The words around a limit up to its neighbours; where few stand before it, those before its neighbour, carried on.
    fn action(&self, index: usize) -> (Vec<&str>, Vec<&str>) {
        const REACH: usize = 80;
        const FEW: usize = 6;
        let near = |gap: Range<usize>| self.lower(gap.start.max(gap.end.saturating_sub(REACH))..gap.end);
        let mut words = near(self.gap_before(index));
        let few = words.len() <= FEW && index > 0;
        let carried = if few { near(self.gap_before(index - 1)) } else { Vec::new() };
        let after = self.gap_before(index + 1);
        let mut behind = self.lower(after.start..after.end.min(after.start + REACH));
        if index + 1 < self.limits.len() {
            let other = behind.iter().position(|word| matches!(*word, "and" | "or" | "but" | ";"));
            behind.truncate(other.unwrap_or(behind.len()));
        }
        words.extend(behind);
        (words, carried)
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

/// How many tokens may stand between an interval and what it bounds.
const BESIDE: usize = 12;

fn is_interval(limit: &Limit) -> bool {
    limit.shape == Shape::Timeframe(Relation::Every)
}
