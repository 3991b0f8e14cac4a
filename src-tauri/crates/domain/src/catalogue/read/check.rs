//! Whether every reference within and between catalogues names something of the right kind.

use super::content::{
    FACTORS_FILE, FRAMEWORKS_FILE, POLICIES_FILE, SAFEGUARDS_FILE, SECURITY_EXCEPTION_FILE, THREATS_FILE,
};
use super::form;
use super::problems::{Place, Problems};
use crate::catalogue::problem::CatalogueProblemCode;
use crate::catalogue::{
    Catalogue, Criterion, FrameworkCatalogue, PolicyCatalogue, Safeguard, SafeguardKind, SecurityException,
    SecurityRule, Set, ThreatCatalogue,
};
use crate::number::FrameworkId;
use crate::practice::check::missing_predicates;

const CSF: &str = "nist-csf-2.0";
const CONTROLS: &str = "nist-800-53r5";
const HICP: &str = "hicp-2023";

/// Reports every reference of every edition that does not hold.
pub(super) fn references(catalogue: &Catalogue, problems: &mut Problems<'_>) {
    for rule in catalogue.security_rules.iter() {
        safeguards(rule, &mut Reporter::new(problems, &rule.edition.id, SAFEGUARDS_FILE), catalogue);
        factors(rule, &mut Reporter::new(problems, &rule.edition.id, FACTORS_FILE), catalogue);
    }
    for exception in catalogue.security_exceptions.iter() {
        let mut reporter = Reporter::new(problems, &exception.edition.id, SECURITY_EXCEPTION_FILE);
        criteria(exception, &mut reporter);
        practice_types(exception, &mut reporter, catalogue);
    }
    for threats in catalogue.threat_catalogues.iter() {
        self::threats(threats, &mut Reporter::new(problems, &threats.edition.id, THREATS_FILE), catalogue);
    }
    for policies in catalogue.policy_catalogues.iter() {
        self::policies(
            policies,
            &mut Reporter::new(problems, &policies.edition.id, POLICIES_FILE),
            catalogue,
        );
    }
    for frameworks in catalogue.framework_catalogues.iter() {
        self::frameworks(frameworks, problems);
    }
}

/// Reports faults of one file.
struct Reporter<'p, 'a> {
    problems: &'p mut Problems<'a>,
    file: String,
}

impl<'p, 'a> Reporter<'p, 'a> {
    fn new(problems: &'p mut Problems<'a>, edition: &str, name: &str) -> Self {
        let file = problems.file_of(edition, name);
        Self { problems, file }
    }

    fn add(&mut self, item: &str, field: &str, code: CatalogueProblemCode) {
        self.problems.add(Place { file: &self.file, item: Some(item), field: Some(field) }, None, code);
    }

    fn unknown(&mut self, item: &str, field: &str, reference: &str) {
        self.add(item, field, CatalogueProblemCode::UnknownReference { reference: reference.to_owned() });
    }

    /// Reports each reference that is not known.
    fn each<'r>(
        &mut self,
        item: &str,
        field: &str,
        references: impl IntoIterator<Item = &'r str>,
        known: impl Fn(&str) -> bool,
    ) {
        for reference in references.into_iter().filter(|reference| !known(reference)) {
            self.unknown(item, field, reference);
        }
    }
}

fn safeguards(rule: &SecurityRule, report: &mut Reporter<'_, '_>, catalogue: &Catalogue) {
    for item in &rule.safeguards {
        parent(item, rule, report);
        let listed = |framework: &'static str| move |id: &str| catalogue.accepts_element(framework, id);
        report.each(
            &item.id,
            "nist_800_53r5",
            item.nist_800_53r5.iter().map(String::as_str),
            listed(CONTROLS),
        );
        report.each(&item.id, "csf_2_0", item.csf_2_0.iter().map(String::as_str), listed(CSF));
    }
    for crosswalk in &rule.crosswalks {
        let pairs: usize = match crosswalk.framework.as_str() {
            CONTROLS => rule.safeguards.iter().map(|item| item.nist_800_53r5.len()).sum(),
            CSF => rule.safeguards.iter().map(|item| item.csf_2_0.len()).sum(),
            other => {
                report.unknown(other, "crosswalks", other);
                continue;
            }
        };
        let stated = usize::try_from(crosswalk.pairs).unwrap_or(usize::MAX);
        if stated != pairs {
            let (stated, counted) = (stated.to_string(), pairs.to_string());
            let code = CatalogueProblemCode::CountDiffers { stated, counted };
            report.add(crosswalk.framework.as_str(), "pairs", code);
        }
    }
}

/// A specification belongs to a standard; a standard belongs to none.
fn parent(item: &Safeguard, rule: &SecurityRule, report: &mut Reporter<'_, '_>) {
    match (&item.parent, item.kind) {
        (None, SafeguardKind::Standard) => {}
        (Some(parent), SafeguardKind::Specification) => match rule.safeguards.get(parent.as_str()) {
            Some(found) if found.kind == SafeguardKind::Standard => {}
            Some(_) => report.add(&item.id, "parent", CatalogueProblemCode::WrongReference),
            None => report.unknown(&item.id, "parent", parent.as_str()),
        },
        _ => report.add(&item.id, "parent", CatalogueProblemCode::WrongReference),
    }
}

