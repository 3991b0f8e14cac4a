//! What every report has around its blocks: title, status, running head and foot, and what the paper is.

use super::sheet::Sheet;
use super::words;
use crate::block::{Block, Run};
use crate::document::{Document, RunningText};
use crate::style::{Margins, Style, TypeSize};
use riskwright_domain::assessment::AssessmentStatus;

/// The look of reports: wider text and smaller tables than policies have.
#[must_use]
pub fn style() -> Style {
    let margins = Margins { top: 78.0, bottom: 72.0, left: 50.0, right: 56.0, gutter: 34.0 };
    let mut style = Style { margins, ..Style::default() };
    style.sizes.title = TypeSize { size: 24.0, leading: 29.0 };
    style.sizes.body = TypeSize { size: 10.0, leading: 14.0 };
    style.sizes.table = TypeSize { size: 8.75, leading: 11.5 };
    style
}

/// The look of a report that is to fit one page.
#[must_use]
pub fn one_page_style() -> Style {
    let mut style = style();
    style.margins = Margins { top: 46.0, bottom: 60.0, left: 44.0, right: 52.0, gutter: 8.0 };
    style.sizes.title = TypeSize { size: 20.0, leading: 24.0 };
    style.sizes.subtitle = TypeSize { size: 11.0, leading: 15.0 };
    style.sizes.headings[0] = TypeSize { size: 12.0, leading: 15.0 };
    style.sizes.body = TypeSize { size: 9.5, leading: 12.5 };
    style.sizes.table = TypeSize { size: 8.25, leading: 10.5 };
    style
}

/// A document of this assessment with its running head and foot.
pub fn document(sheet: &Sheet<'_>, title: &str, subtitle: &str, blocks: Vec<Block>) -> Document {
    let assessment = sheet.assessment;
    let status = words::status(assessment.status);
    let mut document = Document::new(&sheet.organization().name, title);
    document.subtitle = subtitle.to_owned();
    document.number = assessment.number.to_string();
    document.header = RunningText {
        left: format!("{} · {title}", sheet.organization().name),
        right: format!("{} · {status}", assessment.number),
    };
    document.footer = RunningText {
        left: format!("{} · {status} · copy of {}", assessment.number, sheet.copy.made_on),
        right: "Uncontrolled when printed".to_owned(),
    };
    document.blocks = blocks;
    document
}

/// Number, status and the copy, as every report but the full one shows below its title.
pub fn with_short_front(document: Document, sheet: &Sheet<'_>) -> Document {
    let assessment = sheet.assessment;
    document
        .with_front_matter("Assessment", format!("{}, {}", assessment.number, assessment.year))
        .with_front_matter("Status", status(sheet))
        .with_front_matter("Copy", format!("made {} by {}", sheet.copy.made_on, sheet.copy.made_by))
}

/// The status in bold, and since when.
pub fn status(sheet: &Sheet<'_>) -> Vec<Run> {
    let assessment = sheet.assessment;
    match assessment.approved_on() {
        Some(day) if assessment.status == AssessmentStatus::Approved => {
            vec![Run::bold(format!("Approved on {day}"))]
        }
        Some(day) => vec![
            Run::bold(format!("Approved on {day}")),
            Run::plain("; a newer assessment has been approved since"),
        ],
        None => vec![
            Run::bold(words::status(assessment.status)),
            Run::plain("; what stands here may still change"),
        ],
    }
}

/// The panel that says plainly whether this was approved.
pub fn banner(sheet: &Sheet<'_>) -> Block {
    let assessment = sheet.assessment;
    match (assessment.status, assessment.approved_on()) {
        (AssessmentStatus::Approved | AssessmentStatus::Superseded, Some(day)) => Block::info(format!(
            "Approved on {day}. Scope, inventory, threats and safeguards stand as they were approved; ratings, plans and acceptances stand as of {}.",
            sheet.copy.made_on
        )),
        _ => Block::warning(
            "Draft: nobody has approved this assessment. It shows the work so far and may still change.",
        ),
    }
}

/// The remark that closes every short report.
pub fn remark(sheet: &Sheet<'_>) -> Block {
    Block::info(format!(
        "An extract of {}; the full report and the workspace of {} hold what it rests on. Levels are looked up in NIST SP 800-30 Rev. 1, Tables G-5 and I-2. Not legal advice.",
        sheet.assessment.number,
        sheet.organization().name
    ))
}
