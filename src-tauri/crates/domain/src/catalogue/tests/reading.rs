//! How faults are placed, and that no text whatever stops the reading.

use super::{FILES, edited, read, read_owned, shown};
use crate::catalogue::*;
use proptest::prelude::*;

const CRITERIA: &str = "171.203/2020-11-04/security_exception.yaml";
const SAFEGUARDS: &str = "164-subpart-c/2013-03-26/safeguards.yaml";
const FACTORS: &str = "164-subpart-c/2013-03-26/factors.yaml";
const EXCEPTIONS: &str = "part-171/2024-12-17/exceptions.yaml";
const HTI_5: &str = "part-171/hti-5-proposed/edition.yaml";
const THREATS: &str = "threats/2026-09-17/threats.yaml";
const CSF: &str = "frameworks/2026-09-17/nist-csf-2.0.yaml";

/// Whether the lines of the faults point at a line with the text.
fn line_says(files: &[(String, String)], problem: &CatalogueProblem, text: &str) -> bool {
    let (_, content) = files.iter().find(|(name, _)| *name == problem.file).unwrap();
    problem.line.and_then(|line| content.lines().nth(line - 1)).is_some_and(|line| line.contains(text))
}

#[test]
fn lines_point_at_the_fault() {
    let cases = [
        (THREATS, "- V-02", "- V-99", "- V-99"),
        (CRITERIA, "      - SE-a-2\n", "      - SE-zz\n", "- SE-zz"),
        (EXCEPTIONS, "id: EX-202", "id: EX-201", "id: EX-201"),
        (EXCEPTIONS, "exceptions: 10", "exceptions: 11", "exceptions: 11"),
        (CSF, "parent: GV.OC, hint: services we", "parent: GV.XX, hint: services we", "parent: GV.XX"),
        (SAFEGUARDS, "pairs: 287", "pairs: 286", "pairs: 286"),
        (FACTORS, "id: Q002", "id: Q001", "id: Q001"),
        (HTI_5, "remove: EX-403", "remove: EX-404", "remove: EX-404"),
    ];
    for (file, from, to, at) in cases {
        let files = edited(&[(file, from, to)]);
        let (_, problems) = read_owned(&files);
        let here: Vec<_> = problems.iter().filter(|problem| problem.file == file).collect();
        assert!(here.iter().any(|problem| line_says(&files, problem, at)), "{to:?} in {here:?}");
    }
}

#[test]
fn a_duplicate_is_shown_where_it_comes_second() {
    let files = edited(&[(EXCEPTIONS, "id: EX-202", "id: EX-201")]);
    let (_, problems) = read_owned(&files);
    let duplicate =
        problems.iter().find(|problem| problem.code == CatalogueProblemCode::DuplicateId).unwrap();
    let text = &files.iter().find(|(name, _)| name == EXCEPTIONS).unwrap().1;
    let second = text.lines().enumerate().filter(|(_, line)| line.contains("id: EX-201")).nth(1).unwrap().0;
    assert_eq!(duplicate.line, Some(second + 1));
}

#[test]
fn text_that_is_no_yaml_is_reported_with_its_line_and_the_rest_is_read() {
    let files = edited(&[(EXCEPTIONS, "schema_version: 1\n", "schema_version: 1\nbroken: [1, 2\n")]);
    let (catalogue, problems) = read_owned(&files);
    let here: Vec<_> = problems.iter().filter(|problem| problem.file == EXCEPTIONS).collect();
    assert!(matches!(
        &here[0].code,
        CatalogueProblemCode::MissingFile | CatalogueProblemCode::Unparsable { .. }
    ));
    let broken =
        here.iter().find(|problem| matches!(problem.code, CatalogueProblemCode::Unparsable { .. })).unwrap();
    assert!(broken.line.is_some_and(|line| (3..=6).contains(&line)), "{broken:?}");
    assert_eq!(catalogue.threat_catalogues.latest().unwrap().threats.len(), 99);
}

