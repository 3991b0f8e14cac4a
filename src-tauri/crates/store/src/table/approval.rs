//! Approvals of assessments and policy versions, with when and from which file they reached the workspace.

use super::row::List;
use crate::error::StoreError;
use crate::kind::Kind;
use crate::reader::Reader;
use crate::writer::Writer;
use riskwright_domain::approval::{Approval, Recorded};
use serde::{Deserialize, Serialize};

/// The stored form: the exchange form has no place for `recorded`.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Stored {
    approval: Approval,
    recorded: Recorded,
}

impl Stored {
    /// The approval with `recorded` filled.
    pub(crate) fn whole(self) -> Approval {
        Approval { recorded: Some(self.recorded), ..self.approval }
    }
}

impl Reader<'_> {
    /// The approvals of one record, with `recorded` filled.
    pub(super) fn approvals(&self, list: List<'_>) -> Result<Vec<Approval>, StoreError> {
        let stored: Vec<Stored> = self.list(list)?;
        Ok(stored.into_iter().map(Stored::whole).collect())
    }
}

impl Writer<'_> {
    /// Makes a record have exactly these approvals; one that was there keeps when it was recorded.
    pub(super) fn replace_approvals(
        &mut self,
        list: List<'_>,
        approvals: &[Approval],
    ) -> Result<(), StoreError> {
        let before: Vec<Stored> = self.list(list)?;
        let now = Recorded { at: self.instant(), imported_from: self.imported_from.clone() };
        let stored: Vec<Stored> =
            approvals.iter().map(|approval| stored_form(approval, &before, &now)).collect();
        self.replace(list, &stored, |stored| key(&stored.approval))
    }
}

/// The approvals of an assessment.
pub(super) fn of_assessment(id: &str) -> List<'_> {
    List::of(Kind::Approval, "assessment", id)
}

/// The approvals of a policy version.
pub(super) fn of_policy_version(id: &str) -> List<'_> {
    List::of(Kind::Approval, "policy_version", id)
}

fn stored_form(approval: &Approval, before: &[Stored], now: &Recorded) -> Stored {
    let bare = Approval { recorded: None, ..approval.clone() };
    let known = before.iter().find(|stored| stored.approval == bare).cloned();
    known.unwrap_or_else(|| Stored { approval: bare, recorded: now.clone() })
}

/// One person approves one content once in one capacity.
fn key(approval: &Approval) -> String {
    let capacity = serde_json::to_value(approval.capacity).unwrap_or_default();
    format!("{}/{}", approval.by, capacity.as_str().unwrap_or_default())
}
