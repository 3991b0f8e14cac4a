//! References of a content: each must lead to a record of the content or an item of the catalogues.

mod incident;
mod practice;

use super::Content;
use super::index::Index;
use super::place::Findings;
use super::problem::Problem;
use crate::approval::{Approval, ApprovalMeans};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::framework::Standards;
use crate::number::PersonNumber;
use crate::policy::{Policy, PolicyVersion, Statement};
use crate::risk::Risk;
use std::collections::BTreeSet;

const OLDEST: &str = "/assessments/0";

/// Every reference that leads nowhere.
pub fn problems(content: &Content, catalogue: &Catalogue, index: &Index) -> Vec<Problem> {
    let mut walk = Walk { content, catalogue, index, found: Findings::new() };
    walk.organization(content);
    for (at, one) in content.assessments.iter().enumerate() {
        walk.assessment(one, &format!("/assessments/{at}"));
    }
    for (at, policy) in content.policies.iter().enumerate() {
        walk.policy(policy, &format!("/policies/{at}"));
    }
    for (at, practice) in content.practices.iter().enumerate() {
        walk.practice(practice, &format!("/practices/{at}"));
    }
    for (at, incident) in content.incidents.iter().enumerate() {
        walk.incident(incident, &format!("/incidents/{at}"));
    }
    walk.found.into_problems()
}

struct Walk<'a> {
    content: &'a Content,
    catalogue: &'a Catalogue,
    index: &'a Index,
    found: Findings,
}

