//! Catalogues in OSCAL's JSON form: what is taken, everything that keeps a file out, and that no text breaks the reader.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod mutilated;

use riskwright_domain::framework::oscal::{DEEPEST, MOST_ELEMENTS, OscalProblemCode, Read, read};
use riskwright_domain::framework::{OwnElement, OwnFramework};
use serde_json::{Value, json};

pub const CATALOG: &str = include_str!("catalog.json");

fn sample() -> Value {
    serde_json::from_str(CATALOG).unwrap()
}

fn read_value(file: &Value) -> Result<Read, Vec<(String, OscalProblemCode)>> {
    read(&file.to_string()).map_err(|found| found.into_iter().map(|one| (one.path, one.code)).collect())
}

/// The sample with a change.
fn with(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = sample();
    change(&mut file["catalog"]);
    file
}

fn element(id: &str, title: &str, parent: Option<&str>) -> OwnElement {
    OwnElement { id: id.to_owned(), title: Some(title.to_owned()), parent: parent.map(str::to_owned) }
}

#[test]
fn a_catalogue_gives_title_edition_publisher_and_every_element_in_force() {
    let found = read(CATALOG).unwrap();
    assert_eq!(found.name, "Hospital Network Security Baseline", "without the marks for emphasis");
    assert_eq!((found.version.as_str(), found.oscal_version.as_str()), ("2.1", "1.1.2"));
    assert_eq!(found.publisher.as_deref(), Some("Lake States Hospital Network"));
    assert_eq!(found.published, "2026-03-02");
    assert_eq!(found.withdrawn, 2);
    let expected = [
        element("ACC", "Access", None),
        element("ACC-1", "Named accounts", Some("ACC")),
        element("ACC-1(1)", "Second factor", Some("ACC-1")),
        element("ACC-2", "End of access on leaving", Some("ACC")),
        element("ACC-3", "Emergency access", Some("ACC")),
        element("B.1", "Monitoring", None),
        element("B.1.1", "Alerts are read", Some("B.1")),
        element("B.1.2", "Alerts are kept", Some("B.1")),
        element("B.2", "Response", None),
        element("B.2.1", "Containment of a compromised client", Some("B.2")),
        element("GOV-1", "A named security official", None),
    ];
    assert_eq!(found.elements, expected);
}

#[test]
fn what_a_catalogue_may_leave_out_is_left_out() {
    let bare = json!({ "catalog": {
        "metadata": { "title": "Short list", "version": "1" },
        "controls": [{ "id": "a-1" }],
    }});
    let found = read_value(&bare).unwrap();
    assert_eq!((found.publisher, found.published, found.oscal_version), (None, String::new(), String::new()));
    assert_eq!(found.elements, [OwnElement { id: "A-1".to_owned(), title: None, parent: None }]);
    let marked = format!("\u{feff}{bare}");
    assert!(read(&marked).is_ok(), "a byte order mark in front");
}

#[test]
fn the_publisher_is_the_responsible_party_else_the_first_organization() {
    let creator = with(|catalog| catalog["metadata"]["responsible-parties"][0]["role-id"] = json!("creator"));
    let other = with(|catalog| {
        catalog["metadata"]["responsible-parties"] =
            json!([{ "role-id": "publisher", "party-uuids": ["11111111-1111-4111-8111-111111111111"] }]);
    });
    let unnamed = with(|catalog| catalog["metadata"]["responsible-parties"] = json!([]));
    let nobody = with(|catalog| catalog["metadata"]["parties"] = json!([]));
    let publisher = |file: &Value| read_value(file).unwrap().publisher;
    assert_eq!(publisher(&creator).as_deref(), Some("Lake States Hospital Network"));
    assert_eq!(publisher(&other).as_deref(), Some("Robin Editor"));
    assert_eq!(publisher(&unnamed).as_deref(), Some("Lake States Hospital Network"));
    assert_eq!(publisher(&nobody), None);
    let undated = with(|catalog| catalog["metadata"]["published"] = json!("some day in March"));
    assert_eq!(read_value(&undated).unwrap().published, "", "the last change of the file is another day");
}

