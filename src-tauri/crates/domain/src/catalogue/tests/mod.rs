//! What the embedded data holds, what is found in faulty data, and which edition holds on which day.

mod editions;
mod embedded;
mod faults;
mod lookup;
mod reading;
mod words;

use super::{Catalogue, CatalogueProblem, CatalogueProblemCode, embedded::FILES, read};

/// The embedded files with some texts edited: file, what to replace, by what.
///
/// Every piece to replace must be there, and only its first occurrence is replaced.
fn edited(edits: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    for (file, from, to) in edits {
        let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("an embedded file");
        assert!(text.contains(from), "{file} does not hold {from:?}");
        *text = text.replacen(from, to, 1);
    }
    files
}

fn read_owned(files: &[(String, String)]) -> (Catalogue, Vec<CatalogueProblem>) {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    read(&files)
}

/// The catalogue of edited files that must be free of faults.
fn sound(files: &[(String, String)]) -> Catalogue {
    let (catalogue, problems) = read_owned(files);
    assert_eq!(problems, vec![], "the edited data should hold");
    catalogue
}

/// A fault in one line: file, item, field and kind, with what it carries but no parser's words.
fn shown(problem: &CatalogueProblem) -> String {
    let kind = match &problem.code {
        CatalogueProblemCode::Unparsable { .. } => "unparsable".to_owned(),
        CatalogueProblemCode::Malformed { .. } => "malformed".to_owned(),
        CatalogueProblemCode::UnknownReference { reference } => format!("unknown {reference}"),
        CatalogueProblemCode::CountDiffers { stated, counted } => {
            format!("{stated} stated, {counted} counted")
        }
        CatalogueProblemCode::FolderDiffers { stated } => format!("folder differs from {stated}"),
        CatalogueProblemCode::Circular { path } => path.join(" > "),
        CatalogueProblemCode::EditionsOverlap { other } => format!("overlaps {other}"),
        other => format!("{other:?}"),
    };
    let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
    format!("{} | {} | {} | {kind}", problem.file, part(&problem.item), part(&problem.field))
}
