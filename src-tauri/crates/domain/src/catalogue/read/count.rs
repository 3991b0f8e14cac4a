//! The numbers that a file states of itself against what it holds.

use super::table::Table;
use crate::catalogue::problem::CatalogueProblemCode;
use crate::catalogue::{
    CriterionBasis, CriterionPath, Designation, ElementKind, ExceptionSet, FrameworkCatalogue,
    FrameworkElement, PolicyCatalogue, Safeguard, SafeguardKind, SecurityException, SecurityRule, Set,
    SourceClass, Subpart, ThreatCatalogue,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Reports every stated number that differs from the count, every one that is not stated and every unknown one.
///
/// A file that is another's with changes need not state its numbers.
pub(super) fn compare(table: &mut Table<'_, '_>, key: &str, counted: &Value) {
    let stated: Option<Value> = if table.is_overlay() { table.optional(key) } else { table.value(key) };
    let Some(stated) = stated else { return };
    let (stated, counted) = (leaves(&stated), leaves(counted));
    let paths: BTreeSet<&String> = stated.keys().chain(counted.keys()).collect();
    for path in paths {
        let code = match (stated.get(path), counted.get(path)) {
            (Some(stated), Some(counted)) if stated == counted => continue,
            (Some(stated), Some(counted)) => {
                CatalogueProblemCode::CountDiffers { stated: stated.clone(), counted: counted.clone() }
            }
            (None, _) => CatalogueProblemCode::MissingField,
            (Some(_), None) => CatalogueProblemCode::UnknownField,
        };
        table.add(None, Some(path.as_str()), code);
    }
}

/// The values of a tree by the last two steps of their paths: `by_basis.law`.
fn leaves(tree: &Value) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (key, value) in tree.as_object().into_iter().flatten() {
        match value {
            Value::Object(inner) => {
                found.extend(inner.iter().map(|(name, value)| (format!("{key}.{name}"), value.to_string())));
            }
            other => {
                found.insert(key.clone(), other.to_string());
            }
        }
    }
    found
}

pub(super) fn safeguards(rule: &SecurityRule) -> Value {
    let all: Vec<&Safeguard> = rule.safeguards.iter().collect();
    let designated = |designation| all.iter().filter(|item| item.designation == designation).count();
    let appendix: Vec<&&Safeguard> = all.iter().filter(|item| item.in_appendix_a).collect();
    let listed = |designation| appendix.iter().filter(|item| item.designation == designation).count();
    let standards =
        |items: &[&Safeguard]| items.iter().filter(|item| item.kind == SafeguardKind::Standard).count();
    let listed_standards = appendix.iter().filter(|item| item.kind == SafeguardKind::Standard).count();
    let alone = listed(Designation::StandardWithoutSpecifications);
    json!({
        "standards_total": standards(&all),
        "standards_with_specifications": designated(Designation::StandardWithSpecifications),
        "standards_without_specifications": designated(Designation::StandardWithoutSpecifications),
        "specifications_total": all.len() - standards(&all),
        "specifications_required": designated(Designation::Required),
        "specifications_addressable": designated(Designation::Addressable),
        "appendix_a_standards": listed_standards,
        "appendix_a_specifications": appendix.len() - listed_standards,
        "appendix_a_specifications_required": listed(Designation::Required),
        "appendix_a_specifications_addressable": listed(Designation::Addressable),
        "appendix_a_standards_marked_r_alone": alone,
        "appendix_a_r_entries": listed(Designation::Required) + alone,
        "items_total": all.len(),
    })
}

pub(super) fn safeguards_by_section(rule: &SecurityRule) -> Value {
    let mut sections: Map<String, Value> = Map::new();
    for section in rule.safeguards.iter().map(section).collect::<BTreeSet<_>>() {
        let items: Vec<&Safeguard> =
            rule.safeguards.iter().filter(|item| self::section(item) == section).collect();
        let designated = |designation| items.iter().filter(|item| item.designation == designation).count();
        sections.insert(
            section.to_owned(),
            json!({
                "standards": items.iter().filter(|item| item.kind == SafeguardKind::Standard).count(),
                "required": designated(Designation::Required),
                "addressable": designated(Designation::Addressable),
                "standards_without_specifications": designated(Designation::StandardWithoutSpecifications),
            }),
        );
    }
    Value::Object(sections)
}

