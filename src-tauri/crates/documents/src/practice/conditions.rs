//! The conditions, criterion by criterion: what is asked, what was found, on what it rests, and who judged it.

mod named;

use super::sheet::PracticeSheet;
use super::words;
use crate::assessment::risk_card::closed;
use crate::block::{Block, Column, Run};
use riskwright_domain::catalogue::{CriterionBasis, CriterionPath, CriterionResult};
use riskwright_domain::practice::check::subject::Subject;
use riskwright_domain::practice::check::{CriterionFinding, Path};

/// The paragraphs in the order of the rule: how the ids of their criteria begin, id of the heading, heading.
const GROUPS: [(&str, &str, &str); 6] = [
    ("SE-0-", "conditions-0", "Who acts, on what, and at all relevant times: 171.101 to 171.103, 171.200"),
    ("SE-a-", "conditions-a", "(a) Directly related to safeguarding EHI"),
    ("SE-b-", "conditions-b", "(b) Tailored to the specific security risk"),
    ("SE-c-", "conditions-c", "(c) Consistent and non-discriminatory"),
    ("SE-d", "conditions-d", "(d) Implements an organizational security policy"),
    ("SE-e", "conditions-e", "(e) Rests on a determination for the case"),
];

pub fn blocks(sheet: &PracticeSheet<'_>, subject: &Subject<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(1, "conditions", "The conditions, one by one"),
        Block::paragraph(
            "Each criterion says who asks for it: the law; the law with a threshold or form of proof of this program's own; a reading of the law; or a rule of this program's own, which never changes the conclusion.",
        ),
        overview(sheet),
    ];
    blocks.extend(other_path(subject));
    for (prefix, id, title) in GROUPS {
        let rows: Vec<&CriterionFinding> = of_group(sheet, prefix).collect();
        if !rows.is_empty() {
            blocks.push(Block::heading(2, id, title));
            blocks.push(table(sheet, &rows));
        }
    }
    blocks
}

fn of_group<'s>(sheet: &'s PracticeSheet<'_>, prefix: &'s str) -> impl Iterator<Item = &'s CriterionFinding> {
    sheet.check.criteria.iter().filter(move |one| one.id.as_str().starts_with(prefix))
}

/// How many criteria of each paragraph have each result; rules of the program's own are counted apart.
fn overview(sheet: &PracticeSheet<'_>) -> Block {
    let columns = [
        Column::new("Paragraph", 17),
        Column::numbers("Met", 4),
        Column::numbers("Not met", 4),
        Column::numbers("Wait for a judgement", 6),
        Column::numbers("Not asked", 5),
    ];
    let mut rows = Vec::new();
    for (prefix, id, title) in GROUPS {
        let counting: Vec<&CriterionFinding> =
            of_group(sheet, prefix).filter(|one| one.basis != CriterionBasis::ProductRule).collect();
        if !counting.is_empty() {
            rows.push(counts(vec![Run::link(title, id)], &counting));
        }
    }
    let own: Vec<&CriterionFinding> =
        sheet.check.criteria.iter().filter(|one| one.basis == CriterionBasis::ProductRule).collect();
    rows.push(counts(vec![Run::plain("Rules of this program's own, apart from the conclusion")], &own));
    Block::table("Results by paragraph", columns, rows)
}

fn counts(name: Vec<Run>, rows: &[&CriterionFinding]) -> Vec<Vec<Run>> {
    let results = [
        CriterionResult::Met,
        CriterionResult::NotMet,
        CriterionResult::NeedsJudgement,
        CriterionResult::NotApplicable,
    ];
    let counts = results.map(|result| rows.iter().filter(|one| one.result == result).count());
    std::iter::once(name).chain(counts.map(|count| vec![Run::plain(count.to_string())])).collect()
}

/// The path that is not asked, in one sentence; its criteria are shown nowhere.
fn other_path(subject: &Subject<'_>) -> Vec<Block> {
    let asked =
        |path: CriterionPath| subject.rule.criteria.iter().filter(|one| one.applies_to_path == path).count();
    let (policy, case) = (asked(CriterionPath::OrganizationalPolicy), asked(CriterionPath::CaseByCase));
    vec![Block::paragraph(match subject.path() {
        Some(Path::D) => format!(
            "The {case} criteria of 171.203(e) are not asked: by what is recorded the practice implements an organizational security policy, and a failed (d) does not fall back to (e)."
        ),
        Some(Path::E) => format!(
            "The {policy} criteria of 171.203(d) are not asked: by what is recorded the practice implements no organizational security policy and rests on a determination for the case."
        ),
        None => format!(
            "Neither the {policy} criteria of 171.203(d) nor the {case} of (e) are asked, because it is not said what the practice rests on."
        ),
    })]
}

fn table(sheet: &PracticeSheet<'_>, rows: &[&CriterionFinding]) -> Block {
    let columns = [
        Column::new("Criterion", 15),
        Column::new("Result", 7),
        Column::new("What was found, and on what it rests", 17),
        Column::new("Judgement", 15),
    ];
    let rows = rows.iter().map(|one| [asked(one), result(one), found(sheet, one), judgement(sheet, one)]);
    Block::table("", columns, rows)
}

fn asked(one: &CriterionFinding) -> Vec<Run> {
    let mut runs = vec![
        Run::bold(one.id.as_str()),
        Run::plain(format!(" · {}. {}", one.paragraph, one.question.trim())),
    ];
    runs.extend(one.note.as_ref().map(|note| Run::italic(format!(" Note: {}", closed(note)))));
    runs
}

fn result(one: &CriterionFinding) -> Vec<Run> {
    let mut runs = vec![Run::bold(words::result(one.result))];
    runs.push(Run::plain(format!(". {}", words::basis(one.basis))));
    runs
}

fn found(sheet: &PracticeSheet<'_>, one: &CriterionFinding) -> Vec<Run> {
    let mut runs = vec![Run::plain(closed(without_judgement(one)))];
    let judge = one.judgement.as_ref().map(|judgement| judgement.by.as_str());
    let rests: Vec<String> = one
        .evidence
        .iter()
        .filter(|name| Some(name.as_str()) != judge)
        .map(|name| named::record(sheet, name))
        .collect();
    if !rests.is_empty() {
        runs.push(Run::italic(format!(" Rests on: {}.", rests.join("; "))));
    }
    runs.extend(one.imported.iter().map(|words| Run::italic(format!(" {}", closed(words)))));
    runs
}

/// What was found, without the judgement that the check writes behind it: that has a column of its own.
fn without_judgement(one: &CriterionFinding) -> &str {
    let Some(judgement) = &one.judgement else { return &one.explanation };
    let met = if judgement.met { "met" } else { "not met" };
    let behind = format!(" Judged {met} by {} on {}:", judgement.by, judgement.on);
    one.explanation.split_once(&behind).map_or(one.explanation.as_str(), |(found, _)| found)
}

fn judgement(sheet: &PracticeSheet<'_>, one: &CriterionFinding) -> Vec<Run> {
    let Some(judgement) = &one.judgement else {
        return match one.result {
            CriterionResult::NeedsJudgement => vec![Run::bold("Nobody has judged this yet")],
            CriterionResult::Met => vec![Run::plain("None needed: shown by the records")],
            CriterionResult::NotMet | CriterionResult::NotApplicable => vec![Run::plain("–")],
        };
    };
    let met = if judgement.met { "Judged met" } else { "Judged not met" };
    vec![
        Run::bold(met),
        Run::plain(format!(
            " by {}, {}: {}",
            sheet.person(&judgement.by),
            judgement.on,
            closed(&judgement.reason)
        )),
    ]
}
