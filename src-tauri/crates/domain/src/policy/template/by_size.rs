//! A value that may differ by size.

use super::Size;
use serde::Deserialize;

/// One value, or one for each size.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "one value, or small, medium and large with a value each")]
pub enum BySize<T> {
    /// The same for all.
    Same(T),
    /// By size.
    Each(EachSize<T>),
}

/// A value for each size.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EachSize<T> {
    small: T,
    medium: T,
    large: T,
}

impl<T> BySize<T> {
    /// The value for a size.
    #[must_use]
    pub const fn of(&self, size: Size) -> &T {
        match (self, size) {
            (Self::Same(value), _) => value,
            (Self::Each(each), Size::Small) => &each.small,
            (Self::Each(each), Size::Medium) => &each.medium,
            (Self::Each(each), Size::Large) => &each.large,
        }
    }
}
