//! Path (d): the assessment, the ratings and the policy version, in the order in which they must stand.

use super::{Step, approved_content, rating};
use crate::practice::order::{Earlier, Order};
use crate::practice::sheet::PracticeSheet;
use crate::practice::words;
use jiff::civil::Date;
use riskwright_domain::assessment::Assessment;
use riskwright_domain::number::RiskNumber;
use riskwright_domain::policy::PolicyVersion;
use riskwright_domain::practice::check::subject::{Subject, Versioned};

pub fn steps(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Step> {
    let Some(named) = subject.implemented else { return vec![no_version(subject)] };
    let assessment = assessment(sheet, named);
    let approved = Earlier::new(format!("the approval of {}", named.name()), named.version.approved_on());
    let ratings = subject.linked.iter().map(|link| {
        let level = sealed_level(named.version, link.number);
        rating(sheet, link, &approved, level)
    });
    let mut steps: Vec<Step> = ratings.collect();
    steps.extend(assessed(sheet, named, assessment));
    steps.extend(approvals(sheet, named, assessment));
    steps.push(Step {
        on: named.version.effective_from,
        what: format!("{} in force from", named.name()),
        by: String::new(),
        record: seal(named),
        order: Order::after(named.version.effective_from, &[approved]),
    });
    steps
}

/// The approval that must come before something decided on the day: that of the version it implements now, or of
/// the one of the same policy that was in force then.
pub fn approval(subject: &Subject<'_>, day: Date) -> Option<Earlier> {
    let named = standing(subject, day, PolicyVersion::approved_on)?;
    Some(Earlier::new(format!("the approval of {}", named.name()), named.version.approved_on()))
}

/// The first day in force that must come before something begun on the day, by the same choice.
pub fn in_force(subject: &Subject<'_>, day: Date) -> Option<Earlier> {
    let named = standing(subject, day, |version| version.effective_from)?;
    Some(Earlier::new(format!("the first day of {}", named.name()), named.version.effective_from))
}

/// The version named, unless it came after the day and another of the same policy was in force then.
fn standing<'a>(
    subject: &Subject<'a>,
    day: Date,
    since: impl Fn(&PolicyVersion) -> Option<Date>,
) -> Option<Versioned<'a>> {
    let named = subject.implemented?;
    if since(named.version).is_some_and(|since| since <= day) {
        return Some(named);
    }
    let then = named.policy.in_force_on(day);
    Some(then.map_or(named, |version| Versioned { policy: named.policy, version }))
}

fn no_version(subject: &Subject<'_>) -> Step {
    let name = subject.basis_policy().map(|basis| format!("{} v{}", basis.policy, basis.version));
    Step {
        on: None,
        what: format!("{} approved", name.unwrap_or_else(|| "Policy".to_owned())),
        by: String::new(),
        record: String::new(),
        order: Order::Unknown("the workspace has no such policy version".to_owned()),
    }
}

fn assessment<'a>(sheet: &PracticeSheet<'a>, named: Versioned<'_>) -> Option<&'a Assessment> {
    let number = named.version.assessment.as_ref()?;
    sheet.content.assessments.iter().find(|one| one.number == *number)
}

/// The approvals of the assessment, or that there are none.
fn assessed(sheet: &PracticeSheet<'_>, named: Versioned<'_>, found: Option<&Assessment>) -> Vec<Step> {
    let open = |what: String, why: &str| {
        let order = Order::Unknown(why.to_owned());
        vec![Step { on: None, what, by: String::new(), record: String::new(), order }]
    };
    let Some(found) = found else {
        return open(
            "Assessment of risks approved".to_owned(),
            &format!("{} names no assessment", named.name()),
        );
    };
    if found.approved_on().is_none() {
        return open(format!("{} approved", found.number), "the assessment is not approved");
    }
    let one = |approval: &riskwright_domain::approval::Approval| Step {
        on: Some(approval.on),
        what: format!("{} approved", found.number),
        by: format!("{} ({})", sheet.person(&approval.by), approval.capacity.label()),
        record: approved_content(sheet, found.number.as_str(), approval),
        order: Order::First,
    };
    found.approvals.iter().map(one).collect()
}

/// The approvals of the version, each after that of the assessment.
fn approvals(sheet: &PracticeSheet<'_>, named: Versioned<'_>, found: Option<&Assessment>) -> Vec<Step> {
    let assessed = match found {
        Some(found) => Earlier::new(format!("the approval of {}", found.number), found.approved_on()),
        None => Earlier::new("the assessment", None),
    };
    let what = format!("{} approved", named.name());
    if named.version.approvals.is_empty() {
        let order = Order::Unknown("nobody has approved it".to_owned());
        return vec![Step { on: None, what, by: String::new(), record: String::new(), order }];
    }
    let one = |approval: &riskwright_domain::approval::Approval| Step {
        on: Some(approval.on),
        what: what.clone(),
        by: format!("{} ({})", sheet.person(&approval.by), approval.capacity.label()),
        record: approved_content(sheet, &named.name(), approval),
        order: Order::after(Some(approval.on), std::slice::from_ref(&assessed)),
    };
    named.version.approvals.iter().map(one).collect()
}

/// The level of a risk that was sealed with the version, as words: `High`.
fn sealed_level(version: &PolicyVersion, risk: &RiskNumber) -> Option<String> {
    let mut links = version.statements.iter().flat_map(|statement| &statement.risks);
    links.find_map(|link| link.level.filter(|_| link.risk == *risk)).map(|level| level.to_string())
}

fn seal(named: Versioned<'_>) -> String {
    match &named.version.seal {
        Some(seal) => format!("{}, sealed text {}", named.name(), words::short_hash(&seal.content_hash)),
        None => format!("{}, text not sealed", named.name()),
    }
}
