//! References of incidents: to the version whose times count, its events and timeframes, and the person who closed it.

use super::Walk;
use crate::incident::{Incident, problems};
use crate::workspace::Problem;
use jiff::Timestamp;

impl Walk<'_> {
    pub(super) fn incident(&mut self, incident: &Incident, place: &str) {
        if let Some(outcome) = &incident.outcome {
            self.person(outcome.by.as_str(), || format!("{place}/outcome/by"));
        }
        let policy = self.content.policies.iter().find(|one| one.number == incident.policy);
        self.found.require(policy.is_some(), incident.policy.as_str(), || format!("{place}/policy"));
        let Some(policy) = policy else { return };
        let version = policy.version(&incident.version);
        self.found.require(version.is_some(), &incident.version, || format!("{place}/version"));
        let Some(version) = version else { return };
        // Of an instant nothing is known here: nothing lies in the future.
        for problem in problems(incident, version, Timestamp::MAX) {
            self.found.add(Problem { path: format!("{place}{}", problem.path), ..problem });
        }
    }
}
