//! From the files of one edition to its place in the catalogue.

use super::folder::{Folder, HEADER};
use super::problems::{Place, Problems};
use super::table::Table;
use super::{EXCEPTIONS, FRAMEWORKS, POLICIES, SECURITY_EXCEPTION, SECURITY_RULE, THREATS, count};
use crate::catalogue::problem::CatalogueProblemCode;
use crate::catalogue::{
    Catalogue, ExceptionSet, FrameworkCatalogue, FrameworkElement, PolicyCatalogue, RuleEdition,
    SecurityException, SecurityRule, Set, ThreatCatalogue,
};
use crate::number::FrameworkId;
use serde_yaml::{Mapping, Value};
use std::collections::BTreeMap;

pub(super) const SAFEGUARDS_FILE: &str = "safeguards.yaml";
pub(super) const FACTORS_FILE: &str = "factors.yaml";
pub(super) const SECURITY_EXCEPTION_FILE: &str = "security_exception.yaml";
pub(super) const EXCEPTIONS_FILE: &str = "exceptions.yaml";
pub(super) const THREATS_FILE: &str = "threats.yaml";
pub(super) const FRAMEWORKS_FILE: &str = "frameworks.yaml";
pub(super) const POLICIES_FILE: &str = "policies.yaml";

/// Adds the edition in a folder to the catalogue.
pub(super) fn read(mut folder: Folder, catalogue: &mut Catalogue, problems: &mut Problems<'_>) {
    let Some(edition) = header(&folder, problems) else { return };
    let mut files = Files { folder: &mut folder, problems };
    match edition.rule.as_str() {
        SECURITY_RULE => catalogue.security_rules.push(security_rule(edition, &mut files)),
        SECURITY_EXCEPTION => catalogue.security_exceptions.push(security_exception(edition, &mut files)),
        EXCEPTIONS => catalogue.exception_sets.push(exceptions(edition, &mut files)),
        THREATS => catalogue.threat_catalogues.push(threats(edition, &mut files)),
        FRAMEWORKS => catalogue.framework_catalogues.push(frameworks(edition, &mut files)),
        POLICIES => catalogue.policy_catalogues.push(policies(edition, &mut files)),
        _ => {
            let reference = edition.rule.clone();
            files.add(HEADER, &edition.id, "rule", CatalogueProblemCode::UnknownReference { reference });
        }
    }
    files.finish();
}

/// The header of an edition, if it is sound and names its own folder.
fn header(folder: &Folder, problems: &mut Problems<'_>) -> Option<RuleEdition> {
    let file = folder.file(HEADER);
    let place = Place { file: &file, item: Some(&folder.path), field: None };
    let edition: RuleEdition = match serde_yaml::from_value(Value::Mapping(folder.header.clone())) {
        Ok(edition) => edition,
        Err(error) => {
            problems.add(place, None, CatalogueProblemCode::Malformed { detail: error.to_string() });
            return None;
        }
    };
    for (field, stated, expected) in
        [("id", &edition.id, folder.path.as_str()), ("rule", &edition.rule, folder.rule())]
    {
        if stated != expected {
            let code = CatalogueProblemCode::FolderDiffers { stated: stated.clone() };
            problems.add(Place { item: None, field: Some(field), ..place }, None, code);
        }
    }
    (edition.id == folder.path && edition.rule == folder.rule()).then_some(edition)
}

/// The files of an edition that are still to be read.
struct Files<'f, 'a> {
    folder: &'f mut Folder,
    problems: &'f mut Problems<'a>,
}

impl<'a> Files<'_, 'a> {
    /// Opens a file that the edition must have; an absent one reads as empty.
    fn open(&mut self, name: &str) -> Option<Table<'_, 'a>> {
        let file = self.folder.file(name);
        let Some(fields) = self.folder.tables.remove(name) else {
            self.problems.add(
                Place { file: &file, ..Place::default() },
                None,
                CatalogueProblemCode::MissingFile,
            );
            return None;
        };
        Some(Table::new(file, fields, self.problems))
    }

    fn add(&mut self, name: &str, item: &str, field: &str, code: CatalogueProblemCode) {
        let file = self.folder.file(name);
        self.problems.add(Place { file: &file, item: Some(item), field: Some(field) }, None, code);
    }

    /// Reports the files that nothing has read.
    fn finish(self) {
        for name in self.folder.tables.keys() {
            let file = self.folder.file(name);
            self.problems.add(
                Place { file: &file, ..Place::default() },
                None,
                CatalogueProblemCode::UnknownFile,
            );
        }
    }
}

