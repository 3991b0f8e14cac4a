//! `riskwright demo`: what lies in the folder, and whether damage to a signed policy is found and told.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod damage;
mod program;

use damage::{FLIPS, append_to_first_page, flipped, replace_first_page};
use program::{Desk, WORKSPACE, contents, demo, signed_policies, signed_policy};
use riskwright_app::sample;
use riskwright_domain::policy::{Policy, PolicyVersion};
use riskwright_domain::workspace::Content;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn sample() -> Content {
    sample::content().expect("the sample has no mistakes")
}

/// The policies of which the sample has a version in force.
fn in_force(content: &Content) -> Vec<(&Policy, &PolicyVersion)> {
    let today = riskwright_app::civil_today(&content.organization.time_zone);
    content.policies.iter().filter_map(|policy| Some((policy, policy.in_force_on(today)?))).collect()
}

fn names(folder: &std::path::Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn verified(desk: &Desk, pdf: &[u8], code: i32) -> Value {
    desk.put("policy.pdf", pdf);
    desk.run(&["verify", "--json", "policy.pdf"]).expect(code).json()
}

fn is_intact(report: &Value, field: &str) -> bool {
    report["signatures"].as_array().unwrap().iter().any(|one| one["field"] == field && one["intact"] == true)
}

#[test]
fn the_folder_holds_what_the_command_promises() {
    let expected = ["README.txt", "check.json", WORKSPACE, "policies"].map(str::to_owned);
    assert_eq!(names(demo()), BTreeSet::from(expected));
    let workspace = names(&demo().join(WORKSPACE));
    assert!(workspace.contains("workspace.db") && workspace.contains("keys.json"), "{workspace:?}");
}

#[test]
fn there_is_a_pdf_of_every_policy_in_force_and_of_no_other() {
    let content = sample();
    let files = names(&demo().join("policies"));
    let numbers: Vec<&str> = in_force(&content).iter().map(|(policy, _)| policy.number.as_str()).collect();
    assert_eq!(files.len(), numbers.len(), "{files:?}");
    for number in numbers {
        let is_it = |file: &&String| file.starts_with(number) && file.ends_with(".pdf");
        assert_eq!(files.iter().filter(is_it).count(), 1, "{number} in {files:?}");
    }
}

#[test]
fn the_check_is_what_the_command_answers_on_the_day() {
    let told = fs::read_to_string(demo().join("check.json")).unwrap();
    let written: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(written.len(), sample().practices.len());
    let on = written[0]["on"].as_str().unwrap();
    let answered = Desk::with_sample().run(&["practice", "check", "--json", WORKSPACE, "--on", on]).lines();
    assert_eq!(written, answered);
}

#[test]
fn the_readme_gives_what_opens_the_workspace() {
    let readme = fs::read_to_string(demo().join("README.txt")).unwrap();
    let line =
        readme.lines().find(|line| line.starts_with("Passphrase")).expect("a line with the passphrase");
    let passphrase = line.rsplit(": ").next().unwrap();
    let logins = sample().people.into_iter().filter_map(|person| person.login);
    let desk = Desk::with_sample();
    for login in logins {
        assert!(readme.contains(&login), "{login}");
        let mut command = desk.command(&["status", WORKSPACE]);
        command.env("RISKWRIGHT_PERSON", login).env("RISKWRIGHT_PASSPHRASE", passphrase);
        program::answer(&mut command).expect(0);
    }
}

#[test]
fn a_folder_that_holds_something_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    desk.put("mine.txt", "mine");
    let refused = desk.run(&["demo", ".", "--json"]).expect(2);
    assert_eq!(refused.json()["error"]["code"], "exists");
    assert_eq!(names(&desk.path("")), BTreeSet::from(["mine.txt".to_owned()]));
    assert_eq!(desk.read("mine.txt"), b"mine");
}

#[test]
fn a_file_of_that_name_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    desk.put("demo", "a file");
    desk.run(&["demo", "demo"]).expect(2);
    assert_eq!(desk.read("demo"), b"a file");
}

#[test]
fn every_policy_is_signed_by_the_people_named_in_it() {
    let content = sample();
    let desk = Desk::new();
    for (policy, version) in in_force(&content) {
        let report = verified(&desk, &signed_policy(policy.number.as_str()), 0);
        assert_eq!(
            (&report["valid"], &report["covers_whole_file"]),
            (&true.into(), &true.into()),
            "{report}"
        );
        let signatures = report["signatures"].as_array().unwrap();
        let signers: BTreeSet<&str> = signatures.iter().map(|one| one["signer"].as_str().unwrap()).collect();
        let people = version.approvals.iter().map(|approval| &approval.by).chain([&version.author]);
        let named = people.map(|number| content.people.iter().find(|one| one.number == *number).unwrap());
        let expected: BTreeSet<&str> = named.map(|person| person.name.as_str()).collect();
        assert_eq!(signers, expected, "{}", policy.number);
        assert!(signers.len() >= 2, "{}: {signers:?}", policy.number);
        assert!(signatures.iter().all(|one| one["intact"] == true && one["signed_at"].is_null()), "{report}");
    }
}