/// A file and everything that keeps it out.
type Refused = (&'static str, Value, &'static [(&'static str, OscalProblemCode)]);

fn refused() -> Vec<Refused> {
    use OscalProblemCode as Code;
    vec![
        ("no object", json!([1]), &[("/catalog", Code::CatalogMissing)]),
        ("a profile", json!({ "profile": {} }), &[("/catalog", Code::CatalogMissing)]),
        (
            "an empty catalogue",
            json!({ "catalog": {} }),
            &[("/catalog/metadata", Code::MetadataMissing), ("/catalog", Code::Empty)],
        ),
        (
            "metadata that say nothing",
            with(|catalog| catalog["metadata"] = json!({ "title": " ", "oscal-version": "2.0.0" })),
            &[
                ("/catalog/metadata/title", Code::TitleMissing),
                ("/catalog/metadata/version", Code::VersionMissing),
                ("/catalog/metadata/oscal-version", Code::OtherOscal),
            ],
        ),
        (
            "ids twice",
            with(|catalog| {
                catalog["controls"] = json!([{ "id": "acc-3" }, { "id": "x", "controls": [{ "id": "X" }] }]);
            }),
            &[
                ("/catalog/controls/0/id", Code::DuplicateId),
                ("/catalog/controls/1/controls/0/id", Code::DuplicateId),
            ],
        ),
        (
            "a control without an id",
            with(|catalog| catalog["groups"][1]["groups"][0]["controls"][1] = json!({ "title": "Nameless" })),
            &[("/catalog/groups/1/groups/0/controls/1/id", Code::IdMissing)],
        ),
        (
            "other shapes",
            with(|catalog| {
                catalog["groups"][0] = json!("Access");
                catalog["controls"] = json!({ "id": "gov-1" });
            }),
            &[("/catalog/groups/0", Code::WrongShape), ("/catalog/controls", Code::WrongShape)],
        ),
        (
            "longer than any real text",
            with(|catalog| {
                catalog["controls"] = json!([{ "id": "x".repeat(101), "title": "t".repeat(1_001) }])
            }),
            &[("/catalog/controls/0/id", Code::TooLong), ("/catalog/controls/0/title", Code::TooLong)],
        ),
        (
            "everything withdrawn",
            with(|catalog| {
                let withdrawn = json!([{ "name": "status", "value": "withdrawn" }]);
                catalog["groups"] = json!([]);
                catalog["controls"] = json!([{ "id": "gov-1", "props": withdrawn }]);
            }),
            &[("/catalog", Code::Empty)],
        ),
    ]
}

#[test]
fn everything_that_keeps_a_file_out_is_named_with_its_place() {
    for (name, file, expected) in refused() {
        let found = read_value(&file).expect_err(name);
        let found: Vec<(&str, OscalProblemCode)> =
            found.iter().map(|(path, code)| (path.as_str(), *code)).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn what_is_no_json_is_told_with_its_line() {
    let found = read("{ \"catalog\": ").unwrap_err();
    assert_eq!((found.len(), found[0].code), (1, OscalProblemCode::NotJson));
    assert!(found[0].value.contains("line 1"), "{}", found[0].value);
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(read(&deep).unwrap_err()[0].code, OscalProblemCode::NotJson, "no stack is exhausted");
}

/// Groups within each other, so many levels, with one control in the innermost.
fn nested(levels: usize) -> Value {
    let innermost = json!({ "controls": [{ "id": "a-1" }] });
    let groups = (1..levels).fold(innermost, |inner, _| json!({ "groups": [inner] }));
    with(|catalog| catalog["groups"] = groups["groups"].clone())
}

#[test]
fn depth_and_number_have_a_limit_that_is_still_taken() {
    assert!(read_value(&nested(DEEPEST)).is_ok());
    let place = format!("/catalog{}/controls", "/groups/0".repeat(DEEPEST));
    assert_eq!(read_value(&nested(DEEPEST + 1)), Err(vec![(place, OscalProblemCode::TooDeep)]));
    let many = |count: usize| {
        let controls: Vec<Value> = (0..count).map(|at| json!({ "id": format!("c-{at}") })).collect();
        json!({ "catalog": { "metadata": { "title": "Long list", "version": "1" }, "controls": controls } })
    };
    assert_eq!(read_value(&many(MOST_ELEMENTS)).unwrap().elements.len(), MOST_ELEMENTS);
    let too_many = vec![("/catalog".to_owned(), OscalProblemCode::TooMany)];
    assert_eq!(read_value(&many(MOST_ELEMENTS + 1)), Err(too_many));
}

#[test]
fn ids_are_made_of_title_and_edition() {
    let cases = [
        ("Hospital Network Baseline", "2.1", "own-hospital-network-baseline-2-1"),
        ("NIST SP 800-53", "5.1.1+u4", "own-nist-sp-800-53-5-1-1-u4"),
        ("  «Plan»  ", "", "own-plan"),
        ("病院", "版", "own-0123456789ab"),
    ];
    for (name, version, expected) in cases {
        assert_eq!(OwnFramework::id_for(name, version, "0123456789abcdef").as_str(), expected);
    }
    let long = OwnFramework::id_for(&"word ".repeat(60), "1", "00");
    assert!(long.as_str().len() <= 80 && !long.as_str().ends_with('-'), "{long}");
}
