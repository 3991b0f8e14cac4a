//! What a person is told about a file with mistakes.

#![allow(clippy::string_slice)] // Cuts are made at line breaks.

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
    let text = write(&content.content).expect("it can be written");
    let again = read(&text, Catalogue::embedded()).expect("what was written can be read");
    assert_eq!(again, content, "nothing is lost");
    assert_eq!(write(&again.content).expect("written again"), text, "the same content gives the same text");
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

fn written() -> String {
    let file = read(SAMPLE, Catalogue::embedded()).expect("the sample has no mistakes");
    write(&file.content).expect("it can be written")
}

#[test]
fn a_file_that_was_cut_off_at_any_line_is_told() {
    let whole = written();
    let ends: Vec<usize> = whole.match_indices('\n').map(|(at, _)| at + 1).collect();
    let last = ends.len() - 1;
    let lines = (0..last).filter(|line| line % 1500 == 0 || last - line < 12);
    for line in lines.chain(between_practices(&whole)) {
        let told = mistakes(whole.get(..ends[line]).unwrap());
        assert!(!told.is_empty(), "cut behind line {}", line + 1);
    }
    for line in between_practices(&whole) {
        assert_eq!(
            mistakes(whole.get(..ends[line]).unwrap())[0].code,
            "cut_off",
            "cut behind line {}",
            line + 1
        );
    }
    let end = whole.len() - 1;
    assert!(
        read(whole.get(..end).unwrap(), Catalogue::embedded()).is_ok(),
        "a line break at the end more or less"
    );
    assert_eq!(mistakes(whole.get(..end - 1).unwrap())[0].field, "/records/practices");
}

/// Lines, from 0, after which the next practice or the end mark begins.
fn between_practices(text: &str) -> Vec<usize> {
    let lines: Vec<&str> = text.lines().collect();
    let begins = |line: &str| line.starts_with("  - ") || line.starts_with("records:");
    let first = lines.iter().position(|line| *line == "practices:").expect("practices") + 1;
    let found: Vec<usize> = (first..lines.len()).filter(|at| begins(lines[*at])).map(|at| at - 1).collect();
    assert!(found.len() > 4, "{found:?}");
    found
}

#[test]
fn entries_that_were_added_or_removed_are_told_by_their_count() {
    let changed = written().replacen("\n  practices: 4\n", "\n  practices: 5\n", 1);
    let told = mistakes(&changed);
    assert_eq!((told[0].code.as_str(), told[0].field.as_str()), ("cut_off", "/records/practices"));
    assert_eq!(told[0].line, u32::try_from(changed.lines().count()).ok());
    assert!(told[0].message.contains('5') && told[0].message.contains('4'), "{}", told[0].message);
    let by_hand = SAMPLE.to_owned()
        + "\nrecords: {people: 12, evidence: 1, assessments: 1, policies: 1, practices: 4}\n";
    let told: Vec<String> = mistakes(&by_hand).into_iter().map(|mistake| mistake.field).collect();
    assert!(told.contains(&"/records/evidence".to_owned()), "{told:?}");
    let wrong = written().replacen("\n  practices: 4\n", "\n  practices: many\n", 1);
    assert_eq!(mistakes(&wrong)[0].code, "wrong_type");
}

#[test]
fn what_is_wrong_within_a_choice_that_may_be_left_out_is_told() {
    let text = written();
    let right = "lowers_likelihood: 1";
    assert!(text.contains(right));
    let wrong = |wrong: &str| {
        let told = mistakes(&text.replacen(right, wrong, 1));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].field.contains("/effect"), "{told:?}");
        (told[0].code.clone(), told[0].message.clone())
    };
    let (code, message) = wrong("lowers_likelihood: much");
    assert_eq!((code.as_str(), message.as_str()), ("wrong_type", "Must be a whole number; found \"much\"."));
    let (code, message) = wrong("heals: 1");
    assert_eq!(code, "not_a_choice");
    for choice in ["lowers_likelihood", "lowers_impact", "detects", "recovers"] {
        assert!(message.contains(choice), "{message}");
    }
    assert!(!message.contains("empty"), "{message}");
    let (code, _) = wrong("lowers_likelihood: 999");
    assert_eq!(code, "out_of_range");
}

