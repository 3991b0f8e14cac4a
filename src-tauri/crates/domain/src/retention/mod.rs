//! How long records are kept: six years after creation or last effect (45 CFR 164.316(b)(2)(i)), and holds.
//!
//! Here: what protects a record and until when, as pure functions. Not here: how bytes are disposed of.

mod hold;
mod lifetime;
mod need;
mod period;
mod record;
mod schedule;

pub use hold::{LegalHold, Release};
pub use lifetime::{InEffect, Lifetime};
pub use need::{Need, needs};
pub use period::{YEARS, six_years_after};
pub use record::{
    ASSESSMENT, DOCUMENT, EVIDENCE, INCIDENT, POLICY, POLICY_VERSION, PRACTICE, RecordName, WrittenDocument,
};
pub use schedule::{Kept, RetentionState, Workspace, schedule};
