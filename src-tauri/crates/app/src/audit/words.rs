//! A line of the trail as a sentence.

use crate::history::label::record_label;
use riskwright_domain::audit::Revision;
use serde_json::Value;

/// What a command did to a record, between the person's name and the record's.
const DEEDS: [(&str, &str); 86] = [
    ("risk::save", "re-rated"),
    ("policy::save_statement", "changed the text of"),
    ("policy::draft", "drafted"),
    ("policy::begin", "began"),
    ("policy::save", "changed the text of"),
    ("policy::discard", "threw away"),
    ("policy::submit", "handed in"),
    ("policy::send_back", "sent back"),
    ("policy::approve", "approved with"),
    ("policy::approve_by_document", "recorded a returned signed copy with"),
    ("policy::approve_on_paper", "recorded a copy signed in ink with"),
    ("policy::publish", "put into force with"),
    ("policy::review", "reviewed"),
    ("policy::retire", "ended"),
    ("policy::grant_exception", "granted an exception to"),
    ("policy::end_exception", "ended an exception to"),
    ("policy::distribute", "recorded who was given"),
    ("policy::acknowledge", "recorded who has read"),
    ("practice::begin", "registered"),
    ("practice::save", "changed"),
    ("practice::remove", "took out"),
    ("practice::start", "started"),
    ("practice::end", "ended"),
    ("practice::record", "recorded an application of"),
    ("practice::review", "reviewed"),
    ("practice::decide", "decided the case of"),
    ("practice::approve_block", "approved the full block of"),
    ("practice::judge", "judged a criterion of"),
    ("framework::import", "imported the standard"),
    ("framework::retire", "marked as superseded the standard"),
    ("framework::remove", "took out the standard"),
    ("incident::open", "logged"),
    ("incident::save", "changed the times of"),
    ("incident::close", "closed"),
    ("organization::save", "changed"),
    ("evidence::add", "recorded"),
    ("evidence::save", "changed"),
    ("evidence::remove", "took off the register"),
    ("document::write", "wrote"),
    ("document::sign", "signed"),
    ("person::add", "added"),
    ("person::save", "changed the particulars of"),
    ("person::give_account", "gave an account to"),
    ("person::reset_passphrase", "reset the passphrase of"),
    ("person::remove_account", "removed the account of"),
    ("person::import_identity", "imported a signing identity for"),
    ("retention::dispose", "disposed of"),
    ("retention::hold", "placed the legal hold"),
    ("retention::release", "released the legal hold"),
    ("workspace::new", "began the workspace with"),
    ("workspace::import", "imported"),
    ("workspace::save_settings", "changed"),
    ("backup::restore", "restored"),
    ("history::undo", "took back a change of"),
    ("history::redo", "did again a change of"),
    ("risk::save_facts", "described"),
    ("risk::treat", "planned the treatment of"),
    ("risk::accept", "accepted"),
    ("risk::finish", "ended the treatment of"),
    ("risk::close", "closed"),
    ("risk::remove", "removed"),
    ("threat::decide", "settled"),
    ("threat::save_own", "changed the own threats of"),
    ("threat::remove_own", "took out a threat with"),
    ("threat::add_risks", "put into the register"),
    ("safeguard::save", "settled"),
    ("safeguard::decide", "settled"),
    ("safeguard::approve", "approved"),
    ("inventory::save_asset", "described"),
    ("inventory::remove_asset", "removed"),
    ("inventory::save_flow", "changed the flows of"),
    ("inventory::remove_flow", "changed the flows of"),
    ("inventory::save_vendor", "changed the vendors of"),
    ("inventory::remove_vendor", "changed the vendors of"),
    ("inventory::add_starters", "added from the starter list"),
    ("inventory::import", "imported from a spreadsheet"),
    ("assessment::begin", "began the assessment with"),
    ("assessment::save", "changed what is said of"),
    ("assessment::answer", "gave"),
    ("assessment::confirm", "confirmed"),
    ("assessment::submit", "handed in"),
    ("assessment::approve", "approved with"),
    ("assessment::reject", "sent back"),
    ("assessment::addendum", "added a correction to"),
    ("trigger::open", "opened the review"),
    ("trigger::close", "ended the review"),
];

