//! The command table: each command is declared here, once.
//!
//! From the table come the dispatcher by name (command line, bridge, tests), the TypeScript type `Commands`,
//! the JSON Schemas, the permission matrix and the functions of the desktop shell. Bodies are in `command/<word>.rs`.

use crate::access::{Effect, Needs};
use crate::error::{CommandError, CommandResult, ErrorCode, FieldError};
use crate::state::App;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Hands the whole table to a macro: `identifier, "word::verb", effect, needs, function, Request => Response`, a line each.
#[macro_export]
macro_rules! for_each_command {
    ($callback:path) => {
        $callback! {
            workspace_recent, "workspace::recent", Read, Nothing, workspace::recent, Empty => Recent;
            workspace_sample, "workspace::sample", Write, Nothing, workspace::sample, Empty => Sample;
            workspace_new, "workspace::new", Write, Nothing, workspace::new, NewWorkspace => NewWorkspaceDone;
            workspace_open, "workspace::open", Write, Nothing, workspace::open, Open => Opened;
            workspace_current, "workspace::current", Read, Nothing, workspace::current, Empty => Current;
            workspace_close, "workspace::close", Write, Nothing, workspace::close, Empty => Empty;
            workspace_home, "workspace::home", Read, Account, workspace::home, OnDay => Home;
            workspace_export, "workspace::export", Write, Account, workspace::export, Export => Exported;
            workspace_import, "workspace::import", Write, Content, workspace::import, Import => Imported;
            workspace_lock, "workspace::lock", Write, Nothing, workspace::lock, Empty => Empty;
            workspace_recover, "workspace::recover", Write, Nothing, workspace::recover, Recover => Recovered;
            workspace_recovery_sheet, "workspace::recovery_sheet", Write, Official, workspace::recovery_sheet, Passphrase => RecoverySheet;
            workspace_settings, "workspace::settings", Read, Account, workspace::settings, Empty => SettingsView;
            workspace_save_settings, "workspace::save_settings", Write, Official, workspace::save_settings, SaveSettings => SettingsView;
            workspace_place, "workspace::place", Read, Account, workspace::place, Empty => PlaceView;
            person_list, "person::list", Read, Account, person::list, Empty => PersonList;
            person_add, "person::add", Write, Official, person::add, AddPerson => PersonRow;
            person_save, "person::save", Write, Official, person::save, SavePerson => PersonRow;
            person_give_account, "person::give_account", Write, Official, person::give_account, GiveAccount => PersonRow;
            person_change_passphrase, "person::change_passphrase", Write, Account, person::change_passphrase, ChangePassphrase => Empty;
            person_reset_passphrase, "person::reset_passphrase", Write, Official, person::reset_passphrase, ResetPassphrase => PersonRow;
            person_remove_account, "person::remove_account", Write, Official, person::remove_account, RemoveAccount => RemovedAccount;
            person_import_identity, "person::import_identity", Write, Change, person::import_identity, ImportIdentity => PersonRow;
            history_as_of, "history::as_of", Read, Account, history::as_of, AsOf => AsOfView;
            history_undo_state, "history::undo_state", Read, Account, history::undo_state, Empty => UndoState;
            history_undo, "history::undo", Write, Change, history::undo, Empty => Undone;
            history_redo, "history::redo", Write, Change, history::redo, Empty => Undone;
            evidence_list, "evidence::list", Read, Account, evidence::list, EvidenceFilter => EvidenceList;
            evidence_add, "evidence::add", Write, Content, evidence::add, AddEvidence => EvidenceRow;
            evidence_save, "evidence::save", Write, Content, evidence::save, SaveEvidence => EvidenceRow;
            evidence_remove, "evidence::remove", Write, Content, evidence::remove, RemoveEvidence => Empty;
            retention_list, "retention::list", Read, Account, retention::list, OnDay => RetentionList;
            retention_dispose, "retention::dispose", Write, Official, retention::dispose, Dispose => Disposed;
            retention_hold, "retention::hold", Write, Official, retention::hold, PlaceHold => HoldRow;
            retention_release, "retention::release", Write, Official, retention::release, ReleaseHold => HoldRow;
            backup_list, "backup::list", Read, Account, backup::list, Empty => BackupList;
            backup_make, "backup::make", Write, Account, backup::make, Empty => BackupRow;
            backup_preview, "backup::preview", Read, Official, backup::preview, BackupName => BackupPreview;
            backup_restore, "backup::restore", Write, Official, backup::restore, BackupName => Restored;
            phi_look, "phi::look", Read, Nothing, phi::look, LookRequest => Looked;
            organization_get, "organization::get", Read, Account, organization::get, Empty => OrganizationView;
            organization_save, "organization::save", Write, Content, organization::save, SaveOrganization => SavedOrganization;
            assessment_list, "assessment::list", Read, Account, assessment::list, Empty => AssessmentList;
            assessment_get, "assessment::get", Read, Account, assessment::get, Empty => AssessmentView;
            assessment_save, "assessment::save", Write, Content, assessment::save, SaveAssessment => Saved;
            assessment_begin, "assessment::begin", Write, Content, assessment::begin, Begin => Begun;
            assessment_confirm, "assessment::confirm", Write, Content, assessment::confirm, Confirm => Confirmed;
            assessment_path, "assessment::path", Read, Account, assessment::path, Empty => Path;
            assessment_answer, "assessment::answer", Write, Content, assessment::answer, SaveAnswer => SavedAnswer;
            assessment_submit, "assessment::submit", Write, Content, assessment::submit, Empty => AssessmentView;
            assessment_approve, "assessment::approve", Write, Judgement, assessment::approve, Approve => AssessmentView;
            assessment_reject, "assessment::reject", Write, Judgement, assessment::reject, Reject => AssessmentView;
            assessment_addendum, "assessment::addendum", Write, Content, assessment::addendum, AddAddendum => AssessmentView;
            assessment_proof, "assessment::proof", Read, Account, assessment::proof, Empty => Proof;
            assessment_difference, "assessment::difference", Read, Account, assessment::difference, Compare => DifferenceView;
            inventory_get, "inventory::get", Read, Account, inventory::get, Empty => Inventory;
            inventory_save_asset, "inventory::save_asset", Write, Content, inventory::save_asset, SaveAsset => Saved;
            inventory_remove_asset, "inventory::remove_asset", Write, Content, inventory::remove_asset, AssetName => Empty;
            inventory_save_flow, "inventory::save_flow", Write, Content, inventory::save_flow, SaveFlow => Inventory;
            inventory_remove_flow, "inventory::remove_flow", Write, Content, inventory::remove_flow, FlowPlace => Inventory;
            inventory_save_vendor, "inventory::save_vendor", Write, Content, inventory::save_vendor, SaveVendor => Inventory;
            inventory_remove_vendor, "inventory::remove_vendor", Write, Content, inventory::remove_vendor, VendorName => Inventory;
            inventory_starters, "inventory::starters", Read, Account, inventory::starters, Empty => StarterList;
            inventory_add_starters, "inventory::add_starters", Write, Content, inventory::add_starters, AddStarters => Added;
            inventory_preview, "inventory::preview", Read, Account, inventory::preview, PreviewImport => ImportPreview;
            inventory_import, "inventory::import", Write, Content, inventory::import, ImportAssets => ImportedAssets;
            threat_list, "threat::list", Read, Account, threat::list, Empty => ThreatList;
            threat_decide, "threat::decide", Write, Content, threat::decide, DecideThreat => Saved;
            threat_save_own, "threat::save_own", Write, Content, threat::save_own, SaveOwnThreat => Saved;
            threat_remove_own, "threat::remove_own", Write, Content, threat::remove_own, ThreatName => Empty;
            threat_propose, "threat::propose", Read, Account, threat::propose, Empty => Proposals;
            threat_add_risks, "threat::add_risks", Write, Content, threat::add_risks, AddRisks => Added;
            risk_list, "risk::list", Read, Account, risk::list, Empty => RiskList;
            risk_get, "risk::get", Read, Account, risk::get, RiskName => RiskDetail;
            risk_rate, "risk::rate", Read, Nothing, risk::rate, RateRequest => Rating;
            risk_save, "risk::save", Write, Content, risk::save, SaveRisk => SavedRisk;
            risk_save_facts, "risk::save_facts", Write, Content, risk::save_facts, SaveRiskFacts => RiskDetail;
            risk_treat, "risk::treat", Write, Content, risk::treat, TreatRisk => RiskDetail;
            risk_accept, "risk::accept", Write, Change, risk::accept, AcceptRisk => RiskDetail;
            risk_finish, "risk::finish", Write, Content, risk::finish, FinishTreatment => RiskDetail;
            risk_close, "risk::close", Write, Content, risk::close, CloseRisk => RiskDetail;
            risk_remove, "risk::remove", Write, Content, risk::remove, RiskName => Empty;
            safeguard_list, "safeguard::list", Read, Account, safeguard::list, Empty => SafeguardList;
            safeguard_save, "safeguard::save", Write, Content, safeguard::save, SaveSafeguard => Saved;
            safeguard_decide, "safeguard::decide", Write, Content, safeguard::decide, SaveDecision => Saved;
            safeguard_approve, "safeguard::approve", Write, Official, safeguard::approve, ApproveDecisions => SafeguardList;
            trigger_list, "trigger::list", Read, Account, trigger::list, Empty => TriggerList;
            trigger_open, "trigger::open", Write, Content, trigger::open, OpenTrigger => TriggerRow;
            trigger_close, "trigger::close", Write, Content, trigger::close, CloseTrigger => TriggerRow;
            report_list, "report::list", Read, Account, report::list, Empty => ReportList;
            report_write, "report::write", Write, Account, report::write, WriteReport => WrittenReport;
            policy_list, "policy::list", Read, Account, policy::list, OnDay => PolicyList;
            policy_get, "policy::get", Read, Account, policy::get, PolicyName => PolicyDetail;
            policy_lint, "policy::lint", Read, Nothing, policy::lint, LintRequest => Report;
            policy_save_statement, "policy::save_statement", Write, Content, policy::save_statement, SaveStatement => SavedStatement;
            policy_recommend, "policy::recommend", Read, Account, policy::recommend, Empty => Recommendations;
            policy_draft, "policy::draft", Write, Content, policy::draft, DraftPolicy => Drafted;
            policy_begin, "policy::begin", Write, Content, policy::begin, BeginVersion => Drafted;
            policy_save, "policy::save", Write, Content, policy::save, SaveVersion => PolicyDetail;
            policy_discard, "policy::discard", Write, Content, policy::discard, VersionName => Empty;
            policy_gates, "policy::gates", Read, Account, policy::gates, VersionName => Gates;
            policy_submit, "policy::submit", Write, Content, policy::submit, SubmitVersion => Gates;
            policy_send_back, "policy::send_back", Write, Judgement, policy::send_back, SendBack => Gates;
            policy_approve, "policy::approve", Write, Judgement, policy::approve, ApproveVersion => Gates;
            policy_approve_by_document, "policy::approve_by_document", Write, Official, policy::approve_by_document, ApproveByDocument => Gates;
            policy_approve_on_paper, "policy::approve_on_paper", Write, Official, policy::approve_on_paper, ApproveOnPaper => Gates;
            policy_publish, "policy::publish", Write, Official, policy::publish, VersionName => Gates;
            policy_review, "policy::review", Write, Content, policy::review, ReviewPolicy => Gates;
            policy_retire, "policy::retire", Write, Official, policy::retire, RetirePolicy => Empty;
            policy_grant_exception, "policy::grant_exception", Write, Official, policy::grant_exception, GrantException => PolicyDetail;
            policy_end_exception, "policy::end_exception", Write, Official, policy::end_exception, EndException => PolicyDetail;
            policy_distribute, "policy::distribute", Write, Content, policy::distribute, Distribute => PolicyDetail;
            policy_acknowledge, "policy::acknowledge", Write, Content, policy::acknowledge, Acknowledge => PolicyDetail;
            policy_coverage, "policy::coverage", Read, Account, policy::coverage, OnDay => CoverageView;
            policy_compare, "policy::compare", Read, Account, policy::compare, CompareVersions => Comparison;
            framework_list, "framework::list", Read, Account, framework::list, Empty => FrameworkList;
            framework_elements, "framework::elements", Read, Account, framework::elements, FindElements => FrameworkElements;
            framework_propose, "framework::propose", Read, Account, framework::propose, ProposeElements => ElementProposals;
            framework_preview, "framework::preview", Read, Account, framework::preview, PreviewFramework => FrameworkPreview;
            framework_import, "framework::import", Write, Content, framework::import, ImportFramework => FrameworkList;
            framework_retire, "framework::retire", Write, Content, framework::retire, FrameworkName => FrameworkList;
            framework_remove, "framework::remove", Write, Content, framework::remove, FrameworkName => FrameworkList;
            incident_list, "incident::list", Read, Account, incident::list, Empty => IncidentList;
            incident_get, "incident::get", Read, Account, incident::get, IncidentName => IncidentDetail;
            incident_open, "incident::open", Write, Content, incident::open, OpenIncident => IncidentDetail;
            incident_save, "incident::save", Write, Content, incident::save, SaveIncident => IncidentDetail;
            incident_close, "incident::close", Write, Content, incident::close, CloseIncident => IncidentDetail;
            practice_list, "practice::list", Read, Account, practice::list, OnDay => PracticeList;
            practice_check, "practice::check", Read, Account, practice::check, CheckRequest => Check;
            practice_options, "practice::options", Read, Account, practice::options, Empty => PracticeOptions;
            practice_get, "practice::get", Read, Account, practice::get, PracticeName => PracticeDetail;
            practice_begin, "practice::begin", Write, Content, practice::begin, BeginPractice => PracticeDetail;
            practice_save, "practice::save", Write, Content, practice::save, SavePractice => PracticeDetail;
            practice_remove, "practice::remove", Write, Content, practice::remove, PracticeName => Empty;
            practice_start, "practice::start", Write, Content, practice::start, PracticeDay => PracticeDetail;
            practice_end, "practice::end", Write, Content, practice::end, PracticeDay => PracticeDetail;
            practice_record, "practice::record", Write, Content, practice::record, RecordApplication => PracticeDetail;
            practice_review, "practice::review", Write, Content, practice::review, ReviewPractice => PracticeDetail;
            practice_decide, "practice::decide", Write, Judgement, practice::decide, DecideCase => PracticeDetail;
            practice_approve_block, "practice::approve_block", Write, Judgement, practice::approve_block, ApproveBlock => PracticeDetail;
            practice_write_sheet, "practice::write_sheet", Write, Account, practice::write_sheet, CheckRequest => WrittenReport;
            practice_judge, "practice::judge", Write, Judgement, practice::judge, Judge => Check;
            document_list, "document::list", Read, Account, document::list, Empty => DocumentList;
            document_write, "document::write", Write, Change, document::write, WriteDocument => DocumentRow;
            document_sign, "document::sign", Write, Change, document::sign, SignDocument => SignedDocument;
            document_verify, "document::verify", Read, Account, document::verify, DocumentName => VerifyReport;
            audit_list, "audit::list", Read, Account, audit::list, AuditPage => AuditList;
            audit_verify, "audit::verify", Read, Account, audit::verify, Empty => AuditVerified;
        }
    };
}

