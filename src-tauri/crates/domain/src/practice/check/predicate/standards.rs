//! SE-d3: the policy aligns with one or more applicable consensus-based standards or best practice guidance.

use super::list;
use super::policy::no_version;
use crate::framework::Standards;
use crate::number::FrameworkId;
use crate::policy::{Alignment, Statement};
use crate::practice::check::finding::{Finding, FixTarget};
use crate::practice::check::subject::{Subject, Versioned};
use crate::text::blank;

/// SE-d3-1: at least one alignment to an element of a framework that is current and qualifies.
pub fn aligned(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let serving: Vec<String> = alignments(named)
        .filter(|(_, alignment)| serves(subject, alignment))
        .map(|(_, alignment)| name(alignment))
        .collect();
    if serving.is_empty() {
        let words = format!("{} follows no current standard that qualifies for (d)(3).", named.name());
        let fix = format!("Align a statement of {} with a current standard or guidance.", named.name());
        return Finding::unsatisfied(words, fix, place(named)).on([named.name()]);
    }
    let mut frameworks: Vec<String> = alignments(named)
        .filter(|(_, alignment)| serves(subject, alignment))
        .map(|(_, alignment)| edition(subject, &alignment.framework))
        .collect();
    frameworks.sort();
    frameworks.dedup();
    Finding::satisfied(format!("Follows {}.", list(&frameworks))).on([named.name()]).on(serving)
}

/// SE-d3-2: each element is explained, and each statement that restricts EHI follows at least one.
pub fn explained(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let bare = alignments(named).find(|(_, alignment)| blank(&alignment.explanation));
    if let Some((statement, alignment)) = bare {
        let which = format!("{}/{} follows {}", named.policy.number, statement.number, name(alignment));
        let fix = format!("Say in one sentence how {which}.");
        let words = format!("It is not said how {which}.");
        return Finding::unsatisfied(words, fix, place(named)).on([named.name()]);
    }
    let alone = |statement: &&Statement| statement.restricts_ehi && statement.alignments.is_empty();
    if let Some(statement) = named.version.statements.iter().find(alone) {
        let which = format!("{}/{}", named.policy.number, statement.number);
        let fix = format!("Align {which} with an element of a standard, as it restricts EHI.");
        let words = format!("{which} restricts EHI and follows no element of a standard.");
        return Finding::unsatisfied(words, fix, place(named)).on([named.name()]);
    }
    let own = subject.statements();
    let explanations: Vec<&str> =
        own.iter().flat_map(|one| &one.alignments).map(|alignment| alignment.explanation.trim()).collect();
    let elements = own.iter().flat_map(|one| &one.alignments).map(name);
    Finding::satisfied(explanations.join(" ")).on([named.name()]).on(elements)
}

/// SE-d3-3: for each standard it is said why it applies here; superseded editions are pointed out.
pub fn applicable(subject: &Subject<'_>) -> Finding {
    let Some(named) = subject.implemented else { return no_version(subject) };
    let mut cited: Vec<&FrameworkId> = alignments(named).map(|(_, alignment)| &alignment.framework).collect();
    cited.sort();
    cited.dedup();
    let says = |framework: &FrameworkId| {
        alignments(named).any(|(_, one)| one.framework == *framework && !blank(&one.applicability))
    };
    if let Some(silent) = cited.iter().find(|framework| !says(framework)) {
        let which = edition(subject, silent);
        let fix = format!("Say why {which} is applicable to this organization and technology.");
        let words = format!("It is not said why {which} is applicable.");
        return Finding::unsatisfied(words, fix, place(named)).on([named.name()]);
    }
    let stated: Vec<&str> =
        alignments(named).map(|(_, one)| one.applicability.trim()).filter(|text| !text.is_empty()).collect();
    let old = cited.iter().filter(|framework| is_old(subject, framework));
    let old: Vec<String> = old.map(|framework| edition(subject, framework)).collect();
    let mut words = stated.first().map_or_else(String::new, |first| (*first).to_owned());
    if !old.is_empty() {
        words = format!("{words} Warning: no longer current: {}.", list(&old));
    }
    Finding::satisfied(words).on([named.name()]).on(cited.iter().map(ToString::to_string))
}

fn alignments<'a>(named: Versioned<'a>) -> impl Iterator<Item = (&'a Statement, &'a Alignment)> {
    named
        .version
        .statements
        .iter()
        .flat_map(|statement| statement.alignments.iter().map(move |one| (statement, one)))
}

/// Whether the framework is current and qualifies, and has the element.
fn serves(subject: &Subject<'_>, alignment: &Alignment) -> bool {
    let (all, framework) = (standards(subject), alignment.framework.as_str());
    all.accepts(framework, &alignment.element) && all.serves_d3(framework, subject.on)
}

fn is_old(subject: &Subject<'_>, framework: &FrameworkId) -> bool {
    standards(subject).is_superseded(framework.as_str(), subject.on)
}

/// The framework with its edition; its id where there is none of that id.
fn edition(subject: &Subject<'_>, framework: &FrameworkId) -> String {
    standards(subject).name(framework.as_str()).unwrap_or_else(|| framework.to_string())
}

fn standards<'a>(subject: &Subject<'a>) -> Standards<'a> {
    Standards::of(subject.facts.catalogue, subject.facts.content)
}

fn name(alignment: &Alignment) -> String {
    format!("{} {}", alignment.framework, alignment.element)
}

fn place(named: Versioned<'_>) -> FixTarget {
    FixTarget::PolicyAlignments { policy: named.policy.number.clone(), version: named.version.number.clone() }
}
