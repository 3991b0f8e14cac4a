//! Standards of the organization's own beside those of the program: look-up, references, gate and check.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod builder;

use builder::{D, TODAY, finding, run, supported, version};
use jiff::civil::date;
use riskwright_domain::catalogue::{Catalogue, CriterionResult};
use riskwright_domain::framework::{OwnElement, OwnFramework, StandardBasis, Standards};
use riskwright_domain::workspace::{Content, ProblemCode, problems};

const OWN: &str = "own-network-baseline-2-1";

fn framework() -> OwnFramework {
    let element = |id: &str, title: Option<&str>, parent: Option<&str>| OwnElement {
        id: id.to_owned(),
        title: title.map(str::to_owned),
        parent: parent.map(str::to_owned),
    };
    OwnFramework {
        id: OWN.into(),
        name: "Network Baseline".to_owned(),
        version: "2.1".to_owned(),
        publisher: "Lake States Hospital Network".to_owned(),
        published: "2026-03-02".to_owned(),
        source: "baseline.json".to_owned(),
        sha256: "00".repeat(32),
        oscal_version: "1.1.2".to_owned(),
        imported_on: date(2026, 11, 2),
        basis: StandardBasis {
            consensus_based: true,
            reason: "Agreed by the security officials of eleven hospitals and revised each year.".to_owned(),
        },
        elements: vec![element("B", Some("Response"), None), element("B.1", None, Some("B"))],
        retired_on: None,
    }
}

/// The supported content whose one alignment follows the own standard.
fn following(own: OwnFramework) -> Content {
    let mut content = supported();
    let alignment = &mut version(&mut content).statements[0].alignments[0];
    alignment.framework = OWN.into();
    alignment.element = "B.1".to_owned();
    content.frameworks = vec![own];
    content
}

fn result(content: &Content, criterion: &str) -> CriterionResult {
    finding(&run(content, D, TODAY), criterion).result
}

#[test]
fn one_look_up_answers_for_both_kinds() {
    let own = [framework()];
    let all = Standards { catalogue: Catalogue::embedded(), own: &own };
    assert_eq!(all.name(OWN).as_deref(), Some("Network Baseline 2.1"));
    assert!(all.name("nist-csf-2.0").unwrap().ends_with("2.0"));
    assert_eq!(all.name("own-other"), None);
    assert_eq!(
        (all.title(OWN, "B"), all.title(OWN, "B.1"), all.title(OWN, "C")),
        (Some("Response"), None, None)
    );
    assert_eq!(all.title("nist-800-53r5", "AC-2(1)"), Some("Account Management"), "under its control");
    for (framework, element, accepted) in [
        (OWN, "B.1", true),
        (OWN, "b.1", false),
        (OWN, "", false),
        ("own-other", "B.1", false),
        ("nist-csf-2.0", "RS.MI-01", true),
        ("nist-csf-2.0", "RS.MI-99", false),
    ] {
        assert_eq!(all.accepts(framework, element), accepted, "{framework} {element}");
    }
    for (framework, current, superseded, serves) in [
        (OWN, true, false, true),
        ("own-other", false, false, false),
        ("nist-csf-2.0", true, false, true),
        ("hhs-sra", true, false, false),
        ("nist-csf-1.1", false, false, false),
    ] {
        assert_eq!(all.is_current(framework, TODAY), current, "{framework}");
        assert_eq!(all.is_superseded(framework, TODAY), superseded, "{framework}");
        assert_eq!(all.serves_d3(framework, TODAY), serves, "{framework}");
    }
    let retired = [OwnFramework { retired_on: Some(TODAY), ..framework() }];
    let all = Standards { own: &retired, ..all };
    assert!(all.is_superseded(OWN, TODAY) && !all.is_superseded(OWN, date(2026, 11, 20)), "from its day on");
}

#[test]
fn an_own_standard_serves_d3_only_with_a_stated_reason_and_while_it_is_current() {
    let with = |change: fn(&mut OwnFramework)| {
        let mut own = framework();
        change(&mut own);
        following(own)
    };
    let satisfied = with(|_| {});
    let last_day = with(|own| own.retired_on = Some(date(2026, 11, 22)));
    for content in [&satisfied, &last_day] {
        assert_eq!(
            result(content, "SE-d3-1"),
            result(&supported(), "SE-d3-1"),
            "as with a standard of the program"
        );
        assert!(problems(content, Catalogue::embedded()).is_empty());
    }
    let kept_out: [fn(&mut OwnFramework); 5] = [
        |own| own.basis.consensus_based = false,
        |own| own.basis.reason = "Because we say so.".to_owned(),
        |own| own.basis.reason = " ".repeat(40),
        |own| own.retired_on = Some(TODAY),
        |own| own.elements.truncate(1),
    ];
    for change in kept_out {
        assert_eq!(result(&with(change), "SE-d3-1"), CriterionResult::NotMet);
    }
}

#[test]
fn a_retired_standard_is_pointed_out_by_its_name() {
    let mut own = framework();
    own.retired_on = Some(date(2026, 6, 1));
    let mut content = supported();
    content.frameworks = vec![own];
    let alignments = &mut version(&mut content).statements[0].alignments;
    let mut other = alignments[0].clone();
    other.framework = OWN.into();
    other.element = "B.1".to_owned();
    alignments.push(other);
    let check = run(&content, D, TODAY);
    let words = &finding(&check, "SE-d3-3").explanation;
    assert!(words.contains("no longer current: Network Baseline 2.1"), "{words}");
}

#[test]
fn references_to_own_standards_and_their_ids_are_looked_at() {
    let found = |change: fn(&mut Content)| {
        let mut content = following(framework());
        change(&mut content);
        let found = problems(&content, Catalogue::embedded());
        found.into_iter().map(|one| (one.path, one.code)).collect::<Vec<_>>()
    };
    let gone = found(|content| content.frameworks.clear());
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert!(gone[0].0.ends_with("/alignments/0/framework") && gone[0].1 == ProblemCode::UnknownReference);
    let element = found(|content| content.frameworks[0].elements.truncate(1));
    assert!(element.len() == 1 && element[0].0.ends_with("/alignments/0/element"), "{element:?}");
    let twice = found(|content| {
        let mut again = framework();
        again.elements.push(again.elements[0].clone());
        again.elements[1].parent = Some("A".to_owned());
        content.frameworks.push(again);
    });
    let expected = [
        ("/frameworks/1/id", ProblemCode::Duplicate),
        ("/frameworks/1/elements/2/id", ProblemCode::Duplicate),
        ("/frameworks/1/elements/1/parent", ProblemCode::UnknownReference),
    ];
    assert_eq!(twice, expected.map(|(path, code)| (path.to_owned(), code)));
    let foreign = found(|content| {
        let mut other = framework();
        other.id = "nist-csf-2.0".into();
        content.frameworks.push(other);
    });
    assert_eq!(
        foreign,
        [("/frameworks/1/id".to_owned(), ProblemCode::MalformedNumber)],
        "none takes a place"
    );
}