fn factors(rule: &SecurityRule, report: &mut Reporter<'_, '_>, catalogue: &Catalogue) {
    for (field, list) in [("order", &rule.order), ("suggested_flow", &rule.suggested_flow)] {
        report.each(field, field, list.iter().map(String::as_str), |id| rule.factors.contains(id));
        report.each(field, field, rule.factors.iter().map(|factor| factor.id.as_str()), |id| {
            list.iter().any(|listed| listed == id)
        });
    }
    let mut asked = std::collections::BTreeSet::new();
    for question in rule.factors.iter().flat_map(|factor| &factor.questions) {
        if !asked.insert(&question.id) {
            report.add(question.id.as_str(), "id", CatalogueProblemCode::DuplicateId);
        }
        let other = question.asked_if.iter().map(|condition| condition.question.as_str());
        report.each(question.id.as_str(), "asked_if", other, |id| rule.question(id).is_some());
        for (field, code) in form::faults(question) {
            report.add(question.id.as_str(), field, code);
        }
        let fed = question.feeds.iter().map(String::as_str).filter(|fed| fed.starts_with("POL-"));
        report.each(question.id.as_str(), "feeds", fed, |id| catalogue.policy(id).is_some());
    }
}

fn criteria(exception: &SecurityException, report: &mut Reporter<'_, '_>) {
    for id in missing_predicates(&exception.criteria) {
        report.add(id.as_str(), "id", CatalogueProblemCode::NoPredicate);
    }
    for criterion in &exception.criteria {
        let required = criterion.requires.iter().map(|id| id.as_str());
        report.each(criterion.id.as_str(), "requires", required, |id| exception.criteria.contains(id));
        if let Some(path) = circle(criterion, &exception.criteria) {
            report.add(criterion.id.as_str(), "requires", CatalogueProblemCode::Circular { path });
        }
    }
}

/// The way from a criterion over what it requires back to itself, if there is one.
fn circle(start: &Criterion, criteria: &Set<Criterion>) -> Option<Vec<String>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut ways = vec![vec![start]];
    while let Some(way) = ways.pop() {
        let required = way.last().into_iter().flat_map(|criterion| &criterion.requires);
        for next in required.filter_map(|id| criteria.get(id.as_str())) {
            let mut longer = way.clone();
            longer.push(next);
            if next.id == start.id {
                return Some(longer.into_iter().map(|criterion| criterion.id.to_string()).collect());
            }
            if seen.insert(&next.id) {
                ways.push(longer);
            }
        }
    }
    None
}

fn practice_types(exception: &SecurityException, report: &mut Reporter<'_, '_>, catalogue: &Catalogue) {
    for practice in &exception.practice_types {
        let policies = practice.policies.iter().map(|number| number.as_str());
        report.each(practice.id.as_str(), "policies", policies, |number| catalogue.policy(number).is_some());
    }
}

fn threats(threats: &ThreatCatalogue, report: &mut Reporter<'_, '_>, catalogue: &Catalogue) {
    let is_safeguard = |citation: &str| is_safeguard(catalogue, citation);
    for threat in &threats.threats {
        let id = threat.id.as_str();
        let vulnerabilities = threat.vulnerabilities.iter().map(|id| id.as_str());
        report.each(id, "vulnerabilities", vulnerabilities, |id| threats.vulnerabilities.contains(id));
        let conditions = threat.predisposing_conditions.iter().map(|id| id.as_str());
        report.each(id, "predisposing_conditions", conditions, |id| {
            threats.predisposing_conditions.contains(id)
        });
        report.each(id, "safeguards", threat.safeguards.iter().map(|id| id.as_str()), is_safeguard);
        let policies = threat.policies.iter().map(|id| id.as_str());
        report.each(id, "policies", policies, |number| catalogue.policy(number).is_some());
        let hicp = threat.hicp_threat.iter().map(String::as_str);
        report.each(id, "hicp_threat", hicp, |element| catalogue.accepts_element(HICP, element));
    }
    for vulnerability in &threats.vulnerabilities {
        let safeguards = vulnerability.safeguards.iter().map(|id| id.as_str());
        report.each(vulnerability.id.as_str(), "safeguards", safeguards, is_safeguard);
    }
}

fn policies(policies: &PolicyCatalogue, report: &mut Reporter<'_, '_>, catalogue: &Catalogue) {
    for policy in &policies.policies {
        let id = policy.id.as_str();
        let covered = policy.covers.iter().map(|citation| citation.as_str());
        report.each(id, "covers", covered, |citation| is_safeguard(catalogue, citation));
        let csf = policy.csf_2_0.iter().map(String::as_str);
        report.each(id, "csf_2_0", csf, |element| catalogue.accepts_element(CSF, element));
    }
}

fn is_safeguard(catalogue: &Catalogue, citation: &str) -> bool {
    catalogue.safeguard(citation).is_some()
}

fn frameworks(catalogue: &FrameworkCatalogue, problems: &mut Problems<'_>) {
    let edition = &catalogue.edition.id;
    let mut report = Reporter::new(problems, edition, FRAMEWORKS_FILE);
    for framework in &catalogue.frameworks {
        let lender = framework.elements_from.iter().map(FrameworkId::as_str);
        let lends = |id: &str| FrameworkId::from(id) != framework.id && catalogue.elements.contains_key(id);
        report.each(framework.id.as_str(), "elements_from", lender, lends);
    }
    for (framework, elements) in &catalogue.elements {
        let mut report = Reporter::new(problems, edition, &format!("{framework}.yaml"));
        for element in elements {
            let parent = element.parent.iter().map(String::as_str);
            report.each(&element.id, "parent", parent, |id| id != element.id && elements.contains(id));
        }
    }
}
