//! Standards of the organization's own, as the security official would go through the commands.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use riskwright_app::exchange;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::Alignment;
use riskwright_domain::workspace::Content;
use serde_json::{Value, json};
use work::{DANA, Desk, Work, row, today, with};

/// A catalogue in OSCAL's form, written for the tests.
const CATALOG: &str = include_str!("../../domain/tests/oscal/catalog.json");
const OWN: &str = "own-hospital-network-security-baseline-2-1";
const REASON: &str = "Agreed by the security officials of eleven hospitals and revised each year.";
const POLICY: &str = "POL-09";

fn file() -> Value {
    json!({ "file_name": "C:\\standards\\baseline.json", "text": CATALOG })
}

fn import() -> Value {
    with(file(), &[("consensus_based", json!(true)), ("reason", json!(REASON))])
}

fn content(desk: &Desk) -> Content {
    exchange::read(&desk.content(), Catalogue::embedded()).unwrap().content
}

/// A draft whose every statement follows one element of the own standard, and nothing else.
fn follow(desk: &Desk, element: &str) {
    let policies = content(desk).policies;
    if !policies.iter().any(|one| one.number.as_str() == POLICY) {
        desk.ok("policy::draft", json!({ "number": POLICY }));
    }
    let policies = content(desk).policies;
    let policy = policies.iter().find(|one| one.number.as_str() == POLICY).unwrap();
    let mut version = policy.version("1.0").unwrap().clone();
    for statement in &mut version.statements {
        statement.alignments = vec![Alignment {
            framework: OWN.into(),
            element: element.to_owned(),
            explanation: "The element asks for it.".to_owned(),
            applicability: "The clinic is a member of the network.".to_owned(),
        }];
    }
    let gates = desk.ok("policy::gates", json!({ "policy": POLICY, "version": "1.0" }));
    let request = json!({ "policy": POLICY, "content": version, "based_on_revision": gates["revision"] });
    desk.ok("policy::save", request);
}

fn submit() -> Value {
    json!({ "policy": POLICY, "version": "1.0", "effective_from": today() })
}

fn code(desk: &Desk, command: &str, request: Value) -> (String, String) {
    let error = desk.refused(command, request);
    (serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned(), error.message)
}

#[test]
fn the_list_has_the_standards_of_the_program_with_their_marks() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let listed = dana.ok("framework::list", json!({}));
    let all = listed["frameworks"].as_array().unwrap();
    let carried = &Catalogue::embedded().framework_catalogues.latest().unwrap().frameworks;
    assert_eq!(all.len(), carried.len());
    let csf = row(&listed["frameworks"], "id", "nist-csf-2.0");
    assert_eq!(
        (&csf["current"], &csf["serves_d3"], &csf["own"]),
        (&json!(true), &json!(true), &json!(false))
    );
    assert!(csf["elements"].as_u64().unwrap() > 100 && csf["used_by"].as_u64().unwrap() > 0, "{csf}");
    let tool = row(&listed["frameworks"], "id", "hhs-sra");
    assert_eq!(tool["serves_d3"], json!(false));
}

#[test]
fn elements_are_found_by_id_and_by_words_of_the_title() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let find = |framework: &str, text: &str| {
        let found = dana.ok("framework::elements", json!({ "framework": framework, "text": text }));
        let ids =
            found["elements"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
        (ids.collect::<Vec<_>>(), found["more"].as_u64().unwrap())
    };
    assert_eq!(find("nist-csf-2.0", "rs.mi-").0, ["RS.MI-01", "RS.MI-02"]);
    assert!(find("nist-800-53r5", "account management").0.contains(&"AC-2".to_owned()));
    assert_eq!(find("nist-800-53r5", "no such words"), (Vec::new(), 0));
    let (all, more) = find("nist-800-53r5", "");
    assert_eq!(all.len(), 200);
    let listed = dana.ok("framework::list", json!({}));
    let number = row(&listed["frameworks"], "id", "nist-800-53r5")["elements"].as_u64().unwrap();
    assert_eq!(more, number - 200);
    assert_eq!(find("nist-800-66r2", "anything").0, Vec::<String>::new(), "its elements are not listed");
    assert_eq!(code(&dana, "framework::elements", json!({ "framework": "own-x" })).0, "not_found");
}

#[test]
fn mappings_propose_elements_for_safeguards() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let (standard, specification) = ("45 CFR 164.308(a)(6)(i)", "45 CFR 164.308(a)(6)(ii)");
    let found = dana.ok("framework::propose", json!({ "safeguards": [specification, standard] }));
    let proposals = found["proposals"].as_array().unwrap();
    let handling = row(&found["proposals"], "element", "IR-4");
    assert_eq!((&handling["framework"], &handling["via"]), (&json!("nist-800-53r5"), &json!(specification)));
    assert_eq!(handling["title"], "Incident Handling");
    assert!(proposals.iter().any(|one| one["framework"] == "nist-csf-2.0" && one["via"] == standard));
    let mut names: Vec<(&Value, &Value)> =
        proposals.iter().map(|one| (&one["framework"], &one["element"])).collect();
    let number = names.len();
    names.sort_by_key(|(framework, element)| format!("{framework} {element}"));
    names.dedup();
    assert_eq!(names.len(), number, "each element once");
    assert_eq!(found["mappings"].as_array().unwrap().len(), 2);
    let none = dana.ok("framework::propose", json!({ "safeguards": [] }));
    assert_eq!((&none["proposals"], &none["mappings"]), (&json!([]), &json!([])));
    let wrong = json!({ "safeguards": ["45 CFR 164.399"] });
    assert_eq!(dana.faults("framework::propose", wrong).1, ["safeguards unknown_reference"]);
}

