//! The accept and reject fixtures of the data file.

use riskwright_domain::policy::lint::{Code, Relation, Unit};
use serde::Deserialize;

use crate::{data, errors, plain};

#[derive(Deserialize)]
struct Accept {
    text: String,
    trigger: String,
    quantity: i64,
    unit: Unit,
    relation: Relation,
}

#[derive(Deserialize)]
struct Reject {
    text: String,
    code: Code,
}

#[test]
fn every_accept_fixture_reads_to_its_fields_without_an_error() {
    let fixtures: Vec<Accept> = serde_yaml::from_value(data("accept")).unwrap();
    assert_eq!(fixtures.len(), 20, "the optional ones too");
    for fixture in fixtures {
        let report = plain(&fixture.text);
        let [found] = &*report.timeframes else { panic!("{}: {:?}", fixture.text, report.timeframes) };
        let fields = (&*found.trigger, found.quantity, found.unit, found.relation);
        let expected = (&*fixture.trigger, fixture.quantity, fixture.unit, fixture.relation);
        assert_eq!(fields, expected, "{}", fixture.text);
        assert!(errors(&report).is_empty(), "{}: {:?}", fixture.text, report.findings);
    }
}

#[test]
fn every_reject_fixture_has_its_code_as_an_error() {
    let fixtures: Vec<Reject> = serde_yaml::from_value(data("reject")).unwrap();
    assert_eq!(fixtures.len(), 20);
    for fixture in fixtures {
        let report = plain(&fixture.text);
        let found = errors(&report).into_iter().any(|finding| finding.code == fixture.code);
        assert!(found, "{}: {:?}", fixture.text, report.findings);
    }
}

#[test]
fn a_file_of_one_fixture_a_line_gives_what_each_gives_alone() {
    let accept: Vec<Accept> = serde_yaml::from_value(data("accept")).unwrap();
    let reject: Vec<Reject> = serde_yaml::from_value(data("reject")).unwrap();
    let lines: Vec<String> = accept
        .into_iter()
        .map(|fixture| fixture.text)
        .chain(reject.into_iter().map(|fixture| fixture.text))
        .collect();
    let together = plain(&lines.join("\n"));
    let mut alone = (Vec::new(), Vec::new());
    for (index, line) in lines.iter().enumerate() {
        let mut report = plain(line);
        report.findings.iter_mut().for_each(|finding| finding.line = index + 1);
        report.timeframes.iter_mut().for_each(|found| found.line = index + 1);
        alone.0.extend(report.findings);
        alone.1.extend(report.timeframes);
    }
    assert_eq!((together.findings, together.timeframes), alone);
}
