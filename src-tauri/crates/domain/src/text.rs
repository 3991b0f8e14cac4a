//! What is asked of free text in many places. What a text means does not belong here.

/// Whether there is nothing to read in it.
#[must_use]
pub fn blank(text: &str) -> bool {
    text.trim().is_empty()
}
