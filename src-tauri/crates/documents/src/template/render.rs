//! Runs Tera with nothing in reach but the template, its context and the names of the sections.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use tera::{Context, ErrorKind, Kwargs, ReportError, State, Tera, Value};

use super::error::{Reason, Refused, TemplateProblem};
use super::escape;
use crate::block::Block;

/// Tera escapes what a template prints only in templates whose name ends so.
const SUFFIX: &str = ".tera";
/// Filters whose result Tera would print as it is, past the escaping.
const UNESCAPING_FILTERS: [&str; 4] = ["safe", "escape_html", "escape_xml", "newlines_to_br"];
/// How many unknown variables are looked for before giving up.
const MOST_UNKNOWN: usize = 200;

/// The template's CommonMark, with context strings and section markers in private-use characters.
pub(super) fn render(
    name: &str,
    source: &str,
    context: &Json,
    sections: &[(String, Vec<Block>)],
) -> Result<String, Vec<TemplateProblem>> {
    let reserved = reserved_characters(source);
    if !reserved.is_empty() {
        return Err(reserved);
    }
    let mut values = match escape::cleaned(context) {
        Json::Object(map) => map,
        _ => return Err(vec![TemplateProblem { line: None, reason: Reason::ContextNotAnObject }]),
    };
    let name = format!("{name}{SUFFIX}");
    let tera = environment(&name, source, sections).map_err(|error| vec![problem(&error)])?;
    let variables = tera.get_template_variables(&name).map_err(|error| vec![problem(&error)])?;
    let mut problems = Vec::new();
    loop {
        let context = Context::from_serialize(&values).map_err(|error| vec![problem(&error)])?;
        let error = match tera.render(&name, &context) {
            Ok(text) if problems.is_empty() => return Ok(text),
            Ok(_) => return Err(problems),
            Err(error) => error,
        };
        // An unknown variable is filled in so that one run names them all.
        match unknown_variable(source, &values, &error) {
            Some(unknown) if problems.len() < MOST_UNKNOWN && variables.contains(unknown.top()) => {
                let top = unknown.top().to_owned();
                let is_field = values.contains_key(&top);
                problems.push(unknown.into());
                if is_field {
                    return Err(problems);
                }
                values.insert(top, Json::String(String::new()));
            }
            _ if problems.is_empty() => return Err(vec![problem(&error)]),
            _ => return Err(problems),
        }
    }
}

fn environment(name: &str, source: &str, sections: &[(String, Vec<Block>)]) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on([SUFFIX]);
    tera.set_escape_fn(escape::escape);
    for filter in UNESCAPING_FILTERS {
        tera.register_filter(filter, move |_: &Value, _: Kwargs, _: &State| refuse_filter(filter));
    }
    tera.register_function("section", Sections::of(sections));
    tera.add_raw_template(name, source)?;
    Ok(tera)
}

fn refuse_filter(name: &str) -> tera::TeraResult<Value> {
    Err(tera::Error::message(format!("the filter `{name}` would let text pass as markup")))
}

/// The function `section(name="…")`.
struct Sections {
    markers: BTreeMap<String, char>,
}

impl Sections {
    fn of(sections: &[(String, Vec<Block>)]) -> Self {
        let named = sections.iter().enumerate();
        let markers =
            named.filter_map(|(index, (name, _))| Some((name.clone(), escape::marker(index)?))).collect();
        Self { markers }
    }
}

impl tera::Function<tera::TeraResult<Value>> for Sections {
    fn call(&self, arguments: Kwargs, _: &State) -> tera::TeraResult<Value> {
        let name = arguments.must_get::<&str>("name")?;
        match self.markers.get(name) {
            Some(marker) => Ok(Value::safe_string(&format!("\n\n{marker}\n\n"))),
            None => Err(tera::Error::message(format!("unknown section `{name}`"))),
        }
    }
}

fn reserved_characters(source: &str) -> Vec<TemplateProblem> {
    let lines = source.lines().enumerate();
    let at_fault = lines.filter(|(_, line)| line.chars().any(escape::is_reserved));
    at_fault
        .map(|(index, _)| TemplateProblem {
            line: Some(index + 1),
            reason: Reason::Refused(Refused::ReservedCharacter),
        })
        .collect()
}

fn problem(error: &tera::Error) -> TemplateProblem {
    match error.kind() {
        ErrorKind::SyntaxError(report) => at(report, Reason::Syntax(report.message().to_owned())),
        ErrorKind::RenderingError(report) => at(report, Reason::Rendering(report.message().to_owned())),
        other => TemplateProblem { line: None, reason: Reason::Rendering(other.to_string()) },
    }
}

fn at(report: &ReportError, reason: Reason) -> TemplateProblem {
    TemplateProblem { line: Some(report.span().start_line), reason }
}

/// A path under which the context has nothing.
struct Unknown {
    line: usize,
    path: String,
}

impl Unknown {
    fn top(&self) -> &str {
        self.path.split('.').next().unwrap_or(&self.path)
    }
}

impl From<Unknown> for TemplateProblem {
    fn from(unknown: Unknown) -> Self {
        Self { line: Some(unknown.line), reason: Reason::UnknownVariable(unknown.path) }
    }
}

/// The variable that Tera stumbled over, if the context has nothing under its path.
fn unknown_variable(
    source: &str,
    values: &serde_json::Map<String, Json>,
    error: &tera::Error,
) -> Option<Unknown> {
    let ErrorKind::RenderingError(report) = error.kind() else { return None };
    let span = report.span();
    let line = source.lines().nth(span.start_line.checked_sub(1)?)?;
    let path = path_around(line, span.start_col);
    let mut parts = path.split('.').filter(|part| !part.is_empty());
    let mut value = values.get(parts.next()?);
    for part in parts {
        value = value.and_then(|value| value.get(part));
    }
    value.is_none().then_some(Unknown { line: span.start_line, path })
}

/// The dotted name that holds this column.
fn path_around(line: &str, column: usize) -> String {
    let characters: Vec<char> = line.chars().collect();
    let is_part = |character: &&char| character.is_alphanumeric() || matches!(character, '_' | '.');
    let before = characters.iter().take(column).rev().take_while(is_part).count();
    characters.iter().skip(column - before.min(column)).take_while(is_part).collect()
}