/// A line of the table as data.
#[derive(Debug, Clone, Serialize)]
pub struct Command {
    /// `word::verb`.
    pub name: &'static str,
    /// Whether it changes anything.
    pub effect: Effect,
    /// The access it needs.
    pub access: Needs,
    /// JSON Schema of the request.
    pub request: Value,
    /// JSON Schema of the response.
    pub response: Value,
}

/// The largest request taken, in bytes of JSON.
pub const LARGEST_REQUEST: usize = 32 * 1024 * 1024;

/// The most values a request may hold, lists and mappings counted too; content of a large hospital has far fewer.
pub const MOST_VALUES: usize = 500_000;

/// Reads a line `{"command": …, "request": …}`; a request without fields may be left out.
///
/// # Errors
/// `invalid` where it is too large, no JSON, or names no command.
pub fn read_request(line: &str) -> CommandResult<(String, Value)> {
    let refused = |message: String| CommandError::new(ErrorCode::Invalid, message);
    if line.len() > LARGEST_REQUEST {
        return Err(refused(format!("A request has at most {LARGEST_REQUEST} bytes.")));
    }
    if values(line) > MOST_VALUES {
        return Err(refused(format!("A request holds at most {MOST_VALUES} values.")));
    }
    let mut line: Value =
        serde_json::from_str(line).map_err(|error| refused(format!("This line is not JSON: {error}.")))?;
    let command = line.get("command").and_then(Value::as_str).map(str::to_owned).ok_or_else(|| {
        refused("The line names no command.".to_owned())
            .hint("Write {\"command\":\"risk::rate\",\"request\":{…}}.")
    })?;
    let request = line.get_mut("request").map_or_else(|| Value::Object(serde_json::Map::new()), Value::take);
    Ok((command, request))
}

