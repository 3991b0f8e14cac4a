//! From YAML texts to the catalogue, in a way that cannot fail: what is sound is read, what is not is listed.

mod check;
mod content;
mod count;
mod folder;
mod form;
mod overlay;
mod problems;
mod table;

use super::Catalogue;
use super::problem::CatalogueProblem;
use problems::Problems;

/// Rule id of 45 CFR Part 164 Subpart C.
pub(super) const SECURITY_RULE: &str = "164-subpart-c";
/// Rule id of 45 CFR 171.203.
pub(super) const SECURITY_EXCEPTION: &str = "171.203";
/// Rule id of the exceptions of 45 CFR Part 171.
pub(super) const EXCEPTIONS: &str = "part-171";
const THREATS: &str = "threats";
const FRAMEWORKS: &str = "frameworks";
const POLICIES: &str = "policies";

/// Reads a catalogue from files, each a name `rule/edition/file.yaml` and its text.
///
/// The catalogue holds whatever could be read; the list holds every fault found, in the order of files and
/// lines. A catalogue with faults is for showing, not for deciding.
#[must_use]
pub fn read(files: &[(&str, &str)]) -> (Catalogue, Vec<CatalogueProblem>) {
    let mut problems = Problems::new(files);
    let folders = folder::group(files, &mut problems);
    let folders = overlay::resolve(folders, &mut problems);
    let mut catalogue = Catalogue::default();
    for folder in folders {
        content::read(folder, &mut catalogue, &mut problems);
    }
    problems.extend(catalogue.settle());
    check::references(&catalogue, &mut problems);
    (catalogue, problems.finish())
}

impl Catalogue {
    /// Puts the editions of each rule in order and reports what does not fit.
    fn settle(&mut self) -> Vec<CatalogueProblem> {
        let mut problems = self.security_rules.settle();
        problems.extend(self.security_exceptions.settle());
        problems.extend(self.exception_sets.settle());
        problems.extend(self.threat_catalogues.settle());
        problems.extend(self.framework_catalogues.settle());
        problems.extend(self.policy_catalogues.settle());
        problems
    }
}
