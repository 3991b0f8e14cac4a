//! The structure tree and the way back to it from pages and annotations (ISO 32000-1, 14.7).

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::Parts;
use super::annotation::Added;
use super::error::WriteError;
use super::object::integer;
use crate::layout::{Kid, Layout, Node, Place};

/// Adds the tree; the result is its root for the catalogue.
pub(super) fn add(parts: &mut Parts<'_>, annotations: &Added) -> Result<ObjectId, WriteError> {
    let layout = parts.layout;
    let root = parts.file.new_object_id();
    let ids: Vec<ObjectId> = layout.structure.nodes.iter().map(|_| parts.file.new_object_id()).collect();
    let first = ids.first().copied().ok_or(WriteError::Incomplete("structure"))?;
    let writer = Writer { layout, pages: &parts.pages, annotations, ids: &ids, root };
    let elements: Vec<Dictionary> = layout.structure.nodes.iter().map(|node| writer.element(node)).collect();
    let parent_tree = writer.parent_tree();
    let next_key = parts.pages.len() + layout.annotations.len();
    for (id, element) in ids.iter().zip(elements) {
        parts.file.set_object(*id, element);
    }
    let parent_tree = parts.file.add_object(dictionary! { "Nums" => parent_tree });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(first)],
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => integer(next_key),
        "RoleMap" => dictionary! { "Title" => "P" },
    };
    parts.file.set_object(root, tree);
    Ok(root)
}

struct Writer<'a> {
    layout: &'a Layout,
    pages: &'a [ObjectId],
    annotations: &'a Added,
    ids: &'a [ObjectId],
    root: ObjectId,
}

impl Writer<'_> {
    fn element(&self, node: &Node) -> Dictionary {
        let page = node.kids.iter().find_map(|kid| self.content_place(*kid)).map(|place| place.page);
        let parent = node.parent.and_then(|parent| self.ids.get(parent.0)).copied().unwrap_or(self.root);
        let mut element = dictionary! { "Type" => "StructElem", "S" => node.tag.name(), "P" => parent };
        if let Some(id) = page.and_then(|page| self.pages.get(page)) {
            element.set("Pg", *id);
        }
        let mut kids = self.kids(node, page);
        match kids.pop() {
            // A single kid stands alone: readers want a form's object reference there and not in an array.
            Some(only) if kids.is_empty() => element.set("K", only),
            Some(last) => {
                kids.push(last);
                element.set("K", kids);
            }
            None => {}
        }
        if let Some(attribute) = node.attribute {
            element.set("A", dictionary! { "O" => attribute.owner, attribute.key => attribute.value });
        }
        element
    }

    fn kids(&self, node: &Node, page: Option<usize>) -> Vec<Object> {
        let mut kids = Vec::new();
        let mut before = None;
        for kid in &node.kids {
            let place = self.content_place(*kid);
            // Pieces of text that are drawn together are one kid.
            if place.is_some() && place == before {
                continue;
            }
            before = place;
            kids.extend(match kid {
                Kid::Node(id) => self.ids.get(id.0).copied().map(Object::Reference),
                Kid::Content(_) => place.and_then(|place| self.content(place, page)),
                Kid::Annotation(id) => {
                    self.layout.annotations.get(id.0).and_then(|place| self.annotation(*place))
                }
            });
        }
        kids
    }

    fn content_place(&self, kid: Kid) -> Option<Place> {
        match kid {
            Kid::Content(id) => self.layout.contents.get(id.0).copied(),
            Kid::Node(_) | Kid::Annotation(_) => None,
        }
    }

    /// The number alone if the content stands on the element's page.
    fn content(&self, place: Place, page: Option<usize>) -> Option<Object> {
        if Some(place.page) == page {
            return Some(integer(place.index));
        }
        let page = *self.pages.get(place.page)?;
        Some(dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => integer(place.index) }.into())
    }

    fn annotation(&self, place: Place) -> Option<Object> {
        let page = *self.pages.get(place.page)?;
        let id = *self.annotations.by_page.get(place.page)?.get(place.index)?;
        Some(dictionary! { "Type" => "OBJR", "Obj" => id, "Pg" => page }.into())
    }

    /// For each page the elements of its sequences, then for each annotation its element.
    fn parent_tree(&self) -> Vec<Object> {
        let reference = |node: usize| self.ids.get(node).copied().map_or(Object::Null, Object::Reference);
        let mut numbers = Vec::new();
        for (number, page) in self.layout.pages.iter().enumerate() {
            numbers.push(integer(number));
            numbers.push(Object::Array(page.sequences.iter().map(|node| reference(node.0)).collect()));
        }
        let annotations = self.layout.pages.iter().flat_map(|page| &page.annotations);
        for (index, annotation) in annotations.enumerate() {
            numbers.push(integer(self.layout.pages.len() + index));
            numbers.push(reference(annotation.node.0));
        }
        numbers
    }
}
