//! What may be done about a risk at its level, in words: the method's limits.

use super::form::AcceptanceLimit;
use jiff::civil::Date;
use riskwright_domain::organization::{Organization, Person};
use riskwright_domain::risk::acceptance::{
    Acceptor, Term, acceptor, latest, longest, may_accept, plan_times,
};
use riskwright_domain::risk::{Level, Risk};

/// The limits for a person on a day; an unrated risk has none and cannot be accepted.
pub fn limit(organization: &Organization, person: &Person, risk: &Risk, on: Date) -> AcceptanceLimit {
    let Some(level) = risk.level() else {
        let words = "Rate the risk first: what may be done depends on its level.".to_owned();
        return AcceptanceLimit { may_accept: false, latest: None, who: words.clone(), times: words };
    };
    AcceptanceLimit {
        may_accept: risk.closed.is_none() && may_accept(organization, person, &risk.owner, level, on),
        latest: Some(latest(level, on)),
        who: who(level),
        times: times(level),
    }
}

/// Who may accept a risk of the level, and for how long.
pub fn who(level: Level) -> String {
    let people = match acceptor(level) {
        Acceptor::Executive => "a member of the executive alone",
        Acceptor::ExecutiveOrOwner => "a member of the executive or the owner of the risk",
        Acceptor::ExecutiveOrOfficial => "a member of the executive or the security official",
    };
    format!("A risk that is {} is accepted by {people}, for {} at most.", lower(level), term(longest(level)))
}

fn times(level: Level) -> String {
    match plan_times(level) {
        Some(times) => {
            format!("Set a plan within {} days and have it done within {}.", times.plan, times.done)
        }
        None => "No plan is needed; look at it again within a year.".to_owned(),
    }
}

/// A term in words: `30 days`.
pub fn term(term: Term) -> String {
    match term {
        Term::Days(days) => format!("{days} days"),
        Term::Months(months) => format!("{months} months"),
    }
}

fn lower(level: Level) -> String {
    level.to_string().to_lowercase()
}