/// The section of a citation: `164.308` of `45 CFR 164.308(a)(1)(i)`.
fn section(item: &Safeguard) -> &str {
    let citation = item.citation.as_str();
    citation.trim_start_matches("45 CFR ").split('(').next().unwrap_or_default()
}

pub(super) fn factors(rule: &SecurityRule) -> Value {
    let questions: usize = rule.factors.iter().map(|factor| factor.questions.len()).sum();
    json!({ "factors": rule.factors.len(), "questions": questions })
}

pub(super) fn criteria(exception: &SecurityException) -> Value {
    let criteria = &exception.criteria;
    let bases = [
        CriterionBasis::Law,
        CriterionBasis::Reading,
        CriterionBasis::LawWithProductThreshold,
        CriterionBasis::ProductRule,
    ];
    let paths = [CriterionPath::Both, CriterionPath::OrganizationalPolicy, CriterionPath::CaseByCase];
    json!({
        "criteria": criteria.len(),
        "blocking": criteria.iter().filter(|criterion| criterion.blocking).count(),
        "by_basis": tally(&bases, criteria.iter().map(|criterion| criterion.basis)),
        "by_path": tally(&paths, criteria.iter().map(|criterion| criterion.applies_to_path)),
        "automatic_only": criteria.iter().filter(|criterion| !criterion.human_judgement).count(),
    })
}

pub(super) fn exceptions(set: &ExceptionSet) -> Value {
    let of = |subpart| set.exceptions.iter().filter(|exception| exception.subpart == subpart).count();
    json!({
        "exceptions": set.exceptions.len(),
        "subpart_b": of(Subpart::B),
        "subpart_c": of(Subpart::C),
        "subpart_d": of(Subpart::D),
    })
}

pub(super) fn threats(catalogue: &ThreatCatalogue) -> Value {
    let classes = [
        SourceClass::Adversarial,
        SourceClass::Accidental,
        SourceClass::Structural,
        SourceClass::Environmental,
    ];
    json!({
        "threats": catalogue.threats.len(),
        "by_class": tally(&classes, catalogue.threats.iter().map(|threat| threat.source_class)),
        "vulnerabilities": catalogue.vulnerabilities.len(),
        "predisposing_conditions": catalogue.predisposing_conditions.len(),
        "with_hicp": catalogue.threats.iter().filter(|threat| threat.hicp_threat.is_some()).count(),
    })
}

pub(super) fn frameworks(catalogue: &FrameworkCatalogue) -> Value {
    json!({ "frameworks": catalogue.frameworks.len() })
}

pub(super) fn elements(elements: &Set<FrameworkElement>) -> Value {
    let kinds: BTreeSet<ElementKind> = elements.iter().map(|element| element.kind).collect();
    let kinds: Vec<ElementKind> = kinds.into_iter().collect();
    tally(&kinds, elements.iter().map(|element| element.kind))
}

pub(super) fn policies(catalogue: &PolicyCatalogue) -> Value {
    let policies = || catalogue.policies.iter();
    let covered: BTreeSet<_> = policies().flat_map(|policy| &policy.covers).collect();
    let always = policies().filter(|policy| policy.needed_when.is_none());
    let always: BTreeSet<_> = always.flat_map(|policy| &policy.covers).collect();
    json!({
        "policies": catalogue.policies.len(),
        "conditional": policies().filter(|policy| policy.needed_when.is_some()).count(),
        "safeguards_covered": covered.len(),
        "safeguards_covered_by_unconditional": always.len(),
        "example_timeframes": policies().map(|policy| policy.example_timeframes.len()).sum::<usize>(),
    })
}

/// How often each kind occurs, by the name it has in the data.
fn tally<K: Serialize + PartialEq>(kinds: &[K], found: impl Iterator<Item = K>) -> Value {
    let found: Vec<K> = found.collect();
    let counts = kinds.iter().filter_map(|kind| {
        let name = serde_json::to_value(kind).ok()?.as_str()?.to_owned();
        Some((name, json!(found.iter().filter(|each| *each == kind).count())))
    });
    Value::Object(counts.collect())
}