/// What happened where no record changed, after the person's name.
const HAPPENINGS: [(&str, &str); 23] = [
    ("workspace_created", "created the workspace"),
    ("workspace::open", "opened the workspace"),
    ("workspace::open_failed", "noted sign-ins that failed before this one"),
    ("workspace::lock", "locked the workspace"),
    ("workspace::recover", "opened the workspace with the recovery key"),
    ("workspace::recovery_sheet", "was shown the recovery key"),
    ("workspace::export", "exported the whole content"),
    ("workspace::import", "imported an exchange file"),
    ("workspace::print", "printed a page"),
    ("workspace::backup", "wrote a backup"),
    ("backup::make", "made a backup"),
    ("backup::restore", "restored from a backup"),
    ("restored", "restored from a backup"),
    ("audit::export", "exported the audit trail"),
    ("history::undo", "took back an own change"),
    ("history::redo", "did an own change again"),
    ("person::change_passphrase", "changed the own passphrase"),
    ("person::reset_passphrase", "reset a passphrase"),
    ("person::give_account", "gave an account"),
    ("person::remove_account", "removed an account"),
    ("retention::dispose", "disposed of records"),
    ("reordered", "put a list into another order"),
    ("rekeyed", "gave the workspace a new key"),
];

/// The sentence: `Dana Whitfield re-rated R-0042`; `name` is who, as people call them.
#[must_use]
pub fn sentence(name: &str, line: &Revision) -> String {
    if line.kind == "event" { happening(name, line) } else { deed(name, line) }
}

fn deed(name: &str, line: &Revision) -> String {
    let record = record_label(&line.kind, &line.id);
    match DEEDS.iter().find(|(command, _)| *command == line.command) {
        Some((_, verb)) => format!("{name} {verb} {record}"),
        None => format!("{name} {} {record} ({})", change(line), line.command),
    }
}

fn change(line: &Revision) -> &'static str {
    match (line.body.as_deref(), line.number) {
        (Some("null"), _) => "removed",
        (_, 1) => "added",
        _ => "changed",
    }
}

fn happening(name: &str, line: &Revision) -> String {
    let body: Value =
        line.body.as_deref().and_then(|body| serde_json::from_str(body).ok()).unwrap_or_default();
    let told = |field: &str| body.get(field).and_then(Value::as_str).unwrap_or("something").to_owned();
    match line.id.as_str() {
        "clock_back" => "The clock of this machine had been set back".to_owned(),
        "access::refused" => format!("{name} was refused {}", told("command")),
        "document::open" => format!("{name} opened the file of {}", told("document")),
        "evidence::view" => format!("{name} looked at the file of {}", told("evidence")),
        "evidence::remove" => format!("{name} gave the reason for removing {}", told("evidence")),
        "evidence_stored" => format!("{name} stored a file of evidence"),
        "numbers_used" => format!("{name} left the numbers that {} had given out", told("of")),
        "document::write" => format!("{name} wrote {} to a file outside the workspace", told("policy")),
        "practice::write_sheet" => format!("{name} wrote the evidence sheet of {}", told("practice")),
        "report::write" => {
            format!("{name} wrote a report of {}: {}", told("assessment"), told("title").to_lowercase())
        }
        "reordered" => format!("{name} put a list of kind {} into another order", told("kind")),
        id => match HAPPENINGS.iter().find(|(event, _)| *event == id) {
            Some((_, words)) => format!("{name} {words}"),
            None => format!("{name}: {}", line.command),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn line(command: &str, kind: &str, id: &str, number: i64, body: &str) -> Revision {
        Revision {
            sequence: 1,
            kind: kind.to_owned(),
            id: id.to_owned(),
            number,
            recorded_at: Timestamp::UNIX_EPOCH,
            by: "dana".to_owned(),
            command: command.to_owned(),
            schema: 1,
            body: Some(body.to_owned()),
            body_hash: String::new(),
            previous_hash: String::new(),
        }
    }

    #[test]
    fn each_line_is_a_sentence() {
        let cases = [
            (line("risk::save", "risk", "AS-2026/R-0042", 2, "{}"), "Dana re-rated R-0042"),
            (
                line("history::undo", "policy_version", "POL-11/2.0", 3, "{}"),
                "Dana took back a change of POL-11 version 2.0",
            ),
            (
                line("access::refused", "event", "access::refused", 1, r#"{"command":"risk::save"}"#),
                "Dana was refused risk::save",
            ),
            (
                line("document::open", "event", "document::open", 1, r#"{"document":"D-0001"}"#),
                "Dana opened the file of D-0001",
            ),
            (line("workspace::open", "event", "workspace::open", 1, "{}"), "Dana opened the workspace"),
            (
                line("risk::save", "event", "clock_back", 1, "{}"),
                "The clock of this machine had been set back",
            ),
            (
                line("later::command", "risk", "AS-2026/R-0042", 2, "{}"),
                "Dana changed R-0042 (later::command)",
            ),
            (line("later::command", "person", "P-009", 1, "{}"), "Dana added P-009 (later::command)"),
            (line("later::command", "person", "P-009", 2, "null"), "Dana removed P-009 (later::command)"),
            (line("later::command", "event", "unheard_of", 1, "{}"), "Dana: later::command"),
        ];
        for (line, expected) in cases {
            assert_eq!(sentence("Dana", &line), expected);
        }
    }
}
