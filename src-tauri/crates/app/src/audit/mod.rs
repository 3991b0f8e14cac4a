//! The trail for people: a sentence for each line, and the trail as a table on paper or in a spreadsheet.
//!
//! Which lines pass a filter is the store's; whether the chain holds is the domain's.

pub mod sheet;
pub mod table;
pub mod words;