#[test]
fn what_older_readers_take_for_something_else_is_quoted() {
    let words = [
        "=", "<<", "~", "null", "Null", "yes", "Yes", "NO", "no", "on", "off", "y", "N", "true", "False",
        "07:30", "1:30:00", "1_000", "0755", "0o17", "0x1F", "0b101", "1e3", ".5", "-1", "+1", "1.0", ".inf",
        "-.INF", ".NaN", "12,000", "", " a", "a ", "a: b", "a #b", "a:", "- a", "-", "?", "? a", ":", "[a]",
        "{a}", "#a", "&a", "*a", "!a", "|", ">", "'a'", "\"a\"", "%a", "@a", "`a", "...", "---", "\t",
        "a\tb", "\u{85}", "\u{2028}", "\u{feff}", "\0",
    ];
    for word in words {
        let text =
            emit::document(&serde_yaml::from_value(serde_yaml::Value::from(vec![word])).expect("a list"));
        let line = text.trim_start_matches("- ");
        assert!(line.starts_with(['\'', '"', '\n']) || text == "[]\n", "{word:?} is written as {text:?}");
        assert_eq!(reread(word), word);
    }
    for word in
        ["Dana Whitfield", "2026-03-31", "a-b", "R-0042", "45 CFR 164.312(b)", "<=", "weekly", "a, b", "x=1"]
    {
        assert_eq!(field(word), format!("field: {word}\n"), "needs no quotes");
        assert_eq!(reread(word), word);
    }
}

fn field(text: &str) -> String {
    emit::document(&serde_yaml::Value::Mapping([("field".into(), text.into())].into_iter().collect()))
}

fn reread(text: &str) -> String {
    let yaml = field(text);
    let value = node::parse(&yaml).unwrap_or_else(|error| panic!("{yaml:?}: {error:?}")).to_json();
    value["field"].as_str().unwrap_or_else(|| panic!("{yaml:?} is no text")).to_owned()
}

proptest::proptest! {
    #[test]
    fn any_text_is_written_and_read_back(text in "(\\PC|[ \n\t#:'\"\\-]){0,40}", wild in proptest::prelude::any::<String>()) {
        proptest::prop_assert_eq!(reread(&text), text);
        proptest::prop_assert_eq!(reread(&wild), wild);
    }

    #[test]
    fn other_readers_of_yaml_read_the_same(text in "(\\PC|[ \n#:'\"\\-]){0,40}") {
        let read: serde_yaml::Value = serde_yaml::from_str(&field(&text)).expect("YAML");
        proptest::prop_assert_eq!(read["field"].as_str(), Some(text.as_str()));
    }
}

#[test]
fn signs_of_patients_data_are_pointed_out_with_their_line_and_never_repeated() {
    assert_eq!(
        read(SAMPLE, Catalogue::embedded()).expect("the sample").warnings,
        [],
        "it holds nobody's data"
    );
    let right = "budget: >-\n";
    let text =
        SAMPLE.replacen(right, &format!("{right}    The leaver's SSN was 219-33-4012, DOB 3/14/1961.\n"), 1);
    let file = read(&text, Catalogue::embedded()).expect("it is taken all the same");
    let line = text.lines().position(|line| line.trim() == "budget: >-").expect("a budget") + 1;
    assert_eq!(file.warnings.len(), 2);
    for warning in &file.warnings {
        assert_eq!(warning.field, "/organization/budget");
        assert!(warning.line.abs_diff(u32::try_from(line).expect("a line")) <= 1, "{warning:?}");
        assert!(!warning.message.contains("219") && !warning.message.contains("1961"), "{warning:?}");
    }
}

#[test]
fn what_is_larger_than_any_workspace_ends_the_reading() {
    let cases = [
        ("[".repeat(100_000), "too_deep"),
        ("- ".repeat(100_000) + "1", "too_deep"),
        (format!("a: [{}]", "1,".repeat(2_000_000)), "too_many_values"),
        ((0..200_000).map(|at| format!("a{at}: 1\n")).collect(), "too_many_fields"),
    ];
    for (text, code) in cases {
        let told = mistakes(&text);
        assert_eq!(told.len(), 1, "{code}: {:?}", told.first());
        assert_eq!(told[0].code, code, "{told:?}");
    }
}
