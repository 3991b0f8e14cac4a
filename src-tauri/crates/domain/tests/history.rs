//! Acts, what can be taken back, and what was in force on a day.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod builder;

use builder::supported;
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::audit::{Revision, sha256_hex};
use riskwright_domain::history::stack::{REDO, UNDO};
use riskwright_domain::history::{Stacks, acts};
use riskwright_domain::practice::PracticeState;
use riskwright_domain::workspace::in_force;

/// A history as the store would write it.
#[derive(Default)]
struct Lines(Vec<Revision>);

impl Lines {
    fn write(&mut self, command: &str, at: i64, kind: &str, id: &str, body: &str) -> i64 {
        let sequence = self.0.len() as i64 + 1;
        let number =
            1 + self.0.iter().filter(|one| (one.kind.as_str(), one.id.as_str()) == (kind, id)).count() as i64;
        self.0.push(Revision {
            sequence,
            kind: kind.into(),
            id: id.into(),
            number,
            recorded_at: Timestamp::from_second(at).unwrap(),
            by: "dana".into(),
            command: command.into(),
            schema: 1,
            body: Some(body.into()),
            body_hash: sha256_hex(body.as_bytes()),
            previous_hash: String::new(),
        });
        sequence
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Save,
    Other,
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![Just(Step::Save), Just(Step::Other), Just(Step::Undo), Just(Step::Redo)];
    proptest::collection::vec(step, 0..40)
}

/// Plays steps against two plain stacks and writes the history that goes with them.
fn played(steps: &[Step]) -> (Lines, Vec<i64>, Vec<i64>) {
    let (mut lines, mut done, mut undone) = (Lines::default(), Vec::new(), Vec::new());
    for (at, step) in (1..).zip(steps) {
        match step {
            Step::Save => {
                done.push(lines.write("risk::save", at, "risk", "AS-2026/R-0001", &at.to_string()));
                undone.clear();
            }
            Step::Other => drop(lines.write("document::write", at, "document", "D-0001", &at.to_string())),
            Step::Undo => reverse(&mut lines, UNDO, at, &mut done, &mut undone),
            Step::Redo => reverse(&mut lines, REDO, at, &mut undone, &mut done),
        }
    }
    (lines, done, undone)
}

fn reverse(lines: &mut Lines, command: &str, at: i64, from: &mut Vec<i64>, to: &mut Vec<i64>) {
    let Some(act) = from.pop() else { return };
    lines.write(command, at, "risk", "AS-2026/R-0001", "before");
    lines.write(command, at, "event", command, &format!("{{\"first\":{act},\"last\":{act}}}"));
    to.push(act);
}

proptest! {
    #[test]
    fn the_history_alone_tells_what_can_be_taken_back(steps in steps()) {
        let (lines, done, undone) = played(&steps);
        let stacks = Stacks::of(acts(lines.0), |command| command == "risk::save");
        let firsts = |acts: &[riskwright_domain::history::Act]| acts.iter().map(|act| act.first).collect::<Vec<_>>();
        prop_assert_eq!(firsts(&stacks.done), done);
        prop_assert_eq!(firsts(&stacks.undone), undone);
    }
}

#[test]
fn an_act_is_what_one_command_wrote_together() {
    let mut lines = Lines::default();
    lines.write("policy::save_statement", 1, "policy_version", "POL-11/2.0", "a");
    lines.write("policy::save_statement", 1, "event", "reordered", "{}");
    lines.write("policy::save_statement", 2, "policy_version", "POL-11/2.0", "b");
    lines.write("risk::save", 2, "risk", "AS-2026/R-0001", "c");
    let mut gap = lines.0.clone();
    let found = acts(lines.0);
    assert_eq!(found.iter().map(|act| (act.first, act.last)).collect::<Vec<_>>(), [(1, 2), (3, 3), (4, 4)]);
    assert_eq!((found[0].touched.len(), found[0].events.len()), (1, 1));
    gap.remove(1);
    gap[1].recorded_at = gap[0].recorded_at;
    assert_eq!(acts(gap).len(), 3, "lines of somebody else stand between");
}

#[test]
fn the_assessment_that_counts_is_the_one_approved_last_by_the_day() {
    let mut content = supported();
    let first = content.assessments[0].clone();
    let approved = first.approved_on().unwrap();
    let mut next = first.clone();
    next.number = "AS-2027".into();
    next.approvals.iter_mut().for_each(|one| one.on = date(2027, 3, 1));
    content.assessments[0].status = AssessmentStatus::Superseded;
    content.assessments.push(next);
    let number = |day| in_force(&content, day).assessment.map(|one| one.number.to_string());
    assert_eq!(number(approved.yesterday().unwrap()), None);
    assert_eq!(number(approved), Some(first.number.to_string()));
    assert_eq!(number(date(2027, 2, 28)), Some(first.number.to_string()));
    assert_eq!(number(date(2027, 3, 1)), Some("AS-2027".to_owned()));
}

#[test]
fn a_policy_counts_between_its_dates_and_a_practice_while_it_runs() {
    let mut content = supported();
    let version = &content.policies[0].versions[0];
    let from = version.effective_from.unwrap();
    let number = content.policies[0].number.clone();
    let in_policies = |content: &riskwright_domain::workspace::Content, day| {
        in_force(content, day).policies.iter().any(|(policy, _)| policy.number == number)
    };
    assert!(in_policies(&content, from));
    assert!(!in_policies(&content, from.yesterday().unwrap()));
    content.policies[0].versions[0].effective_to = Some(date(2026, 12, 31));
    assert!(in_policies(&content, date(2026, 12, 31)));
    assert!(!in_policies(&content, date(2027, 1, 1)));

    let practice = &mut content.practices[0];
    practice.start_date = Some(date(2026, 5, 1));
    practice.end_date = Some(date(2026, 6, 30));
    let number = practice.number.clone();
    let ran = |content: &riskwright_domain::workspace::Content, day| {
        in_force(content, day).practices.iter().any(|one| one.number == number)
    };
    for state in [PracticeState::Active, PracticeState::Ended] {
        content.practices[0].state = state;
        let days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 6, 30), date(2026, 7, 1)];
        assert_eq!(days.map(|day| ran(&content, day)), [false, true, true, false], "{state:?}");
    }
    content.practices[0].state = PracticeState::Proposed;
    assert!(!ran(&content, date(2026, 5, 1)));
}
