//! What evidence must have before it is recorded: every wrong field at once.

use super::{FileContent, LARGEST_FILE};
use crate::error::{CommandResult, FieldError};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use riskwright_domain::retention::RecordName;
use riskwright_store::{Kind, Reader};

const LONGEST_TITLE: usize = 200;
const LONGEST_REFERENCE: usize = 500;
const LONGEST_NAME: usize = 200;
/// The name of a file that has none left.
const NAMELESS: &str = "file";

/// Endings of files that show something and that no system runs.
const VIEWABLE: [&str; 28] = [
    "pdf", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "txt", "log", "csv", "tsv",
    "md", "json", "xml", "yaml", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "pptx", "odp", "eml",
];

/// A file that may be stored.
pub(super) struct Checked {
    /// Its name, without folders and control characters.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// What is wrong with the particulars.
pub(super) fn particulars(title: &str, reference: &str) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    wrong.extend(length("title", title, 3, LONGEST_TITLE));
    wrong.extend(length("reference", reference, 1, LONGEST_REFERENCE));
    wrong
}

/// Whether the system shows a file of this name and does not run it.
pub(super) fn is_viewable(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| VIEWABLE.contains(&ending.to_lowercase().as_str()))
}

/// Names among these that no current record has, each by its place in `field`.
///
/// # Errors
/// What the store answers.
pub(in crate::command) fn unknown(
    reader: &Reader<'_>,
    field: &str,
    records: &[RecordName],
) -> CommandResult<Vec<FieldError>> {
    let mut wrong = Vec::new();
    for (at, record) in records.iter().enumerate() {
        if !is_known(reader, record)? {
            let message = format!("There is no {} {} in this workspace.", record.kind, record.id);
            wrong.push(FieldError {
                limit: Some(record.to_string()),
                ..FieldError::new(format!("{field}/{at}"), "unknown_reference", message)
            });
        }
    }
    Ok(wrong)
}

fn is_known(reader: &Reader<'_>, record: &RecordName) -> CommandResult<bool> {
    let Some(kind) = Kind::CURRENT.into_iter().find(|kind| kind.name() == record.kind) else {
        return Ok(false);
    };
    let last = reader.last_revision(kind, &record.id)?;
    Ok(last.is_some_and(|line| line.body.is_some_and(|body| body != "null")))
}

/// The file, or what is wrong with it.
pub(super) fn file(file: &FileContent) -> Result<Checked, FieldError> {
    size(decoded_size(&file.base64)).map_or(Ok(()), Err)?;
    let bytes = STANDARD
        .decode(&file.base64)
        .map_err(|_| FieldError::new("file", "malformed", "The bytes of the file are not base64."))?;
    Ok(Checked { name: name(&file.name), bytes })
}

/// What is wrong with a file of so many bytes.
pub(super) fn size(bytes: usize) -> Option<FieldError> {
    if bytes == 0 {
        return Some(FieldError::new(
            "file",
            "empty",
            "The file is empty: there is nothing to prove with it.",
        ));
    }
    let message = format!("The file has {}; at most {} are taken.", words(bytes), words(LARGEST_FILE));
    let wrong =
        FieldError { limit: Some(LARGEST_FILE.to_string()), ..FieldError::new("file", "too_large", message) };
    (bytes > LARGEST_FILE).then_some(wrong)
}

/// The last part of a path without what a file system or a person could be misled by.
fn name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|one| !is_hidden(*one)).map(harmless).collect();
    let kept = kept.trim().trim_end_matches('.');
    if kept.trim_matches('.').is_empty() { NAMELESS.to_owned() } else { shortened(kept) }
}

/// Control characters, and those that turn the direction of writing.
fn is_hidden(one: char) -> bool {
    one.is_control()
        || matches!(one, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn harmless(one: char) -> char {
    if "<>:\"|?*".contains(one) { '_' } else { one }
}

/// Cuts the name and keeps the ending, by which the system chooses a program.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST_NAME {
        return name.to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
    let kept = LONGEST_NAME.saturating_sub(ending.chars().count());
    let ending = if kept == 0 { String::new() } else { ending };
    let stem = if kept == 0 { LONGEST_NAME } else { kept };
    name.chars().take(stem).chain(ending.chars()).collect()
}

fn length(field: &str, text: &str, least: usize, most: usize) -> Option<FieldError> {
    let length = text.trim().chars().count();
    let (code, limit, message) = if length < least {
        ("too_short", least, format!("Write {least} characters or more."))
    } else if length > most {
        ("too_long", most, format!("Write {most} characters or fewer; these are {length}."))
    } else {
        return None;
    };
    Some(FieldError { limit: Some(limit.to_string()), ..FieldError::new(field, code, message) })
}

/// How many bytes base64 stands for, without decoding it.
fn decoded_size(base64: &str) -> usize {
    let padding = base64.bytes().rev().take(2).filter(|byte| *byte == b'=').count();
    (base64.len() / 4 * 3).saturating_sub(padding)
}

/// A size in MiB, rounded down to a tenth, and in bytes.
fn words(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10) / (1024 * 1024);
    format!("{}.{} MiB ({bytes} bytes)", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(name: &str, bytes: &[u8]) -> FileContent {
        FileContent { name: name.to_owned(), base64: STANDARD.encode(bytes) }
    }

    #[test]
    fn a_name_has_no_folders_and_nothing_hidden() {
        for (given, kept) in [
            ("report.pdf", "report.pdf"),
            ("/home/dana/report.pdf", "report.pdf"),
            ("C:\\Users\\dana\\report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("..", "file"),
            ("a/", "file"),
            ("", "file"),
            ("re\u{0}po\nrt.pdf", "report.pdf"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe"),
            ("what?.txt", "what_.txt"),
            ("  spaced .txt. ", "spaced .txt"),
        ] {
            assert_eq!(name(given), kept, "{given:?}");
        }
    }

    #[test]
    fn what_a_system_might_run_is_not_opened() {
        assert!(["scan.PDF", "a.b.png", "mail.eml"].into_iter().all(is_viewable));
        let run =
            ["setup.exe", "x.desktop", "run.sh", "page.html", "pic.svg", "report.pdf.lnk", "pdf", "a.docm"];
        assert!(!run.into_iter().any(is_viewable));
    }

    #[test]
    fn a_long_name_is_cut_before_its_ending() {
        let cut = name(&format!("{}.pdf", "ä".repeat(300)));
        assert_eq!(cut.chars().count(), LONGEST_NAME);
        assert!(cut.ends_with("ä.pdf"));
        assert_eq!(name(&format!("a.{}", "b".repeat(300))).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn the_largest_file_is_taken_and_one_byte_more_is_not() {
        let largest = vec![7; LARGEST_FILE];
        assert_eq!(file(&given("scan", &largest)).ok().map(|one| one.bytes.len()), Some(LARGEST_FILE));
        let wrong = file(&given("scan", &[largest.as_slice(), &[7]].concat())).err().unwrap();
        assert_eq!(wrong.code, "too_large");
        assert!(wrong.message.contains("20971521 bytes") && wrong.message.contains("20971520 bytes"));
    }

    #[test]
    fn an_empty_file_and_what_is_no_base64_are_refused() {
        assert_eq!(file(&given("scan", b"")).err().unwrap().code, "empty");
        let wrong = FileContent { name: "scan".to_owned(), base64: "%%%%".to_owned() };
        assert_eq!(file(&wrong).err().unwrap().code, "malformed");
    }
}
