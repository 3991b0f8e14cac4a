//! The bound on what reading one revision may take.

use std::cell::Cell;

use super::{Read, ReadError};

/// Values that one revision may hold in memory; a tagged document of a thousand pages needs about a quarter of it.
const VALUES: usize = 2_000_000;

/// Bytes that the streams of one revision may decompress to.
const DECOMPRESSED: usize = 64 << 20;

/// Bytes of text that weigh as much as one value.
const BYTES_A_VALUE: usize = 32;

/// What is left of the bound.
pub(crate) struct Budget {
    values: Cell<usize>,
    decompressed: Cell<usize>,
}

impl Budget {
    /// The whole bound.
    pub(crate) fn full() -> Self {
        Self { values: Cell::new(VALUES), decompressed: Cell::new(DECOMPRESSED) }
    }

    /// Takes one value.
    pub(crate) fn take_value(&self) -> Read<()> {
        take(&self.values, 1)
    }

    /// Takes `bytes` that were looked at; when more is taken than is left, the next value is refused.
    pub(crate) fn take_text(&self, bytes: usize) {
        self.values.set(self.values.get().saturating_sub(bytes / BYTES_A_VALUE));
    }

    /// Bytes that may still be decompressed.
    pub(crate) fn decompressed_left(&self) -> usize {
        self.decompressed.get()
    }

    /// Takes `bytes` of decompressed data.
    pub(crate) fn take_decompressed(&self, bytes: usize) -> Read<()> {
        take(&self.decompressed, bytes)
    }
}

fn take(left: &Cell<usize>, amount: usize) -> Read<()> {
    left.set(left.get().checked_sub(amount).ok_or(ReadError::TooLarge)?);
    Ok(())
}
