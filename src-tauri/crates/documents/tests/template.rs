//! Templates: what they give, what they refuse, and that people's text stays text.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

use proptest::prelude::*;
use riskwright_documents::template::{Reason, Refused};
use riskwright_documents::{Block, Run, TemplateError, fill_template};
use serde_json::{Value, json};

fn fill(source: &str, context: Value) -> Vec<Block> {
    fill_template("body.md.tera", source, &context, &[]).unwrap()
}

fn problems(source: &str, context: Value) -> Vec<(Option<usize>, Reason)> {
    let sections = [("scope".to_owned(), vec![Block::paragraph("All staff.")])];
    let error = fill_template("body.md.tera", source, &context, &sections).unwrap_err();
    error.problems.into_iter().map(|problem| (problem.line, problem.reason)).collect()
}

#[test]
fn markdown_becomes_typed_blocks() {
    let source = "\
# Purpose

{{ organization }} protects *all* **electronic** health information; see [Scope](#scope-2).

## Scope { #scope-2 .unnumbered }

1. first
2. second

- **a** b

| Event | Hours |
|-------|------:|
| Loss  | 24    |

> Keep this short.

> [!WARNING]
> Never share a key.
";
    let blocks = fill(source, json!({"organization": "Lakeside"}));
    insta::assert_debug_snapshot!(blocks);
}

#[test]
fn sections_stand_where_the_template_puts_them_and_none_is_lost() {
    let sections = [
        ("scope".to_owned(), vec![Block::heading(1, "scope", "Scope"), Block::paragraph("All staff.")]),
        ("review".to_owned(), vec![Block::paragraph("Each year.")]),
        ("timeframes".to_owned(), vec![Block::paragraph("Within 24 hours.")]),
    ];
    let source = "{{ section(name=\"timeframes\") }}\n\nThen the words.\n";
    let blocks = fill_template("t", source, &json!({}), &sections).unwrap();
    let expected = [
        Block::paragraph("Within 24 hours."),
        Block::paragraph("Then the words."),
        Block::heading(1, "scope", "Scope"),
        Block::paragraph("All staff."),
        Block::paragraph("Each year."),
    ];
    assert_eq!(blocks, expected);
}

#[test]
fn a_heading_never_takes_the_id_of_a_section() {
    let sections = [("scope".to_owned(), vec![Block::heading(1, "scope", "Scope")])];
    let blocks = fill_template("t", "# Scope\n\n# Scope\n", &json!({}), &sections).unwrap();
    let ids: Vec<&str> = blocks
        .iter()
        .map(|block| match block {
            Block::Heading { id, .. } => id.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ids, ["scope-2", "scope-3", "scope"]);
}

#[test]
fn sections_may_hold_the_same_heading() {
    let heading = || Block::heading(2, "steps", "Steps");
    let sections = [
        ("a".to_owned(), vec![heading()]),
        ("b".to_owned(), vec![heading(), Block::heading(2, "steps-2", "Steps 2")]),
    ];
    let blocks = fill_template("t", "", &json!({}), &sections).unwrap();
    let expected =
        [heading(), Block::heading(2, "steps-3", "Steps"), Block::heading(2, "steps-2", "Steps 2")];
    assert_eq!(blocks, expected);
}

#[test]
fn every_refused_construct_is_named_with_its_line() {
    let source = "\
Fine.

<div>no</div>

Text with <b>HTML</b> and ![a picture](x.png).

    indented code

Some `code` and a [link](https://example.org).

- item
  - nested

#### Too deep

A line\\
broken.

---

- one

  two paragraphs
";
    let expected = [
        (3, Refused::Html),
        (5, Refused::Html),
        (5, Refused::Html),
        (5, Refused::Image),
        (7, Refused::Code),
        (9, Refused::Code),
        (9, Refused::ExternalLink),
        (12, Refused::NestedList),
        (14, Refused::DeepHeading),
        (16, Refused::LineBreak),
        (19, Refused::Rule),
        (21, Refused::SeveralParagraphs),
    ];
    let expected: Vec<_> =
        expected.into_iter().map(|(line, construct)| (Some(line), Reason::Refused(construct))).collect();
    assert_eq!(problems(source, json!({})), expected);
}

#[test]
fn every_unknown_variable_is_named_with_its_line() {
    let source =
        "{{ known }}\n{{ first }}\n{% for x in many %}{{ x }}{% endfor %}\n{{ known.field }}\n{{ last }}\n";
    let found = problems(source, json!({"known": {"other": 1}}));
    let expected = [
        (Some(2), Reason::UnknownVariable("first".into())),
        (Some(3), Reason::UnknownVariable("many".into())),
    ];
    assert_eq!(found[..2], expected, "{found:?}");
}

#[test]
fn an_unknown_field_is_named_by_its_path() {
    let found = problems("one\n\n{{ policy.nam }}", json!({"policy": {"name": "x"}}));
    assert_eq!(found, [(Some(3), Reason::UnknownVariable("policy.nam".into()))]);
}

#[test]
fn what_is_wrong_is_said_with_template_line_and_reason() {
    let error = fill_template("POL-01/body.md.tera", "ok\n{{ nobody }}", &json!({}), &[]).unwrap_err();
    assert_eq!(error.to_string(), "POL-01/body.md.tera, line 2: unknown variable `nobody`");
}

#[test]
fn a_syntax_error_has_its_line() {
    let found = problems("one\n{% if %}\n", json!({}));
    assert!(matches!(found.as_slice(), [(Some(2), Reason::Syntax(_))]), "{found:?}");
}

#[test]
fn sections_are_placed_once_and_alone_and_must_exist() {
    let twice = problems("{{ section(name=\"scope\") }}\n\n{{ section(name=\"scope\") }}", json!({}));
    assert_eq!(twice, [(Some(3), Reason::SectionPlacedTwice("scope".into()))]);
    let within =
        problems("one\n\n# {{ section(name=\"scope\") }}- x {{ section(name=\"scope\") }}", json!({}));
    assert!(within.iter().all(|(line, _)| *line == Some(3)), "{within:?}");
    let unknown = problems("\n{{ section(name=\"nowhere\") }}", json!({}));
    assert!(
        matches!(unknown.as_slice(), [(Some(2), Reason::Rendering(words))] if words.contains("nowhere")),
        "{unknown:?}"
    );
}

#[test]
fn nothing_lets_text_pass_unescaped() {
    for filter in ["safe", "escape_html", "escape_xml", "newlines_to_br"] {
        let found = problems(&format!("{{{{ x | {filter} }}}}"), json!({"x": "**a**"}));
        assert!(matches!(found.as_slice(), [(Some(1), Reason::Rendering(_))]), "{filter}: {found:?}");
    }
}

#[test]
fn a_template_reaches_neither_files_nor_environment() {
    for source in
        ["{% include \"/etc/hostname\" %}", "{{ get_env(name=\"HOME\") }}", "{% extends \"/etc/hosts\" %}"]
    {
        let error: TemplateError = fill_template("t", source, &json!({}), &[]).unwrap_err();
        assert_eq!(error.problems.len(), 1, "{source}: {error}");
    }
}

#[test]
fn a_reserved_character_in_a_template_is_refused() {
    let found = problems("fine\n\u{F1000}", json!({}));
    assert_eq!(found, [(Some(2), Reason::Refused(Refused::ReservedCharacter))]);
}

const HOSTILE: &str = "\
Title: {{ x }}

# {{ x }}

{{ x }}

**{{ x }}** and *{{ x }}*

- {{ x }}

> {{ x }}

| {{ x }} | b |
|---|---|
| {{ x }} | {{ x }} |
";

/// Every stretch of text in which the value must show as it is.
fn shown(blocks: &[Block]) -> Vec<String> {
    let text = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let [
        Block::Paragraph { runs: first },
        Block::Heading { text: heading, .. },
        Block::Paragraph { runs: alone },
        Block::Paragraph { runs: styled },
        Block::List { items, .. },
        Block::Note { runs: note, .. },
        Block::Table { columns, rows, .. },
    ] = blocks
    else {
        panic!("the value changed the structure: {blocks:#?}");
    };
    let [bold, and, italic] = styled.as_slice() else { panic!("{styled:?}") };
    assert!(bold.bold && !bold.italic && italic.italic && !italic.bold && and.text == " and ", "{styled:?}");
    vec![
        text(first).strip_prefix("Title: ").expect("the words before").to_owned(),
        heading.clone(),
        text(alone),
        bold.text.clone(),
        italic.text.clone(),
        text(&items[0]),
        text(note),
        columns[0].title.clone(),
        text(&rows[0][0]),
        text(&rows[0][1]),
    ]
}

#[test]
fn markup_in_text_stays_text() {
    let cases = [
        "*a* _b_ **c** `d` ~~e~~",
        "<script>alert(1)</script> &amp; &lt;",
        "| x | y |",
        "# no heading",
        "- no item",
        "1. no item",
        "{{ organization }} {% if x %} {# c #}",
        "[text](#id) ![x](y) <https://example.org> [^1]",
        "two\nlines\n\nand a paragraph",
        "   four spaces before",
        "ends with two spaces  ",
        "\\* \\",
        "[!WARNING]",
        "a {#id .unnumbered}",
        "===",
        "---",
        "\u{F1000}\u{F0041}",
        "tab\there\0",
    ];
    for case in cases {
        let expected: String = case
            .chars()
            .map(|character| match character {
                '\n' | '\t' => ' ',
                '\u{F0000}'..='\u{F1FFF}' => '\u{FFFD}',
                other => other,
            })
            .collect();
        for text in shown(&fill(HOSTILE, json!({ "x": case }))) {
            assert_eq!(text, expected, "{case:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_of_a_person_stays_text(text in "[\\PC\n\t]{0,40}[a-z0-9][\\PC\n]{0,20}[a-z0-9]") {
        let expected = text.replace(['\n', '\t'], " ").replace(|c| ('\u{F0000}'..='\u{F1FFF}').contains(&c), "\u{FFFD}");
        let inside = format!("a{text}");
        for shown in shown(&fill(HOSTILE, json!({ "x": inside }))) {
            prop_assert_eq!(shown, format!("a{expected}"));
        }
    }
}
