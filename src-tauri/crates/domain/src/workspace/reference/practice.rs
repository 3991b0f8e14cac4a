//! References of practices: to risks, people, policies and their statements, criteria and types of the catalogues.

use super::Walk;
use crate::practice::{Application, Basis, CaseDetermination, PolicyBasis, Practice};

impl Walk<'_> {
    pub(super) fn practice(&mut self, practice: &Practice, place: &str) {
        if let Some(kind) = &practice.practice_type {
            self.practice_type(kind.as_str(), || format!("{place}/practice_type"));
        }
        for (at, link) in practice.risks.iter().enumerate() {
            self.rated_risk(link.risk.as_str(), || format!("{place}/risks/{at}/risk"));
        }
        self.people_of_practice(practice, place);
        for (at, judgement) in practice.judgements.iter().enumerate() {
            let id = judgement.criterion.as_str();
            let mut editions = self.catalogue.security_exceptions.iter();
            let known = editions.any(|edition| edition.criteria.get(id).is_some());
            self.found.require(known, id, || format!("{place}/judgements/{at}/criterion"));
        }
        self.application(&practice.application, &format!("{place}/application"));
        match &practice.basis {
            Some(Basis::Policy(basis)) => self.policy_basis(basis, &format!("{place}/basis/policy")),
            Some(Basis::Case(case)) => self.case(case, &format!("{place}/basis/case")),
            None => {}
        }
    }

    fn people_of_practice(&mut self, practice: &Practice, place: &str) {
        if let Some(purposes) = &practice.other_purposes {
            for (field, person) in [("reviewer", &purposes.reviewer), ("concurs", &purposes.concurs)] {
                self.person_if_named(person.as_ref(), || format!("{place}/other_purposes/{field}"));
            }
        }
        for (field, decision) in
            [("decision", &practice.decision), ("second_approval", &practice.second_approval)]
        {
            let by = decision.as_ref().map(|decision| &decision.by);
            self.person_if_named(by, || format!("{place}/{field}/by"));
        }
        for (at, judgement) in practice.judgements.iter().enumerate() {
            self.person(judgement.by.as_str(), || format!("{place}/judgements/{at}/by"));
        }
        for (at, review) in practice.reviews.iter().enumerate() {
            self.person(review.by.as_str(), || format!("{place}/reviews/{at}/by"));
        }
    }

    fn application(&mut self, application: &Application, place: &str) {
        for (at, requestor) in application.named_requestors.iter().enumerate() {
            if let Some(risk) = &requestor.risk {
                self.rated_risk(risk.as_str(), || format!("{place}/named_requestors/{at}/risk"));
            }
        }
        for (at, difference) in application.differentiators.iter().flatten().enumerate() {
            if let Some(risk) = &difference.risk {
                self.rated_risk(risk.as_str(), || format!("{place}/differentiators/{at}/risk"));
            }
        }
        let compared = application.internal_comparison.as_ref();
        if let Some(risk) = compared.and_then(|comparison| comparison.risk.as_ref()) {
            self.rated_risk(risk.as_str(), || format!("{place}/internal_comparison/risk"));
        }
        for (at, record) in application.records.iter().enumerate() {
            let approver = record.deviation.as_ref().and_then(|deviation| deviation.approved_by.as_ref());
            self.person_if_named(approver, || format!("{place}/records/{at}/deviation/approved_by"));
        }
    }

    /// The policy, its version and the version's statements; what hangs on an unknown name is not told again.
    fn policy_basis(&mut self, basis: &PolicyBasis, place: &str) {
        let Some(policy) = self.content.policies.iter().find(|one| one.number == basis.policy) else {
            self.found.require(false, basis.policy.as_str(), || format!("{place}/policy"));
            return;
        };
        let Some(version) = policy.versions.iter().find(|one| one.number == basis.version) else {
            self.found.require(false, &basis.version, || format!("{place}/version"));
            return;
        };
        for (at, number) in basis.statements.iter().enumerate() {
            let known = version.statements.iter().any(|statement| statement.number == *number);
            self.found.require(known, number.as_str(), || format!("{place}/statements/{at}"));
        }
    }

    fn case(&mut self, case: &CaseDetermination, place: &str) {
        if let Some(risk) = &case.risk {
            self.rated_risk(risk.as_str(), || format!("{place}/risk"));
        }
        for (at, number) in case.evidence.iter().enumerate() {
            self.found.refer(&self.index.evidence, number.as_str(), || format!("{place}/evidence/{at}"));
        }
        self.person_if_named(case.approver.as_ref(), || format!("{place}/approver"));
    }
}
