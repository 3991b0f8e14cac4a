//! What a person is told about a file with mistakes.

use super::*;

const SAMPLE: &str = include_str!("../../sample/lakeside.yaml");

fn mistakes(text: &str) -> Vec<FieldError> {
    match read(text, Catalogue::embedded()) {
        Err(ReadError::Mistakes(mistakes)) => mistakes,
        other => panic!("expected mistakes, found {other:?}"),
    }
}

#[test]
fn the_sample_reads_and_writes_back_to_itself() {
    let content = read(SAMPLE, Catalogue::embedded()).expect("the sample has no mistakes");
    let text = write(&content).expect("it can be written");
    let again = read(&text, Catalogue::embedded()).expect("what was written can be read");
    assert_eq!(again, content, "nothing is lost");
    assert_eq!(write(&again).expect("written again"), text, "the same content gives the same text");
}

#[test]
fn aliases_second_documents_and_depth_are_refused() {
    let bomb = "a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n";
    assert!(mistakes(bomb).iter().all(|mistake| mistake.code == "alias"));
    assert_eq!(mistakes("a: 1\n---\nb: 2\n")[0].code, "second_document");
    let deep = "[".repeat(200);
    assert!(matches!(read(&deep, Catalogue::embedded()), Err(ReadError::Mistakes(_))));
    assert_eq!(mistakes("a: 1\na: 2\n")[0].code, "duplicate_field");
    assert_eq!(mistakes("a: [\n")[0].code, "yaml");
    assert_eq!(mistakes("")[0].code, "empty");
}

#[test]
fn a_newer_format_is_told_apart_from_mistakes() {
    let newer = SAMPLE.replacen("riskwright_exchange: 1", "riskwright_exchange: 9", 1);
    assert_eq!(read(&newer, Catalogue::embedded()), Err(ReadError::NewerFormat { found: 9 }));
}
