//! Whether an update holds only what its cross-references name.
//!
//! A reader that repairs files looks for objects by their written form. An object that stands in an update without
//! being named would be shown by such a reader, and not by one that follows the cross-references.

use std::ops::Range;

use crate::signature::reader::{Budget, Entry, Revision, Scanner};

/// The first byte behind `start` that is neither in an object named there nor part of a cross-reference section.
pub(super) fn unlisted(revision: &Revision, start: usize) -> Option<usize> {
    let mut named = named(revision, start);
    named.sort_by_key(|span| span.start);
    named.push(revision.bytes.len()..revision.bytes.len());
    let mut at = start;
    for span in named {
        // Objects within each other are read as two things by two readers.
        if span.start < at || !is_filler(revision, at..span.start) {
            return Some(at);
        }
        at = span.end;
    }
    None
}

fn named(revision: &Revision, start: usize) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for section in revision.sections.iter().filter(|section| section.span.start >= start) {
        spans.push(section.span.clone());
        for (number, entry) in &section.entries {
            let Entry::At { offset, generation } = *entry else { continue };
            if offset < start || offset == section.span.start {
                continue;
            }
            spans.extend(revision.span((*number, generation), offset));
        }
    }
    spans
}

/// Whether a span holds only white space, comments and the words at the end of a file.
fn is_filler(revision: &Revision, span: Range<usize>) -> bool {
    let Some(bytes) = revision.bytes.get(span) else { return false };
    let budget = Budget::full();
    let mut scanner = Scanner::new(bytes, 0, &budget);
    loop {
        scanner.skip_space();
        if scanner.peek().is_none() {
            return true;
        }
        if !scanner.skip(b"startxref") {
            return false;
        }
        scanner.skip_space();
        if scanner.unsigned().is_err() {
            return false;
        }
    }
}