impl Walk<'_> {
    fn person(&mut self, number: &str, path: impl FnOnce() -> String) {
        self.found.refer(&self.index.people, number, path);
    }

    fn person_if_named(&mut self, number: Option<&PersonNumber>, path: impl FnOnce() -> String) {
        if let Some(number) = number {
            self.person(number.as_str(), path);
        }
    }

    fn rated_risk(&mut self, number: &str, path: impl FnOnce() -> String) {
        self.found.refer(&self.index.risks, number, path);
    }

    /// A policy of the content, or one of the catalogue that is still to be written.
    fn policy_kind(&mut self, number: &str, path: impl FnOnce() -> String) {
        let known = self.index.policies.contains(number) || self.catalogue.policy(number).is_some();
        self.found.require(known, number, path);
    }

    fn safeguard(&mut self, citation: &str, path: impl FnOnce() -> String) {
        self.found.require(self.catalogue.safeguard(citation).is_some(), citation, path);
    }

    fn practice_type(&mut self, id: &str, path: impl FnOnce() -> String) {
        let mut editions = self.catalogue.security_exceptions.iter();
        let known = editions.any(|edition| edition.practice_types.get(id).is_some());
        self.found.require(known, id, path);
    }

    fn organization(&mut self, content: &Content) {
        for (at, duty) in content.organization.duties.iter().enumerate() {
            for (holder, holding) in duty.holders.iter().enumerate() {
                self.person(holding.person.as_str(), || {
                    format!("/organization/duties/{at}/holders/{holder}/person")
                });
            }
        }
    }

    fn approvals(&mut self, approvals: &[Approval], place: &str) {
        for (at, approval) in approvals.iter().enumerate() {
            self.person(approval.by.as_str(), || format!("{place}/approvals/{at}/by"));
            if let Some(ApprovalMeans::WetInk { evidence }) = &approval.means {
                let known = &self.index.evidence;
                self.found
                    .refer(known, evidence.as_str(), || format!("{place}/approvals/{at}/means/evidence"));
            }
        }
    }

    fn assessment(&mut self, one: &Assessment, place: &str) {
        for (at, assessor) in one.assessors.iter().enumerate() {
            self.person(assessor.as_str(), || format!("{place}/assessors/{at}"));
        }
        self.approvals(&one.approvals, place);
        // The oldest may follow one that was disposed of.
        if let Some(previous) = one.previous.as_ref().filter(|_| place != OLDEST) {
            self.found.refer(&self.index.assessments, previous.as_str(), || format!("{place}/previous"));
        }
        for (at, item) in one.open_items.iter().enumerate() {
            self.person_if_named(item.owner.as_ref(), || format!("{place}/open_items/{at}/owner"));
        }
        self.inventory(one, place);
        let own: BTreeSet<&str> = one.own_threats.iter().map(|threat| threat.id.as_str()).collect();
        for (at, threat) in one.threats.iter().enumerate() {
            let known = own.contains(threat.threat.as_str())
                || self.catalogue.threat(threat.threat.as_str()).is_some();
            self.found.require(known, threat.threat.as_str(), || format!("{place}/threats/{at}/threat"));
        }
        let assets: BTreeSet<String> = one.assets.iter().map(|asset| asset.number.to_string()).collect();
        for (at, risk) in one.risks.iter().enumerate() {
            self.risk(risk, &own, &assets, &format!("{place}/risks/{at}"));
        }
        self.safeguards(one, place);
    }

    fn inventory(&mut self, one: &Assessment, place: &str) {
        let vendors: BTreeSet<String> = one.vendors.iter().map(|vendor| vendor.number.to_string()).collect();
        let assets: BTreeSet<String> = one.assets.iter().map(|asset| asset.number.to_string()).collect();
        for (at, asset) in one.assets.iter().enumerate() {
            if let Some(owner) = &asset.owner {
                self.person(owner.as_str(), || format!("{place}/assets/{at}/owner"));
            }
            if let Some(vendor) = &asset.vendor {
                self.found.refer(&vendors, vendor.as_str(), || format!("{place}/assets/{at}/vendor"));
            }
            for (site, number) in asset.sites.iter().enumerate() {
                self.found.refer(&self.index.sites, number.as_str(), || {
                    format!("{place}/assets/{at}/sites/{site}")
                });
            }
        }
        for (at, flow) in one.flows.iter().enumerate() {
            self.found.refer(&assets, flow.from.as_str(), || format!("{place}/flows/{at}/from"));
            if let Some(to) = &flow.to {
                self.found.refer(&assets, to.as_str(), || format!("{place}/flows/{at}/to"));
            }
        }
        for (at, answer) in one.answers.iter().enumerate() {
            self.person(answer.by.as_str(), || format!("{place}/answers/{at}/by"));
            let id = answer.question.as_str();
            let known = self.catalogue.security_rules.iter().any(|edition| edition.question(id).is_some());
            self.found.require(known, id, || format!("{place}/answers/{at}/question"));
        }
    }

    fn risk(&mut self, risk: &Risk, own: &BTreeSet<&str>, assets: &BTreeSet<String>, place: &str) {
        let known =
            own.contains(risk.threat.as_str()) || self.catalogue.threat(risk.threat.as_str()).is_some();
        self.found.require(known, risk.threat.as_str(), || format!("{place}/threat"));
        self.found.refer(assets, risk.asset.as_str(), || format!("{place}/asset"));
        for (at, id) in risk.vulnerabilities.iter().enumerate() {
            let known = self.catalogue.vulnerability(id.as_str()).is_some();
            self.found.require(known, id.as_str(), || format!("{place}/vulnerabilities/{at}"));
        }
        for (at, id) in risk.predisposing_conditions.iter().enumerate() {
            let known = self.catalogue.predisposing_condition(id.as_str()).is_some();
            self.found.require(known, id.as_str(), || format!("{place}/predisposing_conditions/{at}"));
        }
        if let Some(rated_by) = &risk.rated_by {
            self.person(rated_by.as_str(), || format!("{place}/rated_by"));
        }
        self.person(risk.owner.as_str(), || format!("{place}/owner"));
        if let Some(treatment) = &risk.treatment {
            self.person(treatment.owner.as_str(), || format!("{place}/treatment/owner"));
        }
        if let Some(acceptance) = &risk.acceptance {
            self.person(acceptance.by.as_str(), || format!("{place}/acceptance/by"));
        }
        if let Some(closed) = &risk.closed {
            self.person(closed.by.as_str(), || format!("{place}/closed/by"));
        }
        for (at, number) in risk.evidence.iter().enumerate() {
            self.found.refer(&self.index.evidence, number.as_str(), || format!("{place}/evidence/{at}"));
        }
        for (at, control) in risk.controls.iter().enumerate() {
            for (number, citation) in control.safeguards.iter().enumerate() {
                self.safeguard(citation.as_str(), || format!("{place}/controls/{at}/safeguards/{number}"));
            }
        }
    }

    fn safeguards(&mut self, one: &Assessment, place: &str) {
        for (at, item) in one.safeguards.iter().enumerate() {
            let place = format!("{place}/safeguards/{at}");
            self.safeguard(item.safeguard.as_str(), || format!("{place}/safeguard"));
            for (number, policy) in item.policies.iter().enumerate() {
                self.policy_kind(policy.as_str(), || format!("{place}/policies/{number}"));
            }
            for (number, evidence) in item.evidence.iter().enumerate() {
                self.found
                    .refer(&self.index.evidence, evidence.as_str(), || format!("{place}/evidence/{number}"));
            }
            self.person_if_named(item.owner.as_ref(), || format!("{place}/owner"));
        }
        for (at, item) in one.decisions.iter().enumerate() {
            let place = format!("{place}/decisions/{at}");
            self.safeguard(item.specification.as_str(), || format!("{place}/specification"));
            if let Some(policy) = &item.policy {
                self.policy_kind(policy.as_str(), || format!("{place}/policy"));
            }
            let by = item.approval.as_ref().map(|approval| &approval.by);
            self.person_if_named(by, || format!("{place}/approval/by"));
        }
    }

    fn policy(&mut self, policy: &Policy, place: &str) {
        self.person(policy.owner.as_str(), || format!("{place}/owner"));
        for (at, id) in policy.practice_types.iter().enumerate() {
            self.practice_type(id.as_str(), || format!("{place}/practice_types/{at}"));
        }
        for (at, exception) in policy.exceptions.iter().enumerate() {
            self.person(exception.granted_by.as_str(), || format!("{place}/exceptions/{at}/granted_by"));
        }
        for (number, version) in policy.versions.iter().enumerate() {
            self.version(version, &format!("{place}/versions/{number}"));
        }
    }

    fn version(&mut self, version: &PolicyVersion, place: &str) {
        self.person(version.author.as_str(), || format!("{place}/author"));
        if let Some(assessment) = &version.assessment {
            self.found.refer(&self.index.assessments, assessment.as_str(), || format!("{place}/assessment"));
        }
        for (at, number) in version.scope.assets.iter().enumerate() {
            self.found.refer(&self.index.assets, number.as_str(), || format!("{place}/scope/assets/{at}"));
        }
        for (at, number) in version.incorporates.iter().enumerate() {
            self.found.refer(&self.index.policies, number.as_str(), || format!("{place}/incorporates/{at}"));
        }
        for (at, citation) in version.safeguards.iter().enumerate() {
            self.safeguard(citation.as_str(), || format!("{place}/safeguards/{at}"));
        }
        for (at, statement) in version.statements.iter().enumerate() {
            self.statement(statement, &format!("{place}/statements/{at}"));
        }
        for (at, review) in version.reviews.iter().enumerate() {
            self.person(review.by.as_str(), || format!("{place}/reviews/{at}/by"));
        }
        self.approvals(&version.approvals, place);
    }

    fn statement(&mut self, statement: &Statement, place: &str) {
        for (at, link) in statement.risks.iter().enumerate() {
            self.rated_risk(link.risk.as_str(), || format!("{place}/risks/{at}/risk"));
        }
        for (at, citation) in statement.safeguards.iter().enumerate() {
            self.safeguard(citation.as_str(), || format!("{place}/safeguards/{at}"));
        }
        let standards = Standards::of(self.catalogue, self.content);
        for (at, one) in statement.alignments.iter().enumerate() {
            let framework = standards.is_known(one.framework.as_str());
            self.found
                .require(framework, one.framework.as_str(), || format!("{place}/alignments/{at}/framework"));
            let element = !framework || standards.accepts(one.framework.as_str(), &one.element);
            self.found.require(element, &one.element, || format!("{place}/alignments/{at}/element"));
        }
    }
}