fn security_rule(edition: RuleEdition, files: &mut Files<'_, '_>) -> SecurityRule {
    let mut rule = SecurityRule { edition, ..SecurityRule::default() };
    if let Some(mut table) = files.open(SAFEGUARDS_FILE) {
        rule.safeguards = table.items("safeguards");
        rule.designation_rules = table.value("designation_rules").unwrap_or_default();
        rule.crosswalks = table.rows("crosswalks");
        rule.notes = table.optional("notes").unwrap_or_default();
        count::compare(&mut table, "counts", &count::safeguards(&rule));
        count::compare(&mut table, "counts_by_section", &count::safeguards_by_section(&rule));
        table.finish();
    }
    if let Some(mut table) = files.open(FACTORS_FILE) {
        rule.factors = table.items("factors");
        rule.order = table.rows("order");
        rule.suggested_flow = table.rows("suggested_flow");
        rule.notes.extend(table.optional::<Vec<String>>("notes").unwrap_or_default());
        count::compare(&mut table, "counts", &count::factors(&rule));
        table.finish();
    }
    rule
}

fn security_exception(edition: RuleEdition, files: &mut Files<'_, '_>) -> SecurityException {
    let mut exception = SecurityException { edition, ..SecurityException::default() };
    if let Some(mut table) = files.open(SECURITY_EXCEPTION_FILE) {
        exception.logic = table.value("logic").unwrap_or_default();
        exception.criteria = table.items("criteria");
        exception.concepts = table.rows("concepts");
        exception.practice_types = table.items("practice_types");
        count::compare(&mut table, "counts", &count::criteria(&exception));
        table.finish();
    }
    exception
}

fn exceptions(edition: RuleEdition, files: &mut Files<'_, '_>) -> ExceptionSet {
    let mut set = ExceptionSet { edition, ..ExceptionSet::default() };
    if let Some(mut table) = files.open(EXCEPTIONS_FILE) {
        set.exceptions = table.items("exceptions");
        set.rule_history = table.rows("rule_history");
        set.reserved = table.rows("reserved");
        set.definitions = table.rows("definitions");
        set.other = table.rows("other");
        count::compare(&mut table, "counts", &count::exceptions(&set));
        table.finish();
    }
    set
}

fn threats(edition: RuleEdition, files: &mut Files<'_, '_>) -> ThreatCatalogue {
    let mut catalogue = ThreatCatalogue { edition, ..ThreatCatalogue::default() };
    if let Some(mut table) = files.open(THREATS_FILE) {
        catalogue.threats = table.items("threats");
        catalogue.vulnerabilities = table.items("vulnerabilities");
        catalogue.predisposing_conditions = table.items("predisposing_conditions");
        count::compare(&mut table, "counts", &count::threats(&catalogue));
        table.finish();
    }
    catalogue
}

fn policies(edition: RuleEdition, files: &mut Files<'_, '_>) -> PolicyCatalogue {
    let mut catalogue = PolicyCatalogue { edition, ..PolicyCatalogue::default() };
    if let Some(mut table) = files.open(POLICIES_FILE) {
        catalogue.policies = table.items("policies");
        count::compare(&mut table, "counts", &count::policies(&catalogue));
        table.finish();
    }
    catalogue
}

/// The list of frameworks and, from files named after them, the elements of some.
fn frameworks(edition: RuleEdition, files: &mut Files<'_, '_>) -> FrameworkCatalogue {
    let mut catalogue = FrameworkCatalogue { edition, ..FrameworkCatalogue::default() };
    if let Some(mut table) = files.open(FRAMEWORKS_FILE) {
        catalogue.frameworks = table.items("frameworks");
        count::compare(&mut table, "counts", &count::frameworks(&catalogue));
        table.finish();
    }
    let tables: BTreeMap<String, Mapping> = std::mem::take(&mut files.folder.tables);
    for (name, fields) in tables {
        let known =
            name.strip_suffix(".yaml").is_some_and(|framework| catalogue.frameworks.contains(framework));
        if !known {
            files.folder.tables.insert(name, fields);
            continue;
        }
        let table = Table::new(files.folder.file(&name), fields, files.problems);
        let (framework, elements) = elements(table, name.trim_end_matches(".yaml"));
        catalogue.elements.insert(framework, elements);
    }
    catalogue
}

fn elements(mut table: Table<'_, '_>, framework: &str) -> (FrameworkId, Set<FrameworkElement>) {
    let stated: Option<FrameworkId> = table.value("framework");
    if let Some(stated) = stated.filter(|stated| stated.as_str() != framework) {
        let code = CatalogueProblemCode::FolderDiffers { stated: stated.to_string() };
        table.add(None, Some("framework"), code);
    }
    let _note: Option<String> = table.optional("note");
    let elements = table.items("elements");
    count::compare(&mut table, "counts", &count::elements(&elements));
    table.finish();
    (FrameworkId::from(framework), elements)
}
