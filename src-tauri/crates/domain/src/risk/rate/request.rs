//! A rating asked for as JSON: `{"initiation":…,"adverse":…,"impact":{"c":…,"i":…,"a":…}}`.
//! A level is its word or a number from 0 to 100; reading lines and exit codes belong to the command line.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::{Map, Value};

use super::{CiaImpact, Rating, rate};
use crate::risk::level::Level;

/// Rates one request, or names everything that is wrong with it in the order of the fields.
pub fn rate_request(request: &Value) -> Result<Rating, RateError> {
    let Value::Object(fields) = request else {
        return Err(RateError { problems: vec![RateProblem::NotAnObject { field: "" }] });
    };
    let mut problems = Vec::new();
    let initiation = read_level(fields, "initiation", "initiation", &mut problems);
    let adverse = read_level(fields, "adverse", "adverse", &mut problems);
    let impact = read_impact(fields, &mut problems);
    match (initiation, adverse, impact) {
        (Some(initiation), Some(adverse), Some(impact)) => Ok(rate(initiation, adverse, impact)),
        _ => Err(RateError { problems }),
    }
}

/// Everything that keeps a request from being rated; never empty.
///
/// Serializes as `{code, field, message, errors: [{code, field, message}]}`, the first three being those of the first
/// problem.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{} problem(s) in the request", problems.len())]
pub struct RateError {
    /// In the order of the fields.
    pub problems: Vec<RateProblem>,
}

/// One thing wrong with a request.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RateProblem {
    /// The request, or its impact, is no JSON object.
    #[error("an object is required")]
    NotAnObject { field: &'static str },
    /// A field is absent or null.
    #[error("a level is required")]
    Missing { field: &'static str },
    /// A value is neither a level nor a number.
    #[error("{value} is not one of very_low, low, moderate, high, very_high or a number from 0 to 100")]
    UnknownLevel { field: &'static str, value: Value },
    /// A number is below 0 or above 100.
    #[error("{value} is outside 0 to 100")]
    OutsideScale { field: &'static str, value: Value },
}

impl RateProblem {
    /// The code a script can act on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnObject { .. } => "not_an_object",
            Self::Missing { .. } => "required",
            Self::UnknownLevel { .. } => "unknown_level",
            Self::OutsideScale { .. } => "outside_scale",
        }
    }

    /// The path of the field at fault, empty for the request as a whole.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NotAnObject { field }
            | Self::Missing { field }
            | Self::UnknownLevel { field, .. }
            | Self::OutsideScale { field, .. } => field,
        }
    }
}

impl Serialize for RateProblem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("RateProblem", 3)?;
        object.serialize_field("code", self.code())?;
        object.serialize_field("field", self.field())?;
        object.serialize_field("message", &self.to_string())?;
        object.end()
    }
}

impl Serialize for RateError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let first = self.problems.first();
        let mut object = serializer.serialize_struct("RateError", 4)?;
        object.serialize_field("code", first.map_or("", RateProblem::code))?;
        object.serialize_field("field", first.map_or("", RateProblem::field))?;
        object.serialize_field("message", &first.map(ToString::to_string))?;
        object.serialize_field("errors", &self.problems)?;
        object.end()
    }
}

fn read_impact(fields: &Map<String, Value>, problems: &mut Vec<RateProblem>) -> Option<CiaImpact> {
    let nothing = Map::new();
    let impact = match fields.get("impact") {
        None | Some(Value::Null) => &nothing,
        Some(Value::Object(impact)) => impact,
        Some(_) => {
            problems.push(RateProblem::NotAnObject { field: "impact" });
            return None;
        }
    };
    let c = read_level(impact, "c", "impact.c", problems);
    let i = read_level(impact, "i", "impact.i", problems);
    let a = read_level(impact, "a", "impact.a", problems);
    Some(CiaImpact { c: c?, i: i?, a: a? })
}

fn read_level(
    fields: &Map<String, Value>,
    key: &str,
    field: &'static str,
    problems: &mut Vec<RateProblem>,
) -> Option<Level> {
    let level = match fields.get(key) {
        None | Some(Value::Null) => Err(RateProblem::Missing { field }),
        Some(Value::String(word)) => {
            word.parse().map_err(|_| RateProblem::UnknownLevel { field, value: word.as_str().into() })
        }
        Some(Value::Number(number)) => Level::from_0_100(number.as_f64().unwrap_or(f64::NAN))
            .map_err(|_| RateProblem::OutsideScale { field, value: number.clone().into() }),
        Some(other) => Err(RateProblem::UnknownLevel { field, value: other.clone() }),
    };
    level.map_err(|problem| problems.push(problem)).ok()
}
