//! What was in force on a day, read from a content as it was known at some instant.

use super::Content;
use crate::assessment::Assessment;
use crate::policy::{Policy, PolicyVersion};
use crate::practice::{Practice, PracticeState};
use jiff::civil::Date;

/// What counted on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce<'a> {
    /// The assessment approved last by the day; none before the first approval.
    pub assessment: Option<&'a Assessment>,
    /// Each policy that had a version in force, with that version, in the order of the content.
    pub policies: Vec<(&'a Policy, &'a PolicyVersion)>,
    /// Practices that ran, in the order of the content.
    pub practices: Vec<&'a Practice>,
}

/// What was in force on the day.
///
/// Of policies the version that [`Policy::in_force_on`] names; of practices those begun by the day and not over.
#[must_use]
pub fn in_force(content: &Content, day: Date) -> InForce<'_> {
    InForce {
        assessment: assessment(content, day),
        policies: content
            .policies
            .iter()
            .filter_map(|policy| Some((policy, policy.in_force_on(day)?)))
            .collect(),
        practices: content.practices.iter().filter(|practice| ran(practice, day)).collect(),
    }
}

/// Of two approved on the same day the later of the list.
fn assessment(content: &Content, day: Date) -> Option<&Assessment> {
    let approved = |one: &Assessment| one.approved_on().filter(|on| *on <= day);
    content.assessments.iter().filter(|one| approved(one).is_some()).max_by_key(|one| approved(one))
}

/// One that ended without a day is over on every day: nothing says until when it ran.
fn ran(practice: &Practice, day: Date) -> bool {
    let begun = practice.start_date.is_some_and(|start| start <= day);
    let on_time = practice.end_date.is_none_or(|end| day <= end);
    match practice.state {
        PracticeState::Proposed => false,
        PracticeState::Active => begun && on_time,
        PracticeState::Ended => begun && practice.end_date.is_some() && on_time,
    }
}
