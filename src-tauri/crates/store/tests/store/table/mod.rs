//! What a table does beyond what all of them do; one file a word.

mod approval;
mod assessment;
mod document;
mod number;
mod person;
mod policy;
