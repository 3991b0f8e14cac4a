//! The commands: what is offered, what is written, and the line that stays in the trail.

use crate::clinic::Clinic;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use riskwright_app::{App, ErrorCode, call, sample};
use serde_json::{Value, json};

/// The sample workspace, open as its security official.
fn lakeside() -> (tempfile::TempDir, App) {
    let around = tempfile::tempdir().unwrap();
    let path = around.path().join("lakeside.riskwright");
    sample::create(&path).unwrap().0.close().unwrap();
    let app = App::new(None);
    let official = sample::content().unwrap().people[0].login.clone().unwrap();
    let open = json!({ "path": path, "login": official, "passphrase": sample::PASSPHRASE });
    call(&app, "workspace::open", open).unwrap();
    (around, app)
}

fn written(app: &App, report: &str, format: &str) -> (String, Vec<u8>) {
    let answer = call(app, "report::write", json!({ "report": report, "format": format })).unwrap();
    let bytes = STANDARD.decode(answer["content"].as_str().unwrap()).unwrap();
    assert_eq!(answer["bytes"], bytes.len());
    assert_eq!(answer["sha256"], riskwright_domain::audit::sha256_hex(&bytes));
    (answer["file_name"].as_str().unwrap().to_owned(), bytes)
}

#[test]
fn everything_that_is_offered_can_be_written_and_stays_in_the_trail() {
    let (_around, app) = lakeside();
    let list = call(&app, "report::list", json!({})).unwrap();
    let mut count = 0;
    for row in list["reports"].as_array().unwrap() {
        let report = row["report"].as_str().unwrap();
        if row["unavailable"] != Value::Null {
            assert_eq!(
                (report, row["unavailable"].as_str()),
                ("difference", Some("There is no earlier assessment to compare with."))
            );
            continue;
        }
        for format in row["formats"].as_array().unwrap() {
            let format = format.as_str().unwrap();
            let (name, bytes) = written(&app, report, format);
            assert!(name.starts_with("AS-2026-") && name.ends_with(format), "{name}");
            let begin: &[u8] = match format {
                "pdf" => b"%PDF-1.7",
                "xlsx" => b"PK\x03\x04",
                "csv" => b"\xEF\xBB\xBF",
                _ => b"BEGIN:VCALENDAR\r\n",
            };
            assert!(bytes.starts_with(begin), "{name}");
            count += 1;
        }
    }
    assert_eq!(count, 13);
    let trail = call(&app, "audit::list", json!({ "filter": { "command": "report::write" } })).unwrap();
    assert_eq!(trail["total"], 13);
    let words = trail["lines"][0]["words"].as_str().unwrap();
    assert!(words.ends_with("wrote a report of AS-2026: calendar of due dates"), "{words}");
}

#[test]
fn a_form_that_a_report_does_not_come_in_is_refused() {
    let (_around, app) = lakeside();
    for (report, format) in [("summary", "csv"), ("register", "ics"), ("calendar", "pdf")] {
        let error = call(&app, "report::write", json!({ "report": report, "format": format })).unwrap_err();
        assert_eq!(error.code, ErrorCode::Invalid, "{report} {format}");
        assert_eq!(error.fields[0].field, "format");
    }
    let none = json!({ "report": "summary", "format": "pdf", "assessment": "AS-1999" });
    assert_eq!(call(&app, "report::write", none).unwrap_err().code, ErrorCode::NotFound);
    let none = json!({ "report": "difference", "format": "pdf" });
    assert_eq!(call(&app, "report::write", none).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn without_an_assessment_nothing_can_be_written() {
    let clinic = Clinic::new();
    let list = clinic.call("report::list", json!({}));
    let rows = list["reports"].as_array().unwrap();
    assert_eq!(rows.len(), 8);
    assert!(rows.iter().all(|row| row["unavailable"] == "There is no assessment yet."));
    let error = clinic.refused("report::write", json!({ "report": "summary", "format": "pdf" }));
    assert_eq!(error.code, ErrorCode::NotFound);
}

#[test]
fn the_calendar_names_numbers_and_never_what_a_risk_is() {
    let (_around, app) = lakeside();
    let text = String::from_utf8(written(&app, "calendar", "ics").1).unwrap();
    let lines = text.replace("\r\n ", "");
    let content = sample::content().unwrap();
    let assessment = content.assessments.last().unwrap();
    let open = assessment
        .risks
        .iter()
        .filter(|risk| risk.treatment.as_ref().is_some_and(|plan| plan.done_on.is_none()));
    let mut plans = 0;
    for risk in open {
        let due = risk.treatment.as_ref().unwrap().due.strftime("%Y%m%d").to_string();
        let event = lines
            .split("BEGIN:VEVENT")
            .find(|event| event.contains(&format!("SUMMARY:{}: treatment due\r\n", risk.number)));
        assert!(event.unwrap().contains(&format!("DTSTART;VALUE=DATE:{due}\r\n")), "{}", risk.number);
        plans += 1;
    }
    let summaries = lines.lines().filter(|line| line.starts_with("SUMMARY:"));
    assert_eq!(summaries.filter(|line| line.ends_with(": treatment due")).count(), plans);
    for kind in [
        ": acceptance ends",
        ": look at the decision again",
        ": policy review due",
        "open item 1 due",
        "Next yearly assessment due",
    ] {
        assert!(lines.contains(kind), "{kind}");
    }
    for risk in &assessment.risks {
        let words: String = risk.effect.chars().take(30).collect();
        assert!(!lines.contains(&words), "{words}");
    }
    let uids: Vec<&str> = lines.lines().filter(|line| line.starts_with("UID:")).collect();
    let distinct: std::collections::BTreeSet<&&str> = uids.iter().collect();
    assert_eq!(uids.len(), distinct.len());
    assert_eq!(uids.len(), lines.matches("BEGIN:VEVENT").count());
}
