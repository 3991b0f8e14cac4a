//! The whole sheet as text, and what must never stand in one.

use crate::sample::{BY_CASE, BY_POLICY, content, practice, raise, sheet_of, text_of};
use crate::text::text;
use jiff::civil::date;
use riskwright_domain::catalogue::{Catalogue, Dated};

#[test]
fn a_practice_that_rests_on_a_policy() {
    insta::assert_snapshot!(text_of(&content(), BY_POLICY));
}

#[test]
fn a_practice_that_rests_on_a_determination() {
    insta::assert_snapshot!(text_of(&content(), BY_CASE));
}

#[test]
fn the_conclusion_is_that_of_the_check_word_for_word() {
    let content = content();
    for (number, head) in [
        ("PR-0001", "Info: **The documentation supports the conditions of the Security Exception"),
        ("PR-0002", "Info: **In review — two wait for your judgement."),
        ("PR-0003", "Info: **The documentation supports the conditions of the Security Exception"),
        ("PR-0004", "Warning: **Not supported yet — one condition is not met."),
    ] {
        let text = text_of(&content, number);
        assert!(text.contains(head), "{number}: {text}");
        assert!(text.contains("is for OIG, CMS and the courts"), "{number}");
        assert!(text.contains("It is not legal advice."), "{number}");
    }
}

#[test]
fn no_sheet_claims_what_only_others_decide() {
    let content = content();
    for number in ["PR-0001", "PR-0002", "PR-0003", "PR-0004"] {
        let text = text_of(&content, number).to_lowercase();
        for claim in ["compliant", "compliance", "not information blocking", "safe harbor", "guarantee"] {
            assert!(!text.contains(claim), "{number} says {claim}");
        }
    }
}

#[test]
fn what_nobody_read_at_a_source_is_not_printed() {
    let catalogue = Catalogue::embedded();
    let day = date(2026, 11, 21);
    let rule = catalogue.security_exceptions.on(day).unwrap();
    let exceptions = catalogue.exception_sets.on(day).unwrap();
    let concepts = rule.concepts.iter().flat_map(|one| &one.unverified);
    let security = exceptions.exceptions.get("EX-203").unwrap();
    let recollections: Vec<&String> = rule
        .edition()
        .unverified
        .iter()
        .chain(&rule.logic.unverified)
        .chain(concepts)
        .chain(&security.unverified)
        .collect();
    assert!(!recollections.is_empty());
    let content = content();
    for number in [BY_POLICY, BY_CASE] {
        let text = text_of(&content, number);
        let printed = recollections.iter().find(|one| text.contains(one.as_str()));
        assert_eq!(printed, None, "{number}");
    }
}

#[test]
fn a_judgement_stands_once_and_with_the_name_of_who_judged() {
    let text = text_of(&content(), BY_POLICY);
    let reason = "Client, scopes, system and time of the practice are those of the risks";
    assert_eq!(text.matches(reason).count(), 1);
    assert!(text.contains("**Judged met** by Theo Lindqvist, 2026-11-12: Client, scopes"));
    assert!(!text.contains("Judged met by P-003"));
}

#[test]
fn a_rating_that_rose_is_shown_as_what_ended_the_support() {
    let mut content = content();
    raise(&mut content, date(2026, 11, 20));
    let text = text_of(&content, BY_POLICY);
    for words in [
        "Warning: **Expired — ",
        "[What has lapsed]",
        "| R-0046 | 2026-11-20 | R-0046 was rated Very high on 2026-11-20",
        "**Holds**: it was Moderate at the approval of POL-25 v1.0; rated again since",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn a_review_that_is_overdue_is_shown_with_the_first_day_without_support() {
    let text = text(&sheet_of(&content(), BY_POLICY, date(2027, 3, 1)));
    let row = "| PR-0001 | 2027-02-11 | The last review was on 2026-11-12; the next was due by 2027-02-10.";
    assert!(text.contains(row), "{text}");
}

#[test]
fn records_made_after_the_day_of_the_check_are_left_out() {
    let whole = text_of(&content(), BY_POLICY);
    let before = text(&sheet_of(&content(), BY_POLICY, date(2026, 9, 30)));
    for later in ["6 applications on record", "2026-11-03", "| 2026-11-12 | Review"] {
        assert!(whole.contains(later), "{later}");
        assert!(!before.contains(later), "{later}");
    }
    assert!(before.contains("4 applications on record from 2026-04-22 to 2026-08-27, by class"));
}

#[test]
fn a_later_version_of_the_policy_does_not_break_the_order_of_what_began_under_an_earlier_one() {
    let mut content = content();
    let policy = content.policies.iter_mut().find(|one| one.number.as_str() == "POL-25").unwrap();
    let mut newer = policy.versions[0].clone();
    newer.number = "1.1".to_owned();
    newer.effective_from = Some(date(2026, 10, 1));
    newer.approvals.iter_mut().for_each(|one| one.on = date(2026, 9, 28));
    policy.versions[0].status = riskwright_domain::policy::VersionStatus::Superseded;
    policy.versions[0].effective_to = Some(date(2026, 9, 30));
    policy.versions.push(newer);
    let basis = practice(&mut content, BY_POLICY).basis.as_mut();
    let Some(riskwright_domain::practice::Basis::Policy(basis)) = basis else { panic!("a policy") };
    basis.version = "1.1".to_owned();
    let text = text_of(&content, BY_POLICY);
    assert!(text.contains("| 2026-10-01 | POL-25 v1.1 in force from"), "{text}");
    assert!(
        text.contains("| 2026-04-06 | Practice began | – | PR-0001 | **Holds**: after the decision"),
        "{text}"
    );
    assert!(text.contains("**Holds**: after the approval of POL-25 v1.0"), "{text}");
}
