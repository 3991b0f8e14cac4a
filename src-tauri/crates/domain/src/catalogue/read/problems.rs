//! The list of faults while reading, with lines looked up in the texts.

use crate::catalogue::problem::{CatalogueProblem, CatalogueProblemCode};
use crate::line;
use std::collections::BTreeMap;

/// Where a fault is: file, item and field.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place<'p> {
    /// File as handed in.
    pub file: &'p str,
    /// Id of the item.
    pub item: Option<&'p str>,
    /// Field of the item or file.
    pub field: Option<&'p str>,
}

/// Faults found so far.
pub(super) struct Problems<'a> {
    texts: BTreeMap<&'a str, &'a str>,
    /// Base edition by header file of the edition made of changes to it.
    bases: BTreeMap<String, String>,
    found: Vec<CatalogueProblem>,
}

impl<'a> Problems<'a> {
    pub fn new(files: &[(&'a str, &'a str)]) -> Self {
        Self { texts: files.iter().copied().collect(), bases: BTreeMap::new(), found: Vec::new() }
    }

    /// Adds a fault at a known line, or at the line where the place is found in the text.
    pub fn add(&mut self, place: Place<'_>, line: Option<usize>, code: CatalogueProblemCode) {
        let line = line.or_else(|| self.line(place, &code));
        self.found.push(CatalogueProblem {
            file: place.file.to_owned(),
            line,
            item: place.item.map(String::from),
            field: place.field.map(String::from),
            code,
        });
    }

    /// Adds faults found elsewhere, with lines where they have none.
    pub fn extend(&mut self, problems: Vec<CatalogueProblem>) {
        for problem in problems {
            let place =
                Place { file: &problem.file, item: problem.item.as_deref(), field: problem.field.as_deref() };
            self.add(place, problem.line, problem.code.clone());
        }
    }

    /// Remembers that an edition takes its items from a base, whose faults are not repeated for it.
    pub fn inherit(&mut self, header: String, base: &str) {
        self.bases.insert(header, base.to_owned());
    }

    /// The file of an edition that an item stands in: the named one, or the header of an edition made of changes.
    pub fn file_of(&self, edition: &str, name: &str) -> String {
        let file = format!("{edition}/{name}");
        if self.texts.contains_key(file.as_str()) { file } else { format!("{edition}/edition.yaml") }
    }

    /// All faults, by file and line.
    pub fn finish(mut self) -> Vec<CatalogueProblem> {
        self.found.sort();
        self.found.dedup();
        let all = self.found.clone();
        self.found.retain(|problem| {
            !self.bases.get(&problem.file).is_some_and(|base| repeats(problem, base, &all))
        });
        self.found
    }

    fn line(&self, place: Place<'_>, code: &CatalogueProblemCode) -> Option<usize> {
        let text = self.texts.get(place.file)?;
        match (place.item, code) {
            (Some(item), CatalogueProblemCode::DuplicateId) => {
                line::of_item(text, item, 1).or_else(|| line::of_item(text, item, 0))
            }
            (Some(item), CatalogueProblemCode::UnknownReference { reference }) => {
                line::of_word(text, item, reference)
            }
            (Some(item), _) => line::of_field(text, item, place.field.unwrap_or_default()),
            (None, _) => line::of_key(text, place.field?),
        }
    }
}

/// Whether a fault of an edition made of changes is one of its base edition.
fn repeats(problem: &CatalogueProblem, base: &str, all: &[CatalogueProblem]) -> bool {
    all.iter().any(|other| {
        other.file.rsplit_once('/').is_some_and(|(edition, _)| edition == base)
            && (&other.item, &other.field, &other.code) == (&problem.item, &problem.field, &problem.code)
    })
}
