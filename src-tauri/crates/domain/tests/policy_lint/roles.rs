//! Who acts, with and without a roles table.

use riskwright_domain::policy::lint::{Code, FindingLevel, Options, lint};

use crate::plain;

const ROLES: [&str; 3] = ["Security Official", "IT lead", "on-call responder"];

fn role_codes(text: &str, roles: Option<&[&str]>) -> Vec<(Code, String)> {
    let roles = roles.map(|roles| roles.iter().map(ToString::to_string).collect());
    let report = lint(text, &Options { roles, ..Options::default() });
    let about_roles =
        |code: &Code| matches!(code, Code::MissingRole | Code::RoleUndefined | Code::PassiveWithoutAgent);
    report
        .findings
        .into_iter()
        .filter(|found| about_roles(&found.code))
        .map(|found| (found.code, found.text))
        .collect()
}

#[test]
fn without_a_table_only_words_for_nobody_are_undefined() {
    for subject in ["Someone", "Anyone", "Staff", "The team"] {
        let text = format!("{subject} shall act within 1 hour of detection.");
        assert_eq!(role_codes(&text, None), [(Code::RoleUndefined, subject.to_owned())], "{text}");
    }
    for subject in
        ["The system", "IT staff", "The incident response team", "Each member of the workforce", "It"]
    {
        let text = format!("{subject} shall act within 1 hour of detection.");
        assert_eq!(role_codes(&text, None), [], "{text}");
    }
    assert_eq!(
        role_codes("Access is removed by staff within 1 hour of termination.", None),
        [(Code::RoleUndefined, "staff".to_owned())]
    );
}

#[test]
fn a_passive_duty_with_a_time_names_who_acts() {
    let found = |text: &str| -> Vec<_> {
        plain(text).findings.into_iter().map(|found| (found.code, found.level)).collect()
    };
    let missing = (Code::MissingRole, FindingLevel::Error);
    for text in [
        "Access shall be removed within 1 hour of termination.",
        "Access is to be removed within 1 hour of termination.",
        "Badges that are lost shall be blocked within 1 hour of the report.",
        "Access shall, within 1 hour of termination, be removed.",
        "It is required that access be removed within 1 hour of termination.",
        "There shall be a review of access every 90 calendar days.",
        "A review of access shall take place every 90 calendar days.",
        "The lead shall keep the list; access shall be reviewed every 90 calendar days.",
    ] {
        assert_eq!(found(text), [missing], "{text}");
    }
    let warned = (Code::PassiveWithoutAgent, FindingLevel::Warning);
    assert_eq!(found("Sessions shall be kept to no more than 8 hours."), [warned]);
    for text in [
        "Access shall be removed by phone by the IT lead within 1 hour of termination.",
        "The officer is required to review access every 90 calendar days.",
        "Access is removed within 1 hour of termination; the IT lead is responsible.",
        "Access is kept small; the IT lead shall review it every 90 calendar days.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn with_a_table_whoever_acts_must_stand_in_it() {
    let none: [(Code, String); 0] = [];
    for text in [
        "The security official shall act within 1 hour of detection.",
        "Each IT lead acts within 1 hour of detection.",
        "The IT lead on duty shall act within 1 hour of detection.",
        "The on-call responder or the IT lead shall act within 1 hour of detection.",
        "The IT lead (or another person) shall act within 1 hour of detection.",
        "Within 1 hour of detection, the IT lead shall act.",
        "If an alert fires, the IT lead shall act within 1 hour.",
        "Access is removed by the IT lead within 1 hour of termination.",
        "Access is removed within 1 hour of termination by the IT lead.",
    ] {
        assert_eq!(role_codes(text, Some(&ROLES)), none, "{text}");
    }
    for (text, code, words) in [
        ("The analyst shall act within 1 hour of detection.", Code::RoleUndefined, "The analyst"),
        (
            "The IT lead or a deputy shall act within 1 hour of detection.",
            Code::RoleUndefined,
            "The IT lead or a deputy",
        ),
        ("The system locks after 10 minutes of inactivity.", Code::RoleUndefined, "The system"),
        ("Access is removed by the vendor within 1 hour of termination.", Code::RoleUndefined, "the vendor"),
        ("Access is removed within 1 hour of termination.", Code::MissingRole, "Access"),
        ("Remove access within 1 hour of termination.", Code::MissingRole, "Remove"),
    ] {
        assert_eq!(role_codes(text, Some(&ROLES)), [(code, words.to_owned())], "{text}");
    }
}

#[test]
fn the_words_before_a_list_name_who_acts_and_when() {
    let text = "When an incident is declared, the IT lead shall:\n- isolate hosts within 4 hours;\n- report within 1 hour.";
    let report = plain(text);
    assert_eq!(report.findings, []);
    let triggers: Vec<_> = report.timeframes.iter().map(|found| &*found.trigger).collect();
    assert_eq!(triggers, ["an incident is declared", "an incident is declared"]);

    let after = format!("{text}\n\nReport within 1 hour of detection.");
    assert_eq!(role_codes(&after, None), [(Code::MissingRole, "Report".to_owned())], "the list has ended");
}

#[test]
fn the_words_before_a_list_reach_over_an_item_without_a_time_but_not_beyond_the_list() {
    let list = "The IT lead shall:\n- lock the room\n- act within 1 hour of detection";
    assert_eq!(role_codes(list, None), []);
    let after =
        "The IT lead shall:\n- lock the room\n\nThe room is dark.\n\n- Act within 1 hour of detection";
    assert_eq!(role_codes(after, None), [(Code::MissingRole, "Act".to_owned())]);
}

#[test]
fn phrases_headings_and_sentences_without_a_time_need_no_role() {
    for text in
        ["within 1 hour of detection", "Critical patches: within 7 calendar days of release", "Wear a badge."]
    {
        assert_eq!(role_codes(text, None), [], "{text}");
    }
}
