//! Text in pieces, of which some are for some organizations.

use super::Condition;
use serde::de::{Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Paragraphs in order: one text, or a list of texts with or without a condition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces(pub Vec<Piece>);

/// A text and when it is there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// When.
    #[serde(default)]
    pub when: Condition,
    /// The text.
    #[serde(deserialize_with = "plain")]
    pub text: String,
}

impl<'de> Deserialize<'de> for Pieces {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Several)
    }
}

struct Several;

impl<'de> Visitor<'de> for Several {
    type Value = Pieces;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, or a list of texts and of `when` with `text`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Pieces, E> {
        Ok(Pieces(vec![always(text)]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Pieces, A::Error> {
        let mut pieces = Vec::new();
        while let Some(OnePiece(piece)) = list.next_element()? {
            pieces.push(piece);
        }
        Ok(Pieces(pieces))
    }
}

struct OnePiece(Piece);

impl<'de> Deserialize<'de> for OnePiece {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(One)
    }
}

struct One;

impl<'de> Visitor<'de> for One {
    type Value = OnePiece;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, or `when` with `text`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<OnePiece, E> {
        Ok(OnePiece(always(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OnePiece, A::Error> {
        Piece::deserialize(MapAccessDeserializer::new(map)).map(OnePiece)
    }
}

fn always(text: &str) -> Piece {
    Piece { when: Condition::default(), text: text.trim().to_owned() }
}

fn plain<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(|text| text.trim().to_owned())
}
