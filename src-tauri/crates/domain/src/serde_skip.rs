//! When a field is left out of the exchange form, beside what the standard library can say.

/// Whether a mark is not set, and so not written.
#[must_use]
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field over by reference")]
pub(crate) fn is_false(mark: &bool) -> bool {
    !mark
}
