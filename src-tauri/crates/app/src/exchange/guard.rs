//! Signs of patients' data in a file, each with its place; they are pointed out and never refused.

use super::node::Node;
use crate::command::phi::{PhiWarning, advice};
use riskwright_domain::phi::look;

/// Every sign in the texts of a file, in its order.
#[must_use]
pub fn warnings(root: &Node) -> Vec<PhiWarning> {
    let mut found = Vec::new();
    root.each_text(&mut |pointer, line, text| {
        // The blocks of a seal repeat the text of the version they seal.
        if pointer.ends_with("/seal/blocks") {
            return;
        }
        found.extend(look(text).into_iter().map(|sign| PhiWarning {
            field: pointer.to_owned(),
            line,
            kind: sign.kind,
            message: advice(sign.kind).to_owned(),
        }));
    });
    found
}
