//! The phrases that are looked for, and the words that take their sting. One phrase a line would be read by nobody.
//!
//! Lower case, words parted by blanks; an asterisk at the end stands for any rest of the last word.

use super::WarningCode;

/// Phrases by what they give away; those without a code are harmless and hide the shorter phrase within them.
#[rustfmt::skip]
pub(super) const PHRASES: &[(Option<WarningCode>, &[&str])] = &[
    (Some(WarningCode::Punitive), &[
        "as a penalty", "penaliz*", "penalis*", "punish*", "punitive", "retaliat*", "revenge", "reprisal*",
        "in return for the complaint", "because they complained", "for complaining", "teach a lesson",
        "teach them a lesson", "until they pay", "until it pays", "until he pays", "until she pays", "until paid",
        "until payment", "until the invoice is paid", "until the bill is paid", "until all invoices are paid",
        "unpaid invoice", "unpaid invoices", "unpaid bill", "unpaid bills",
    ]),
    (Some(WarningCode::Competitor), &[
        "competitor*", "competing", "competitive", "rival", "rivals", "commercial reason*", "commercial interest*",
        "commercial advantage", "business advantage", "business interest*", "business reason*", "market share",
        "our market", "our market position", "protect our business", "lose customers", "losing customers",
        "exclusive access", "exclusive agreement", "exclusive contract", "exclusive deal", "exclusive partner*",
        "exclusive right*", "exclusive vendor", "fee", "fees", "revenue", "paying customers", "paid plan",
        "paid subscription", "license sales", "preferred vendor", "preferred partner*",
    ]),
    (None, &[
        "fee schedule", "fee schedules", "fee for service", "competitive exam", "non competitive", "noncompetitive",
    ]),
];

/// Phrases that leave nothing out.
#[rustfmt::skip]
pub(super) const OVER_BROAD: &[&str] = &[
    "all apps", "all applications", "all third party apps", "all third party applications", "all third parties",
    "all clients", "all api clients", "all requestors", "all requesters", "all requests", "all outside parties",
    "all vendors", "all data", "all ehi", "all electronic health information", "all charts", "all access",
    "all exports", "all connections", "any app", "any application", "any third party app",
    "any third party application", "any third party", "any client", "any api client", "any requestor",
    "any requester", "any request", "any export", "any connection", "every app", "every application",
    "every third party app", "every third party application", "every third party", "every client",
    "every api client", "every requestor", "every requester", "every request", "every export",
    "every connection", "everybody", "everyone", "anyone", "blanket", "across the board", "indefinite*",
    "permanent*", "forever", "for ever", "for good", "until further notice", "without end", "without limit",
];

/// Phrases that no negation takes back: "no competitor may connect" is aimed at competitors.
pub(super) const NAMING: &[&str] = &["competitor*", "competing", "rival", "rivals"];

/// Words directly before a phrase that take it back.
pub(super) const UNSAYS: &[&str] = &["not", "never", "no", "nor", "neither", "without", "cannot"];

/// Words that may stand between a negation and a phrase.
pub(super) const SMALL: &[&str] =
    &["a", "an", "the", "any", "as", "be", "been", "by", "for", "of", "to", "some"];

/// Words directly after an over-broad phrase that limit it.
#[rustfmt::skip]
pub(super) const LIMITS: &[&str] = &[
    "that", "which", "who", "whose", "whom", "with", "without", "whenever", "from", "beyond", "above", "over", "under",
    "below", "within", "using", "carrying", "reading", "sending", "signed", "unless", "except", "but", "other",
];

/// Words that speak of even treatment.
#[rustfmt::skip]
pub(super) const EVEN: &[&str] = &[
    "same", "alike", "equal", "equally", "even", "evenly", "identical", "identically", "consistently", "uniformly",
];