/// About how many values a JSON text holds, without holding any: commas and brackets outside of strings.
fn values(text: &str) -> usize {
    let (mut count, mut in_string, mut escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b',' | b'[' | b'{' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

macro_rules! dispatcher {
    ($($identifier:ident, $name:literal, $effect:ident, $needs:ident, $word:ident::$verb:ident, $request:ident => $response:ident;)*) => {
        /// Runs the command of this name with a request as JSON.
        ///
        /// # Errors
        /// `unknown_command`, `invalid` with every wrong field, `forbidden`, or what the command answers.
        pub fn call(app: &App, name: &str, request: Value) -> CommandResult<Value> {
            match name {
                $($name => answer(app, $name, Effect::$effect, Needs::$needs, request, crate::command::$word::$verb),)*
                _ => Err(unknown(name)),
            }
        }

        /// The whole table.
        #[must_use]
        pub fn table() -> Vec<Command> {
            vec![$(Command {
                name: $name,
                effect: Effect::$effect,
                access: Needs::$needs,
                request: schema::<crate::command::$word::$request>(),
                response: schema::<crate::command::$word::$response>(),
            },)*]
        }

        /// The TypeScript type `Commands`, and the declarations of all types it names, by file name.
        ///
        /// # Errors
        /// The first type that ts-rs cannot write.
        pub fn typescript(folder: &std::path::Path) -> Result<String, ts_rs::ExportError> {
            use ts_rs::TS;
            let config = ts_rs::Config::new().with_out_dir(folder).with_large_int("number");
            let mut lines = Vec::new();
            let mut names = std::collections::BTreeSet::new();
            CommandError::export_all(&config)?;
            $(
                crate::command::$word::$request::export_all(&config)?;
                crate::command::$word::$response::export_all(&config)?;
                names.insert(crate::command::$word::$request::name(&config));
                names.insert(crate::command::$word::$response::name(&config));
                lines.push(format!(
                    "  \"{}\": {{ request: {}; response: {} }};",
                    $name,
                    crate::command::$word::$request::name(&config),
                    crate::command::$word::$response::name(&config),
                ));
            )*
            Ok(declared(&names, &lines))
        }
    };
}

for_each_command!(dispatcher);

fn declared(names: &std::collections::BTreeSet<String>, lines: &[String]) -> String {
    let imports: Vec<String> =
        names.iter().map(|name| format!("import type {{ {name} }} from \"./{name}\";")).collect();
    format!(
        "// Generated from the command table; do not edit.\n{}\n\nexport type Commands = {{\n{}\n}};\n",
        imports.join("\n"),
        lines.join("\n")
    )
}

fn schema<T: schemars::JsonSchema>() -> Value {
    schemars::schema_for!(T).to_value()
}

fn answer<Q: DeserializeOwned, A: Serialize>(
    app: &App,
    name: &'static str,
    effect: Effect,
    needs: Needs,
    request: Value,
    body: impl FnOnce(&mut crate::state::State, Q) -> CommandResult<A>,
) -> CommandResult<Value> {
    // Within the run: whoever may not call a command is not told what its request looks like either.
    let answer = app.run(name, effect, needs, |state| {
        let request = serde_json::from_value(request).map_err(|error| malformed(&error))?;
        body(state, request)
    })?;
    serde_json::to_value(answer).map_err(|_| CommandError::internal("answer"))
}

fn malformed(error: &serde_json::Error) -> CommandError {
    let message = error.to_string();
    CommandError::invalid(
        "The request does not have the form that the command takes.",
        vec![FieldError {
            field: "request".to_owned(),
            code: "malformed".to_owned(),
            message,
            limit: None,
            line: None,
            column: None,
        }],
    )
    .hint("`riskwright commands` prints the JSON Schema of every request.")
}

fn unknown(name: &str) -> CommandError {
    let shown: String = name.chars().take(60).collect();
    CommandError::new(ErrorCode::UnknownCommand, format!("There is no command {shown:?}."))
        .hint("`riskwright commands` lists all of them.")
}
