//! Decompressing the streams that hold cross-references and objects (ISO 32000-1, 7.4.4).

use lopdf::{Dictionary, Object, Stream};

use super::budget::Budget;
use super::{Read, ReadError};

/// Widest row of a predictor; a row of a cross-reference stream is a few bytes wide.
const COLUMNS: i64 = 4096;

/// The decompressed data of a stream without a filter or with `FlateDecode` alone.
///
/// # Errors
/// [`ReadError::Value`] for another filter or an unusual predictor, [`ReadError::TooLarge`] when the budget is spent.
pub(crate) fn decompress(dictionary: &Dictionary, data: &[u8], budget: &Budget) -> Read<Vec<u8>> {
    let malformed = ReadError::Value { at: 0 };
    if dictionary.has(b"F") || !is_plain_or_flate(dictionary) || !has_usual_predictor(dictionary) {
        return Err(malformed);
    }
    budget.take_decompressed(data.len())?;
    let stream = Stream::new(dictionary.clone(), data.to_vec());
    let plain = stream.decompressed_content_with_limit(budget.decompressed_left()).map_err(|_| malformed)?;
    budget.take_decompressed(plain.len())?;
    Ok(plain)
}

fn is_plain_or_flate(dictionary: &Dictionary) -> bool {
    match dictionary.get(b"Filter") {
        Err(_) => true,
        Ok(filter) => filter.as_name().is_ok_and(|name| name == b"FlateDecode"),
    }
}

fn has_usual_predictor(dictionary: &Dictionary) -> bool {
    let parameters = match dictionary.get(b"DecodeParms") {
        Err(_) => return true,
        Ok(Object::Dictionary(parameters)) => parameters,
        Ok(_) => return false,
    };
    let number = |key: &[u8], default| match parameters.get(key) {
        Err(_) => Some(default),
        Ok(value) => value.as_i64().ok(),
    };
    matches!(number(b"Predictor", 1), Some(1 | 10..=15))
        && matches!(number(b"Columns", 1), Some(1..=COLUMNS))
        && number(b"Colors", 1) == Some(1)
        && number(b"BitsPerComponent", 8) == Some(8)
}
