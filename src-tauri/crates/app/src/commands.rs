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
            organization_get, "organization::get", Read, Account, organization::get, Empty => OrganizationView;
            organization_save, "organization::save", Write, Content, organization::save, SaveOrganization => SavedOrganization;
            assessment_get, "assessment::get", Read, Account, assessment::get, Empty => AssessmentView;
            risk_list, "risk::list", Read, Account, risk::list, Empty => RiskList;
            risk_get, "risk::get", Read, Account, risk::get, RiskName => RiskDetail;
            risk_rate, "risk::rate", Read, Nothing, risk::rate, RateRequest => Rating;
            risk_save, "risk::save", Write, Content, risk::save, SaveRisk => SavedRisk;
            policy_list, "policy::list", Read, Account, policy::list, OnDay => PolicyList;
            policy_get, "policy::get", Read, Account, policy::get, PolicyName => PolicyDetail;
            policy_lint, "policy::lint", Read, Nothing, policy::lint, LintRequest => Report;
            policy_save_statement, "policy::save_statement", Write, Content, policy::save_statement, SaveStatement => SavedStatement;
            practice_list, "practice::list", Read, Account, practice::list, OnDay => PracticeList;
            practice_check, "practice::check", Read, Account, practice::check, CheckRequest => Check;
            practice_judge, "practice::judge", Write, Judgement, practice::judge, Judge => Check;
            document_list, "document::list", Read, Account, document::list, Empty => DocumentList;
            document_write, "document::write", Write, Account, document::write, WriteDocument => DocumentRow;
            document_sign, "document::sign", Write, Account, document::sign, SignDocument => SignedDocument;
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
pub const LARGEST_REQUEST: usize = 8 * 1024 * 1024;

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
    let request = serde_json::from_value(request).map_err(|error| malformed(&error))?;
    let answer = app.run(name, effect, needs, |state| body(state, request))?;
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
