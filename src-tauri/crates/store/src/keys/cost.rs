//! What one try at a passphrase costs: the parameters of Argon2id.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Parameters of Argon2id (RFC 9106); stored with the keys, so that they can be raised later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfCost {
    memory_kib: u32,
    iterations: u32,
    lanes: u32,
}

impl KdfCost {
    const MOST: Self = Self { memory_kib: 2 * 1024 * 1024, iterations: 64, lanes: 64 };

    /// The second recommended option of RFC 9106 section 4: 64 MiB, 3 passes, 4 lanes.
    #[must_use]
    pub const fn standard() -> Self {
        Self { memory_kib: 64 * 1024, iterations: 3, lanes: 4 }
    }

    /// Other parameters: memory in KiB (at least 8 a lane), passes, lanes. Below [`Self::standard`] is for tests.
    #[must_use]
    pub const fn new(memory_kib: u32, iterations: u32, lanes: u32) -> Self {
        Self { memory_kib, iterations, lanes }
    }

    /// Whether one try costs less than with the other parameters, in memory or in passes.
    #[must_use]
    pub(crate) fn is_below(self, other: Self) -> bool {
        self.memory_kib < other.memory_kib || self.iterations < other.iterations
    }

    /// 64 bytes from a passphrase; `None` for parameters that Argon2 refuses or that would exhaust a machine.
    pub(crate) fn stretch(self, passphrase: &str, salt: &[u8]) -> Option<Zeroizing<[u8; 64]>> {
        if self.memory_kib > Self::MOST.memory_kib
            || self.iterations > Self::MOST.iterations
            || self.lanes > Self::MOST.lanes
        {
            return None;
        }
        let params = Params::new(self.memory_kib, self.iterations, self.lanes, Some(64)).ok()?;
        let mut out = Zeroizing::new([0; 64]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), salt, out.as_mut_slice())
            .ok()?;
        Some(out)
    }
}
