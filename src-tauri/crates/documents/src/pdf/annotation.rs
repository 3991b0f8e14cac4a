//! Links and signature fields.

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::Parts;
use super::error::WriteError;
use super::object::{destination, dictionary_mut, integer, rectangle, text};
use crate::layout::{Action, Annotation, Rect};

/// Print (ISO 32000-1, table 165).
const PRINTED: i64 = 4;
/// Print and locked: a field cannot be moved or deleted.
const PRINTED_AND_LOCKED: i64 = 132;

/// What was added.
pub(super) struct Added {
    /// The annotations of each page, in order.
    pub by_page: Vec<Vec<ObjectId>>,
    /// Those that are fields.
    pub fields: Vec<ObjectId>,
}

/// Adds every annotation to its page. Its key in the parent tree follows those of the pages, see [`parent_key`].
pub(super) fn add(parts: &mut Parts<'_>) -> Result<Added, WriteError> {
    let mut added = Added { by_page: Vec::new(), fields: Vec::new() };
    let mut key = parts.pages.len();
    for (number, page) in parts.layout.pages.iter().enumerate() {
        let Some(page_id) = parts.pages.get(number).copied() else { continue };
        let mut ids = Vec::with_capacity(page.annotations.len());
        for annotation in &page.annotations {
            let mut object = object(parts, annotation, page_id);
            object.set("StructParent", integer(key));
            key += 1;
            let id = parts.file.add_object(object);
            if matches!(annotation.action, Action::Sign(_)) {
                added.fields.push(id);
            }
            ids.push(id);
        }
        hang(parts, page_id, number, &ids)?;
        added.by_page.push(ids);
    }
    Ok(added)
}

/// Hangs the annotations on their page; a reader visits them in the order of the structure tree.
fn hang(parts: &mut Parts<'_>, page: ObjectId, number: usize, ids: &[ObjectId]) -> Result<(), WriteError> {
    let page = dictionary_mut(&mut parts.file, page, "page")?;
    page.remove(b"Annots");
    if !ids.is_empty() {
        page.set("Annots", ids.iter().copied().map(Object::Reference).collect::<Vec<_>>());
    }
    page.set("StructParents", integer(number));
    page.set("Tabs", "S");
    Ok(())
}

fn object(parts: &mut Parts<'_>, annotation: &Annotation, page: ObjectId) -> Dictionary {
    let mut object = match &annotation.action {
        Action::Link(target) => link(parts, target),
        Action::Sign(field) => signature_field(parts, field, annotation),
    };
    object.set("Type", "Annot");
    object.set("Rect", rectangle(annotation.area, parts.layout.size.1));
    object.set("Contents", text(&annotation.description));
    object.set("P", page);
    object
}

fn link(parts: &Parts<'_>, target: &str) -> Dictionary {
    let place = parts.layout.destinations.get(target).copied().unwrap_or_default();
    let mut link = dictionary! {
        "Subtype" => "Link",
        "F" => PRINTED,
        "Border" => vec![0.into(), 0.into(), 0.into()],
    };
    if let Some(page) = parts.pages.get(place.page) {
        link.set("Dest", destination(*page, parts.layout.size.1 - place.y));
    }
    link
}

/// Field and widget in one dictionary: readers that look for signatures miss a field with kids.
fn signature_field(parts: &mut Parts<'_>, field: &str, annotation: &Annotation) -> Dictionary {
    let Rect { width, height, .. } = annotation.area;
    let appearance = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => [0.0, 0.0, width, height].map(Object::Real).to_vec(),
            "Resources" => dictionary! {},
        },
        Vec::new(),
    );
    let appearance = parts.file.add_object(appearance);
    dictionary! {
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text(field),
        "TU" => text(&annotation.description),
        "F" => PRINTED_AND_LOCKED,
        "AP" => dictionary! { "N" => appearance },
    }
}
