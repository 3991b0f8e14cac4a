//! Finds the line of a template from which rendered text came.

use super::error::{Reason, TemplateProblem};
use super::escape;

/// Something wrong at an offset of the rendered text.
#[derive(Debug)]
pub(super) struct Finding {
    pub offset: usize,
    pub reason: Reason,
}

/// The finding with the line of the template that it is about.
pub(super) fn problem(source: &str, rendered: &str, finding: Finding) -> TemplateProblem {
    let index = match &finding.reason {
        Reason::SectionPlacedTwice(name) | Reason::SectionInText(name) => section_line(source, name),
        _ => literal_line(source, line_at(rendered, finding.offset)),
    };
    TemplateProblem { line: index.map(|index| index + 1), reason: finding.reason }
}

/// The last line that places this section.
fn section_line(source: &str, name: &str) -> Option<usize> {
    let calls =
        source.lines().enumerate().filter(|(_, line)| line.contains("section(") && line.contains(name));
    calls.last().map(|(index, _)| index)
}

/// The first line that holds the longest literal part of a rendered line.
fn literal_line(source: &str, rendered: &str) -> Option<usize> {
    let literal = rendered.split(escape::is_reserved).map(str::trim).max_by_key(|part| part.len())?;
    if literal.is_empty() {
        return None;
    }
    source.lines().position(|line| line.contains(literal))
}

fn line_at(text: &str, offset: usize) -> &str {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if offset < end {
            return line;
        }
        start = end;
    }
    ""
}
