//! Collects the styled text of one paragraph, item or cell.

use super::escape;
use crate::block::Run;

/// The styles in force and the text so far.
#[derive(Default)]
pub(super) struct Inline {
    pub bold: u32,
    pub italic: u32,
    pub link: Option<String>,
    runs: Vec<Run>,
}

impl Inline {
    /// Adds text in the styles in force.
    pub(super) fn push(&mut self, text: &str) {
        let run = Run {
            text: escape::unescape(text),
            bold: self.bold > 0,
            italic: self.italic > 0,
            link: self.link.clone(),
        };
        match self.runs.last_mut() {
            Some(last) if same_style(last, &run) => last.text.push_str(&run.text),
            _ => self.runs.push(run),
        }
    }

    /// The runs, without those that show nothing.
    pub(super) fn finish(self) -> Vec<Run> {
        let blank = self.runs.iter().all(|run| run.text.trim().is_empty());
        if blank { Vec::new() } else { self.runs }
    }
}

fn same_style(one: &Run, other: &Run) -> bool {
    one.bold == other.bold && one.italic == other.italic && one.link == other.link
}
