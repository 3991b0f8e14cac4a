//! Due dates of an assessment and what hangs on it, for calendar programs.
//!
//! A calendar leaves the encrypted workspace and is often shared: events name numbers and people, never what a risk is.

mod ics;

use ics::Event;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use riskwright_domain::assessment::{Assessment, AssessmentKind, SafeguardState};
use riskwright_domain::audit::sha256_hex;
use riskwright_domain::number::PersonNumber;
use riskwright_domain::policy::VersionStatus;
use riskwright_domain::risk::RiskState;
use riskwright_domain::workspace::Content;

/// The calendar as an iCalendar file (RFC 5545); the same content and time give the same text.
#[must_use]
pub fn write(content: &Content, assessment: &Assessment, at: Timestamp) -> String {
    let dates = Dates { content, assessment };
    let mut events = dates.risks();
    events.extend(dates.safeguards());
    events.extend(dates.decisions());
    events.extend(dates.open_items());
    events.extend(dates.triggers());
    events.extend(dates.policies());
    events.extend(dates.assessments());
    events.sort_by(|one, other| (one.day, &one.uid).cmp(&(other.day, &other.uid)));
    let name = format!("{}: security due dates", content.organization.name);
    ics::write(&name, at, &events)
}

struct Dates<'a> {
    content: &'a Content,
    assessment: &'a Assessment,
}

impl Dates<'_> {
    /// Plans that are not done, and acceptances, of risks that are not closed.
    fn risks(&self) -> Vec<Event> {
        let open = self.assessment.risks.iter().filter(|risk| risk.status != RiskState::Closed);
        open.flat_map(|risk| {
            let number = risk.number.as_str();
            let plan = risk.treatment.as_ref().filter(|plan| plan.done_on.is_none()).map(|plan| {
                self.event(
                    "treatment",
                    number,
                    plan.due,
                    format!("{number}: treatment due"),
                    Some(&plan.owner),
                )
            });
            let acceptance = risk.acceptance.as_ref().map(|one| {
                let summary = format!("{number}: acceptance ends");
                self.event("acceptance", number, one.expires, summary, Some(&risk.owner))
            });
            plan.into_iter().chain(acceptance)
        })
        .collect()
    }

    fn safeguards(&self) -> Vec<Event> {
        use SafeguardState::{NotInPlace, Partial, Planned};
        let gaps = self.assessment.safeguards.iter();
        let gaps = gaps.filter(|one| matches!(one.status, Partial | Planned | NotInPlace));
        gaps.filter_map(|one| {
            let citation = one.safeguard.as_str();
            let summary = format!("{citation}: safeguard due");
            Some(self.event("safeguard", citation, one.due?, summary, one.owner.as_ref()))
        })
        .collect()
    }

    fn decisions(&self) -> Vec<Event> {
        let all = self.assessment.decisions.iter().flat_map(|one| {
            let citation = one.specification.as_str();
            let again = one.review_on.map(|day| {
                self.event("decision", citation, day, format!("{citation}: look at the decision again"), None)
            });
            let implemented = one.implemented_by.filter(|_| one.reasonable).map(|day| {
                let summary = format!("{citation}: specification to be implemented");
                self.event("specification", citation, day, summary, None)
            });
            again.into_iter().chain(implemented)
        });
        all.collect()
    }

    /// An open item has no number; what it says makes its identity and stays out of the calendar.
    fn open_items(&self) -> Vec<Event> {
        let items = self.assessment.open_items.iter().enumerate();
        items
            .filter_map(|(at, item)| {
                let identity: String = sha256_hex(item.what.as_bytes()).chars().take(16).collect();
                let summary = format!("{}: open item {} due", self.assessment.number, at + 1);
                Some(self.event("open-item", &identity, item.due?, summary, item.owner.as_ref()))
            })
            .collect()
    }

    fn triggers(&self) -> Vec<Event> {
        let open = self.content.triggers.iter().filter(|one| one.is_open());
        open.map(|one| {
            let summary = format!("{}: review of an event due", one.number);
            self.event("trigger", &one.number, one.due, summary, Some(&one.owner))
        })
        .collect()
    }

    fn policies(&self) -> Vec<Event> {
        let effective = self.content.policies.iter().filter_map(|policy| {
            let version = policy.versions.iter().rev().find(|one| one.status == VersionStatus::Effective)?;
            let number = policy.number.as_str();
            let summary = format!("{number}: policy review due");
            Some(self.event("policy", number, version.next_review?, summary, Some(&policy.owner)))
        });
        effective.collect()
    }

    /// The day the open assessment is due, and a year after the approval of the newest yearly one.
    fn assessments(&self) -> Vec<Event> {
        let open = self.content.open_assessment();
        let due = open.and_then(|one| {
            let number = one.number.as_str();
            Some(self.event("assessment", number, one.due?, format!("{number}: assessment due"), None))
        });
        let yearly = self
            .content
            .assessments
            .iter()
            .rev()
            .find(|one| one.kind == AssessmentKind::Annual && one.approved_on().is_some());
        let next = yearly.and_then(|one| {
            let day = one.approved_on()?.checked_add(Span::new().years(1)).ok()?;
            let summary = format!("Next yearly assessment due, a year after {}", one.number);
            Some(self.event("next-assessment", one.number.as_str(), day, summary, None))
        });
        due.into_iter().chain(next).collect()
    }

    /// An event whose identity stays when its day moves.
    fn event(
        &self,
        kind: &str,
        record: &str,
        day: Date,
        summary: String,
        owner: Option<&PersonNumber>,
    ) -> Event {
        let organization = self.content.organization.id;
        let owner = owner.map(|owner| format!("Owner: {}.\n", crate::words::person(self.content, owner)));
        Event {
            uid: format!("{kind}-{}-{organization}@riskwright", record.replace(' ', "-")),
            day,
            summary,
            description: format!("{}Details are in the workspace.", owner.unwrap_or_default()),
        }
    }
}
