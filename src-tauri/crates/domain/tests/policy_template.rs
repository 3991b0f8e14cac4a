//! Every template that the program carries is whole, and its draft passes the gates that do not wait for a decision.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::template::{PolicyTemplate, TemplateProblem, TemplateProblemCode, read};
use std::path::Path;

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../policy-templates");
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("POL-"))
        .collect();
    names.sort();
    let file = |name: &String| format!("{name}/policy.yaml");
    names.iter().map(|name| (file(name), std::fs::read_to_string(folder.join(file(name))).unwrap())).collect()
}

/// What is replaced by what, and the fault that this is.
type Case = (&'static str, &'static str, fn(&TemplateProblemCode) -> bool);

fn read_one(text: &str) -> Result<PolicyTemplate, Vec<TemplateProblem>> {
    read("x.yaml", text, Catalogue::embedded())
}

#[test]
fn each_policy_of_the_catalogue_has_a_whole_template() {
    let files = files();
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for (name, text) in &files {
        match read(name, text, Catalogue::embedded()) {
            Ok(template) => {
                assert!(name.starts_with(template.policy.as_str()), "{name}");
                found.push(template.policy);
            }
            Err(several) => problems.extend(several.iter().map(ToString::to_string)),
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let kinds = Catalogue::embedded().policy_catalogues.latest().unwrap();
    let kinds: Vec<_> = kinds.policies.iter().map(|kind| kind.id.clone()).collect();
    assert_eq!(found, kinds);
}

#[test]
fn a_broken_template_is_told_with_file_line_and_reason() {
    let (_, whole) = files().into_iter().find(|(name, _)| name.starts_with("POL-11")).unwrap();
    assert!(read_one(&whole).is_ok());
    let broken: [Case; 6] = [
        ("policy: POL-11", "policy: POL-99", |code| {
            matches!(code, TemplateProblemCode::UnknownPolicy { .. })
        }),
        (
            "role: Incident Lead\n    text: Incident Lead shall contain a severity 1",
            "role: Nobody\n    text: Incident Lead shall contain a severity 1",
            |code| matches!(code, TemplateProblemCode::Missing { .. }),
        ),
        ("{{ T-06 }}", "promptly", |code| matches!(code, TemplateProblemCode::Time { .. })),
        ("{{ T-06 }}", "{{ T-77 }}", |code| matches!(code, TemplateProblemCode::Missing { .. })),
        ("review_months: 12", "review_months: 13", |code| {
            matches!(code, TemplateProblemCode::ReviewInterval)
        }),
        ("review_months: 12", "review_months: [", |code| {
            matches!(code, TemplateProblemCode::Unparsable { .. })
        }),
    ];
    for (from, to, is) in broken {
        assert!(whole.contains(from), "{from}");
        let problems = read_one(&whole.replacen(from, to, 1)).unwrap_err();
        let problem =
            problems.iter().find(|one| is(&one.reason)).unwrap_or_else(|| panic!("{to}: {problems:?}"));
        assert_eq!(problem.file, "x.yaml");
        assert!(problem.line.is_some(), "{to}: {problem}");
    }
}

#[test]
fn every_fault_is_listed() {
    let (_, whole) = files().into_iter().find(|(name, _)| name.starts_with("POL-11")).unwrap();
    let broken =
        whole.replacen("review_months: 12", "review_months: 0", 1).replacen("{{ T-06 }}", "{{ T-77 }}", 1);
    let codes: Vec<_> = read_one(&broken).unwrap_err().into_iter().map(|one| one.reason).collect();
    assert!(codes.contains(&TemplateProblemCode::ReviewInterval), "{codes:?}");
    assert!(codes.contains(&TemplateProblemCode::Missing { reference: "T-77".to_owned() }), "{codes:?}");
}