#[test]
fn a_file_is_looked_at_before_anything_is_written() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let before = dana.content();
    let seen = dana.ok("framework::preview", file());
    assert_eq!(
        (&seen["name"], &seen["version"]),
        (&json!("Hospital Network Security Baseline"), &json!("2.1"))
    );
    assert_eq!(seen["publisher"], "Lake States Hospital Network");
    assert_eq!((&seen["elements"], &seen["withdrawn"]), (&json!(11), &json!(2)));
    assert_eq!(seen["first"][1], json!({ "id": "ACC-1", "title": "Named accounts" }));
    assert_eq!((&seen["problems"], &seen["replaces"]), (&json!([]), &json!(false)));
    let broken = json!({ "file_name": "x.json", "text": "{\"catalog\":{\"metadata\":{\"title\":\"T\"},\"controls\":[{}]}}" });
    let seen = dana.ok("framework::preview", broken.clone());
    let named: Vec<&Value> = seen["problems"].as_array().unwrap().iter().map(|one| &one["field"]).collect();
    assert_eq!(named, ["/catalog/metadata/version", "/catalog/controls/0/id"]);
    let request = with(broken, &[("consensus_based", json!(false))]);
    let (refused, fields) = dana.faults("framework::import", request);
    assert_eq!((refused.as_str(), fields.len()), ("invalid", 2));
    assert_eq!(dana.content(), before);
}

#[test]
fn an_imported_standard_is_listed_and_a_reason_is_asked_for() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let hasty = with(import(), &[("reason", json!("It is good.")), ("publisher", json!(" "))]);
    assert_eq!(dana.faults("framework::import", hasty).1, ["publisher too_short", "reason too_short"]);
    let listed = dana.ok("framework::import", import());
    let own = row(&listed["frameworks"], "id", OWN);
    assert_eq!((&own["own"], &own["current"], &own["serves_d3"]), (&json!(true), &json!(true), &json!(true)));
    assert_eq!(own["import"]["source"], "baseline.json", "the name alone");
    assert_eq!((&own["import"]["reason"], &own["elements"]), (&json!(REASON), &json!(11)));
    let unstated = with(import(), &[("consensus_based", json!(false)), ("reason", json!(""))]);
    assert_eq!(dana.ok("framework::preview", file())["replaces"], json!(true));
    let listed = dana.ok("framework::import", unstated);
    let rows = listed["frameworks"].as_array().unwrap().iter().filter(|one| one["own"] == true);
    assert_eq!(rows.count(), 1, "the same edition takes the place of the first");
    assert_eq!(row(&listed["frameworks"], "id", OWN)["serves_d3"], json!(false));
    assert_eq!(content(&dana).frameworks.len(), 1, "it travels with the content");
}

#[test]
fn a_policy_that_follows_it_passes_its_gate_only_while_the_standard_qualifies() {
    let work = Work::sample();
    let dana = work.open(DANA);
    let unstated = with(import(), &[("consensus_based", json!(false))]);
    dana.ok("framework::import", unstated);
    follow(&dana, "B.2.1");
    let (refused, fields) = dana.faults("policy::submit", submit());
    assert_eq!((refused.as_str(), fields), ("invalid", vec!["/statements no_standard".to_owned()]));
    dana.ok("framework::import", import());
    dana.ok("framework::retire", json!({ "id": OWN }));
    assert_eq!(dana.faults("policy::submit", submit()).1, ["/statements no_standard"]);
    assert_eq!(code(&dana, "framework::retire", json!({ "id": OWN })).0, "frozen");
    dana.ok("framework::import", import());
    dana.ok("policy::submit", submit());
    let detail = dana.ok("policy::get", json!({ "number": POLICY, "version": "1.0" }));
    assert_eq!(detail["frameworks"][OWN], "Hospital Network Security Baseline 2.1");
    let blocks = detail["version"]["seal"]["blocks"].as_str().unwrap();
    assert!(blocks.contains("B.2.1 Containment of a compromised client"), "the title is printed");
    assert!(blocks.contains(REASON), "so is the reason");
}

#[test]
fn what_statements_follow_stays() {
    let work = Work::sample();
    let dana = work.open(DANA);
    dana.ok("framework::import", import());
    follow(&dana, "B.2.1");
    let (refused, message) = code(&dana, "framework::remove", json!({ "id": OWN }));
    assert_eq!(refused, "in_use");
    assert!(message.contains(&format!("{POLICY}/S-01")), "{message}");
    let without = CATALOG.replace("\"B.2.1\"", "\"B.2.9\"");
    assert_ne!(without, CATALOG);
    let (refused, message) = code(&dana, "framework::import", with(import(), &[("text", json!(without))]));
    assert!(refused == "in_use" && message.contains("B.2.1"), "{message}");
    dana.ok("policy::discard", json!({ "policy": POLICY, "version": "1.0" }));
    let listed = dana.ok("framework::remove", json!({ "id": OWN }));
    assert!(listed["frameworks"].as_array().unwrap().iter().all(|one| one["own"] == false));
    for command in ["framework::remove", "framework::retire"] {
        assert_eq!(code(&dana, command, json!({ "id": OWN })).0, "not_found", "{command}");
    }
    let carried = code(&dana, "framework::remove", json!({ "id": "nist-csf-2.0" }));
    assert_eq!(carried.0, "not_found", "those of the program are not taken out");
}
