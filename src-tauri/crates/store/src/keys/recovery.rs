//! The recovery key: the data key in a form that can be printed and typed.

use super::data_key::DataKey;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::Zeroizing;

/// Crockford's base 32: no I, L, O, U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 256 bits take 52 symbols, the checksum 4 more.
const LENGTH: usize = 56;
const KEY_SYMBOLS: usize = 52;

/// The data key as 13 groups of four symbols and a group of checksum, in Crockford's base 32.
///
/// Opens the workspace without login or passphrase, even if `keys.json` is lost.
pub struct RecoveryKey {
    text: SecretString,
    key: DataKey,
}

/// Why a text is no recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// Not 56 symbols.
    #[error("a recovery key has 56 symbols, this has {found}")]
    Length {
        /// Symbols found, hyphens and spaces left out.
        found: usize,
    },
    /// A character that no recovery key has.
    #[error("group {group} has a character that no recovery key has")]
    Symbol {
        /// Group of four, from 1.
        group: usize,
    },
    /// Every symbol is possible, but the checksum says that one is wrong.
    #[error("the checksum of the recovery key does not hold")]
    Checksum,
}

impl RecoveryKey {
    pub(crate) fn of(key: &DataKey) -> Self {
        Self { text: encode(key.bytes()), key: DataKey::from_bytes(key.bytes()) }
    }

    /// Reads what a person typed: case, spaces and hyphens do not count; O is 0, I and L are 1.
    ///
    /// # Errors
    /// [`RecoveryKeyError`] for anything that is no recovery key.
    pub fn parse(typed: &SecretString) -> Result<Self, RecoveryKeyError> {
        let symbols = values(typed.expose_secret())?;
        let (key, checksum) = symbols.split_at(KEY_SYMBOLS);
        let bytes = key_of(key).ok_or(RecoveryKeyError::Checksum)?;
        if checksum != checksum_of(&bytes) {
            return Err(RecoveryKeyError::Checksum);
        }
        Ok(Self::of(&DataKey::from_bytes(&bytes)))
    }

    /// The key as it is printed: `XXXX-XXXX-…`.
    #[must_use]
    pub fn text(&self) -> &SecretString {
        &self.text
    }

    pub(crate) fn data_key(&self) -> &DataKey {
        &self.key
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryKey").finish_non_exhaustive()
    }
}

fn encode(key: &[u8; 32]) -> SecretString {
    let mut text = String::with_capacity(LENGTH + LENGTH / 4);
    for (place, value) in symbols_of(key).iter().chain(&checksum_of(key)).enumerate() {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.extend(SYMBOLS.get(usize::from(*value)).map(|symbol| char::from(*symbol)));
    }
    text.into()
}

/// Five bits a symbol, most significant first; the last symbol is filled with zeros.
fn symbols_of(key: &[u8; 32]) -> Zeroizing<Vec<u8>> {
    let bit = |place: usize| key.get(place / 8).map_or(0, |byte| byte >> (7 - place % 8) & 1);
    let symbol = |index: usize| (0..5).fold(0, |value, offset| value << 1 | bit(index * 5 + offset));
    Zeroizing::new((0..KEY_SYMBOLS).map(symbol).collect())
}

/// The reverse of [`symbols_of`]; `None` if the bits that fill the last symbol are not zero.
fn key_of(symbols: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let bit = |place: usize| symbols.get(place / 5).map_or(0, |value| value >> (4 - place % 5) & 1);
    let mut key = Zeroizing::new([0; 32]);
    for (index, byte) in key.iter_mut().enumerate() {
        *byte = (0..8).fold(0, |value, offset| value << 1 | bit(index * 8 + offset));
    }
    (256..260).all(|place| bit(place) == 0).then_some(key)
}

/// The first 20 bits of a SHA-256, as four symbols.
fn checksum_of(key: &[u8; 32]) -> [u8; 4] {
    let digest = Sha256::new().chain_update(b"riskwright recovery key").chain_update(key).finalize();
    let [first, second, third, ..]: [u8; 32] = digest.into();
    let bits = u32::from_be_bytes([0, first, second, third]) >> 4;
    [15, 10, 5, 0].map(|shift| (bits >> shift & 31) as u8)
}

fn values(typed: &str) -> Result<Zeroizing<Vec<u8>>, RecoveryKeyError> {
    let mut values = Zeroizing::new(Vec::with_capacity(LENGTH));
    let mut found = 0;
    for character in typed.chars().filter(|character| !character.is_whitespace() && *character != '-') {
        let value = value_of(character).ok_or(RecoveryKeyError::Symbol { group: found / 4 + 1 })?;
        found += 1;
        // What is too long is counted, not kept: the vector must never grow and leave copies.
        if found <= LENGTH {
            values.push(value);
        }
    }
    if found == LENGTH { Ok(values) } else { Err(RecoveryKeyError::Length { found }) }
}

fn value_of(character: char) -> Option<u8> {
    let symbol = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SYMBOLS.iter().position(|known| char::from(*known) == symbol).and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> DataKey {
        DataKey::from_bytes(&std::array::from_fn(|place| (place * 37 + 11) as u8))
    }

    fn typed(text: &str) -> Result<[u8; 32], RecoveryKeyError> {
        RecoveryKey::parse(&text.to_owned().into()).map(|key| *key.data_key().bytes())
    }

    #[test]
    fn what_is_printed_reads_back_in_any_case_and_spacing() {
        let printed = RecoveryKey::of(&sample()).text().expose_secret().to_owned();
        assert_eq!(printed.split('-').map(str::len).collect::<Vec<_>>(), vec![4; 14]);
        for variant in
            [printed.clone(), printed.to_lowercase(), printed.replace('-', " "), printed.replace('-', "")]
        {
            assert_eq!(typed(&variant), Ok(*sample().bytes()), "{variant}");
        }
    }

    #[test]
    fn zero_and_one_may_be_typed_as_letters() {
        let printed = RecoveryKey::of(&DataKey::from_bytes(&[0; 32])).text().expose_secret().to_owned();
        assert_eq!(typed(&printed.replace('0', "o")), Ok([0; 32]));
        assert_eq!(value_of('l'), value_of('1'));
    }

    #[test]
    fn every_single_wrong_symbol_is_noticed() {
        let printed = RecoveryKey::of(&sample()).text().expose_secret().replace('-', "");
        for place in 0..LENGTH {
            let mut wrong = printed.clone().into_bytes();
            wrong[place] = if wrong[place] == b'7' { b'8' } else { b'7' };
            assert_eq!(typed(&String::from_utf8(wrong).unwrap()), Err(RecoveryKeyError::Checksum), "{place}");
        }
    }

    #[test]
    fn what_is_no_recovery_key_says_why() {
        assert_eq!(typed(""), Err(RecoveryKeyError::Length { found: 0 }));
        assert_eq!(typed("ABCD-EFGH"), Err(RecoveryKeyError::Length { found: 8 }));
        assert_eq!(typed("ABCD-EFU0"), Err(RecoveryKeyError::Symbol { group: 2 }));
        assert_eq!(typed(&"0".repeat(57)), Err(RecoveryKeyError::Length { found: 57 }));
    }
}
