//! Bookmarks: the headings, each below the one that it belongs to.

use lopdf::{Object, ObjectId, dictionary};
use std::collections::BTreeMap;

use super::Parts;
use super::object::{destination, text};
use crate::layout::OutlineEntry;

/// Adds the bookmarks; `None` if the document has no headings.
pub(super) fn add(parts: &mut Parts<'_>) -> Option<ObjectId> {
    let entries = &parts.layout.outline;
    if entries.is_empty() {
        return None;
    }
    let root = parts.file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| parts.file.new_object_id()).collect();
    let family = Family::of(entries);
    for (index, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let parent = family.parents.get(index).copied().flatten();
        let place = parts.layout.destinations.get(&entry.id).copied().unwrap_or_default();
        let parent_id = parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root);
        let mut bookmark = dictionary! { "Title" => text(&entry.title()), "Parent" => parent_id };
        if let Some(page) = parts.pages.get(place.page) {
            bookmark.set("Dest", destination(*page, parts.layout.size.1 - place.y));
        }
        let siblings = family.kids(parent);
        // Kids are in the order of the document.
        let at = siblings.binary_search(&index).unwrap_or_default();
        let neighbour =
            |at: Option<usize>| at.and_then(|at| siblings.get(at)).and_then(|index| ids.get(*index));
        for (key, neighbour) in [("Prev", neighbour(at.checked_sub(1))), ("Next", neighbour(Some(at + 1)))] {
            if let Some(neighbour) = neighbour {
                bookmark.set(key, *neighbour);
            }
        }
        enclose(&mut bookmark, family.kids(Some(index)), &ids, -1);
        parts.file.set_object(*id, bookmark);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    enclose(&mut outlines, family.kids(None), &ids, 1);
    parts.file.set_object(root, outlines);
    Some(root)
}

/// Names the first and last of what stands below; a negative count means folded (ISO 32000-1, 12.3.3).
fn enclose(parent: &mut lopdf::Dictionary, kids: &[usize], ids: &[ObjectId], sign: i64) {
    let id = |index: Option<&usize>| index.and_then(|index| ids.get(*index)).copied();
    if let (Some(first), Some(last)) = (id(kids.first()), id(kids.last())) {
        parent.set("First", first);
        parent.set("Last", last);
        parent.set("Count", Object::Integer(sign * i64::try_from(kids.len()).unwrap_or(i64::MAX)));
    }
}

/// Which heading stands below which, by their places in the outline.
struct Family {
    /// For each heading the nearest before it with a lower level.
    parents: Vec<Option<usize>>,
    /// For each heading, and for none, those that stand below it, in order.
    kids: BTreeMap<Option<usize>, Vec<usize>>,
}

impl Family {
    fn of(entries: &[OutlineEntry]) -> Self {
        let parents = parents(entries);
        let mut kids: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (index, parent) in parents.iter().enumerate() {
            kids.entry(*parent).or_default().push(index);
        }
        Self { parents, kids }
    }

    fn kids(&self, of: Option<usize>) -> &[usize] {
        self.kids.get(&of).map(Vec::as_slice).unwrap_or_default()
    }
}

fn parents(entries: &[OutlineEntry]) -> Vec<Option<usize>> {
    let mut path: Vec<(u8, usize)> = Vec::new();
    let mut parents = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        path.retain(|(level, _)| *level < entry.level);
        parents.push(path.last().map(|(_, parent)| *parent));
        path.push((entry.level, index));
    }
    parents
}