#[test]
fn a_workspace_trusts_its_own_people_and_no_others() {
    let desk = Desk::with_sample();
    desk.put("policy.pdf", signed_policy("POL-25"));
    let trusted = |arguments: &[&str]| -> BTreeSet<String> {
        let report = desk.run(arguments).expect(0).json();
        let signatures = report["signatures"].as_array().unwrap();
        signatures.iter().map(|one| one["trusted"].as_str().unwrap().to_owned()).collect()
    };
    let within = trusted(&["verify", "--json", "policy.pdf", "--workspace", WORKSPACE]);
    assert_eq!(within, BTreeSet::from(["organization".to_owned()]));
    assert_eq!(trusted(&["verify", "--json", "policy.pdf"]), BTreeSet::from(["unknown".to_owned()]));
}

#[test]
fn one_flipped_byte_breaks_the_signatures_over_it_and_is_told() {
    let desk = Desk::new();
    let signed = signed_policy("POL-25");
    for flip in FLIPS {
        let report = verified(&desk, &flipped(&signed, (flip.at)(&signed)), 1);
        assert_eq!(report["valid"], false, "{}: {report}", flip.place);
        assert!(!report["problems"].as_array().unwrap().is_empty(), "{}: {report}", flip.place);
        for field in flip.breaks {
            assert!(!is_intact(&report, field), "{}, {field}: {report}", flip.place);
        }
        for field in flip.leaves {
            assert!(is_intact(&report, field), "{}, {field}: {report}", flip.place);
        }
    }
}

#[test]
fn a_person_is_told_in_words_that_the_signatures_do_not_hold() {
    let desk = Desk::new();
    let signed = signed_policy("POL-11");
    desk.put("policy.pdf", flipped(&signed, (FLIPS[0].at)(&signed)));
    let told = desk.run(&["verify", "policy.pdf"]).expect(1).out;
    assert!(told.contains("BROKEN") && told.contains("do not hold"), "{told}");
    desk.put("policy.pdf", &signed);
    let told = desk.run(&["verify", "policy.pdf"]).expect(0).out;
    assert!(!told.contains("BROKEN") && told.contains("hold and cover the whole file"), "{told}");
}

#[test]
fn a_page_replaced_or_drawn_upon_after_signing_is_named() {
    let desk = Desk::new();
    let signed = signed_policy("POL-25");
    for (attack, changed) in
        [("replaced", replace_first_page(&signed)), ("drawn upon", append_to_first_page(&signed))]
    {
        assert!(changed.starts_with(&signed), "{attack}: the signed revision is all there");
        let report = verified(&desk, &changed, 1);
        assert_eq!(report["covers_whole_file"], false, "{attack}: {report}");
        for signature in report["signatures"].as_array().unwrap() {
            assert_eq!(signature["intact"], true, "{attack}: {report}");
            assert!(signature["changes_after"].to_string().contains("page"), "{attack}: {report}");
        }
        assert!(report["problems"].to_string().contains("after signing"), "{attack}: {report}");
    }
}

#[test]
fn a_file_without_signatures_is_not_valid() {
    let desk = Desk::with_sample();
    desk.run(&["document", "write", WORKSPACE, "POL-25", "-o", "unsigned.pdf"]).expect(0);
    let report = desk.run(&["verify", "--json", "unsigned.pdf"]).expect(1).json();
    assert_eq!((&report["valid"], report["signatures"].as_array().unwrap().len()), (&false.into(), 0));
    assert!(report["problems"].to_string().contains("no signature"), "{report}");
}

#[test]
fn whatever_is_no_pdf_is_not_valid_and_what_is_not_there_is_a_wrong_call() {
    let desk = Desk::new();
    for bytes in [&b""[..], b"%PDF-1.7\n", b"not a document", &[0; 4096]] {
        assert_eq!(verified(&desk, bytes, 1)["valid"], false);
    }
    desk.run(&["verify", "nowhere.pdf"]).expect(2);
}

#[test]
fn verifying_changes_no_file() {
    let desk = Desk::new();
    desk.put("policy.pdf", signed_policy("POL-25"));
    let before = contents(&desk.path(""));
    desk.run(&["verify", "policy.pdf"]).expect(0);
    assert_eq!(contents(&desk.path("")), before);
    assert_eq!(signed_policies().len(), in_force(&sample()).len());
}

#[test]
fn no_file_of_the_workspace_shows_a_name_of_the_content_to_who_has_no_passphrase() {
    let content = sample();
    let assets = content.assessments.iter().flat_map(|one| &one.assets).map(|asset| asset.name.clone());
    let people = content.people.iter().flat_map(|one| [Some(one.name.clone()), one.login.clone()]);
    let policies = content.policies.iter().map(|policy| policy.title.clone());
    let names: Vec<String> = assets.chain(people.flatten()).chain(policies).collect();
    assert!(names.len() > 40, "{names:?}");
    for (path, bytes) in contents(&demo().join(WORKSPACE)) {
        let text = String::from_utf8_lossy(&bytes);
        for name in &names {
            assert!(!text.contains(name.as_str()), "{} shows {name:?}", path.display());
        }
    }
}
