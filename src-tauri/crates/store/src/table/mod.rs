//! The tables, one file each: reads are methods of [`Reader`](crate::Reader), writes of
//! [`Writer`](crate::Writer). A write of a current row appends its revision.

pub mod number;
pub mod revision;
pub mod row;

mod addressable_decision;
pub(crate) mod approval;
mod assessment;
mod asset;
mod certificate;
pub(crate) mod document;
mod evidence;
mod factor_answer;
mod framework;
mod incident;
mod legal_hold;
mod organization;
mod person;
mod policy;
mod policy_version;
mod practice;
mod risk;
mod safeguard_status;
mod settings;
mod threat_disposition;
mod trigger;

pub(crate) mod workspace;