#[test]
fn files_must_lie_in_an_edition_that_knows_them() {
    let header = |id: &str, rule: &str| {
        format!(
            "id: {id}\nrule: {rule}\ntitle: t\ncitation: c\nstatus: in_force\neffective_from: '2026-01-01'\n\
             source: s\nconfirmed_on: '2026-01-01'\n"
        )
    };
    let threats = header("threats/new", "threats");
    let weather = header("weather/today", "weather");
    let (_, problems) = read(&[
        ("stray.yaml", "a: 1"),
        ("threats/stray.yaml", "a: 1"),
        ("threats/new/edition.yaml", &threats),
        ("threats/new/notes.yaml", "a: 1"),
        ("policies/new/policies.yaml", "a: 1"),
        ("weather/today/edition.yaml", &weather),
        ("171.203/list/edition.yaml", "- 1"),
        ("171.203/empty/edition.yaml", "{}"),
    ]);
    let found: Vec<String> = problems.iter().map(shown).collect();
    assert_eq!(
        found,
        [
            "171.203/empty/edition.yaml | 171.203/empty | - | malformed",
            "171.203/list/edition.yaml | - | - | malformed",
            "policies/new/edition.yaml | - | - | MissingFile",
            "stray.yaml | - | - | UnknownFile",
            "threats/new/notes.yaml | - | - | UnknownFile",
            "threats/new/threats.yaml | - | - | MissingFile",
            "threats/stray.yaml | - | - | UnknownFile",
            "weather/today/edition.yaml | weather/today | rule | unknown weather",
        ]
    );
}

#[test]
fn a_fault_of_a_base_edition_is_not_repeated_for_the_proposal_on_it() {
    let (_, problems) = read_owned(&edited(&[(EXCEPTIONS, "subpart: B", "subpart: Q")]));
    let malformed =
        |problem: &&CatalogueProblem| matches!(problem.code, CatalogueProblemCode::Malformed { .. });
    let files: Vec<&str> = problems.iter().filter(malformed).map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, [EXCEPTIONS]);
}

#[test]
fn an_edition_that_changes_itself_is_reported() {
    let files = edited(&[(HTI_5, "based_on: part-171/2024-12-17", "based_on: part-171/hti-5-proposed")]);
    let found: Vec<String> = read_owned(&files).1.iter().map(shown).collect();
    let expected = "part-171/hti-5-proposed/edition.yaml | part-171/hti-5-proposed | based_on | unknown part-171/hti-5-proposed";
    assert_eq!(found, [expected]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_under_any_name_is_read_without_panic(
        name in prop_oneof![
            "[a-z0-9./]{0,24}",
            (0..FILES.len()).prop_map(|place| FILES[place].0.to_owned()),
        ],
        text in prop_oneof!["\\PC{0,200}", "([a-z_]{1,8}: [^\\x00]{0,20}\n|  - [a-z]{0,6}\n|[\\[\\]{}&*!|>'\"%@`:-]){0,20}"],
    ) {
        let (catalogue, _) = read(&[(&name, &text)]);
        prop_assert!(catalogue.threat("T-001").is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_lost_line_is_read_without_panic_and_other_rules_stay(place in 0..FILES.len(), line in any::<prop::sample::Index>()) {
        let (file, text) = FILES[place];
        let lines: Vec<&str> = text.lines().collect();
        let lost = line.index(lines.len());
        let kept: Vec<&str> = lines.iter().enumerate().filter(|(index, _)| *index != lost).map(|(_, line)| *line).collect();
        let kept = kept.join("\n");
        let files: Vec<(&str, &str)> =
            FILES.iter().map(|(name, text)| if *name == file { (*name, kept.as_str()) } else { (*name, *text) }).collect();
        let (catalogue, _) = read(&files);
        let others = [
            ("threats/", catalogue.threat_catalogues.latest().is_some_and(|each| each.threats.len() == 99)),
            ("policies/", catalogue.policy_catalogues.latest().is_some_and(|each| each.policies.len() == 30)),
            ("171.203/", catalogue.security_exceptions.latest().is_some_and(|each| each.criteria.len() == 46)),
        ];
        for (rule, whole) in others {
            prop_assert!(whole || file.starts_with(rule), "{rule} after a line of {file}");
        }
    }
}
