//! Small objects of PDF that several parts need.

use lopdf::{Dictionary, Document as File, Object, ObjectId, StringFormat};

use super::error::WriteError;
use crate::layout::Rect;

/// A text string: ASCII as it is, anything else in UTF-16 (ISO 32000-1, 7.9.2.2).
pub(super) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xFE, 0xFF].into_iter().chain(units).collect(), StringFormat::Hexadecimal)
}

/// A rectangle whose y counts from the bottom of a page of this height.
pub(super) fn rectangle(area: Rect, height: f32) -> Object {
    let (left, top) = (area.x, height - area.y);
    let corners = [left, top - area.height, left + area.width, top];
    Object::Array(corners.map(Object::Real).to_vec())
}

/// A place on a page to go to, at the reader's zoom.
pub(super) fn destination(page: ObjectId, y: f32) -> Object {
    Object::Array(vec![Object::Reference(page), "XYZ".into(), Object::Null, Object::Real(y), Object::Null])
}

/// A dictionary that must be in the file.
pub(super) fn dictionary_mut<'a>(
    file: &'a mut File,
    id: ObjectId,
    what: &'static str,
) -> Result<&'a mut Dictionary, WriteError> {
    file.get_object_mut(id).and_then(Object::as_dict_mut).map_err(|_| WriteError::Incomplete(what))
}

/// A count or index as PDF's integer.
pub(super) fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}
