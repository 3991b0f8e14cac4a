//! What the rule allows to be said about a safeguard item, and what a decision on an addressable one still lacks.
//!
//! 45 CFR 164.306(c)-(d). That cost alone is no reason and that two factors are argued are rules of the product.

use super::{AddressableDecision, SafeguardState, SafeguardStatus};
use crate::catalogue::{Designation, Safeguard};
use crate::risk::acceptance::Term;
use crate::text::blank;
use jiff::civil::Date;

/// Fewest characters of a text that argues a factor.
pub const ARGUED: usize = 20;

/// Longest time from the approval of a decision to the next look at it.
pub const REVIEW: Term = Term::Months(12);

/// Something that a decision lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecisionLack {
    /// What the specification would contribute.
    Contribution,
    /// Size, complexity and capabilities.
    Size,
    /// Technical infrastructure.
    Infrastructure,
    /// Costs.
    Cost,
    /// Probability and criticality of the risks.
    Probability,
    /// Why it is, or is not, reasonable and appropriate.
    Rationale,
    /// A second factor that is argued: cost alone is none.
    SecondFactor,
    /// An alternative, or why there is none.
    Alternative,
    /// The day by which it is implemented, or evidence that it is.
    Implementation,
    /// The day of the next look, at most twelve months after the approval.
    Review,
}

impl DecisionLack {
    /// The field of the decision that would fill it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Contribution => "contribution",
            Self::Size => "size",
            Self::Infrastructure => "infrastructure",
            Self::Cost => "cost",
            Self::Probability => "probability",
            Self::Rationale => "rationale",
            Self::SecondFactor => "cost_is_main_reason",
            Self::Alternative => "alternative",
            Self::Implementation => "implemented_by",
            Self::Review => "review_on",
        }
    }
}

/// The states that the rule allows for an item.
#[must_use]
pub fn allowed(safeguard: &Safeguard) -> Vec<SafeguardState> {
    use SafeguardState::{Alternative, InPlace, NotApplicable, NotInPlace, Partial, Planned};
    let addressable = safeguard.designation == Designation::Addressable;
    let states = [
        (InPlace, true),
        (Partial, true),
        (Planned, true),
        (NotInPlace, true),
        (Alternative, addressable),
        (NotApplicable, safeguard.applies_if.is_some()),
    ];
    states.into_iter().filter(|(_, allowed)| *allowed).map(|(state, _)| state).collect()
}

/// Whether a decision asks for an item: an addressable one that applies.
#[must_use]
pub fn is_asked(safeguard: &Safeguard, status: Option<&SafeguardStatus>) -> bool {
    let applies = status.is_none_or(|status| status.status != SafeguardState::NotApplicable);
    safeguard.designation == Designation::Addressable && applies
}

/// Everything that a decision lacks on a day, in the order of its fields; `status` is that of its item.
#[must_use]
pub fn lacks(
    decision: &AddressableDecision,
    status: Option<&SafeguardStatus>,
    on: Date,
) -> Vec<DecisionLack> {
    let texts = [
        (DecisionLack::Contribution, blank(&decision.contribution)),
        (DecisionLack::Size, blank(&decision.size)),
        (DecisionLack::Infrastructure, blank(&decision.infrastructure)),
        (DecisionLack::Cost, blank(&decision.cost)),
        (DecisionLack::Probability, blank(&decision.probability)),
        (DecisionLack::Rationale, blank(&decision.rationale)),
    ];
    let outcome = [
        (DecisionLack::SecondFactor, !decision.reasonable && argued(decision) < 2),
        (DecisionLack::Alternative, !decision.reasonable && !has_way_out(decision)),
        (DecisionLack::Implementation, decision.reasonable && !is_implemented(decision, status)),
        (DecisionLack::Review, !is_reviewed(decision, on)),
    ];
    texts.into_iter().chain(outcome).filter(|(_, amiss)| *amiss).map(|(lack, _)| lack).collect()
}

/// Whether cost is all that speaks against an item.
#[must_use]
pub fn rests_on_cost_alone(decision: &AddressableDecision) -> bool {
    let others = [&decision.size, &decision.infrastructure, &decision.probability];
    let other = others.into_iter().any(|factor| argues(factor));
    !decision.reasonable && decision.cost_is_main_reason && !other
}

/// How many of the four factors are argued.
fn argued(decision: &AddressableDecision) -> usize {
    let factors = [&decision.size, &decision.infrastructure, &decision.cost, &decision.probability];
    factors.into_iter().filter(|factor| argues(factor)).count()
}

fn has_way_out(decision: &AddressableDecision) -> bool {
    let ways = [&decision.alternative, &decision.no_alternative_reason];
    ways.into_iter().flatten().any(|way| !blank(way))
}

/// In place means: with evidence.
fn is_implemented(decision: &AddressableDecision, status: Option<&SafeguardStatus>) -> bool {
    let shown =
        |status: &SafeguardStatus| status.status == SafeguardState::InPlace || !status.evidence.is_empty();
    decision.implemented_by.is_some() || status.is_some_and(shown)
}

/// The look may lie in the past of a decision that was approved: then it is due, and the decision is whole.
fn is_reviewed(decision: &AddressableDecision, on: Date) -> bool {
    let approved = decision.approval.as_ref().map_or(on, |approval| approval.on);
    decision.review_on.is_some_and(|review| approved <= review && review <= REVIEW.after(approved))
}

fn argues(factor: &str) -> bool {
    factor.trim().chars().count() >= ARGUED
}
