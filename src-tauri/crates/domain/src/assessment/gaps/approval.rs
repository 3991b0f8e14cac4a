//! Scope, sources and open items, and who may approve.

use super::{Found, GapCode, Item, Scene, only};
use crate::assessment::Assessment;
use crate::organization::{Access, Person};
use crate::text::blank;
use crate::workspace::Content;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a person may not approve an assessment.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ApproverFault {
    /// Neither security official nor executive on the day.
    WrongCapacity,
    /// Made the assessment alone, and the organization has a second person.
    SoleAuthor,
}

/// Everything that keeps a person from approving an assessment on a day.
#[must_use]
pub fn approver_faults(
    content: &Content,
    assessment: &Assessment,
    person: &Person,
    on: Date,
) -> Vec<ApproverFault> {
    let official = content.organization.has_security_official(person, on);
    let capable = official || person.access.contains(&Access::Executive);
    let alone = assessment.assessors.iter().all(|assessor| *assessor == person.number);
    let refused = alone && !assessment.assessors.is_empty() && !content.organization.no_second_person;
    let faults = [(!capable, ApproverFault::WrongCapacity), (refused, ApproverFault::SoleAuthor)];
    faults.into_iter().filter(|(amiss, _)| *amiss).map(|(_, fault)| fault).collect()
}

/// Scope, sources, each open item, and somebody who may approve.
pub fn items(scene: &Scene<'_>) -> Vec<Item> {
    let assessment = scene.assessment;
    let whole = |amiss: bool, found: Found| only([(amiss, found)]);
    let may = |person: &Person| approver_faults(scene.content, assessment, person, scene.on).is_empty();
    let nobody = !scene.content.people.iter().any(may);
    let mut items = vec![
        whole(blank(&assessment.scope), scene.open(GapCode::ScopeMissing, "/scope", &assessment.number)),
        whole(
            assessment.sources.is_empty(),
            scene.open(GapCode::SourcesMissing, "/sources", &assessment.number),
        ),
        whole(nobody, scene.blocking(GapCode::NoApprover, "/approvals", &assessment.number)),
    ];
    items.extend(assessment.open_items.iter().enumerate().map(|(place, open)| {
        let path = format!("/open_items/{place}");
        let loose = open.owner.is_none() || open.due.is_none();
        whole(loose, scene.blocking(GapCode::OpenItemWithoutOwner, &path, open.what.trim()))
    }));
    items
}
