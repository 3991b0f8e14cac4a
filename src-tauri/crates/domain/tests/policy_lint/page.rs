//! A page of a policy, as a whole.

use crate::plain;

const PAGE: &str = "\
# Incident response

## 7. Policy statements

1. The security analyst shall triage each alert within 15 minutes of a severity 1 alert, and shall notify the
   security official within 1 hour of detection.
2. When an incident is declared, the IT lead shall contain it within 4 hours where feasible.
3. The privacy officer shall notify affected individuals without unreasonable delay and in no case later than 60
   calendar days after discovery of the breach, as 164.404(b) requires.
4. Access is removed immediately upon termination.
5. The team will review logs regularly, e.g. those of the VPN.
6. The system shall lock an account after 5 failed sign-ins within 15 minutes.
7. Vendors must report incidents within 24-48 hours of discovery, or 3 days if staff are away.

The IT lead shall:

- back up tier 1 systems every 24 hours;
- test restores quarterly, and as needed; and
- keep test records for 6 years from the date of the test.

The help desk answers during business hours. \"Business hours\" means 08:00 to 18:00 Central Time on business days.
";

#[test]
fn a_page_of_policy_text() {
    let report = plain(PAGE);
    let findings = report.findings.iter().map(|found| {
        let level = format!("{:?}", found.level).to_lowercase();
        format!(
            "{}:{} {level} {:?} {:?}: {}",
            found.line, found.column, found.code, found.text, found.suggestion
        )
    });
    let times = report.timeframes.iter().map(|found| {
        let amount = format!("{} {}", found.quantity, found.unit.words());
        format!(
            "{}:{} {:?} {amount} [{}] {:?}",
            found.line, found.column, found.relation, found.trigger, found.text
        )
    });
    let lines: Vec<_> = findings.chain(std::iter::once(String::new())).chain(times).collect();
    insta::assert_snapshot!(lines.join("\n"));
}
