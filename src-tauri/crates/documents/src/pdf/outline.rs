//! Bookmarks: the headings, each below the one that it belongs to.

use lopdf::{Object, ObjectId, dictionary};

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
    let parents = parents(entries);
    for (index, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let parent = parents.get(index).copied().flatten();
        let place = parts.layout.destinations.get(&entry.id).copied().unwrap_or_default();
        let parent_id = parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root);
        let mut bookmark = dictionary! { "Title" => text(&entry.title()), "Parent" => parent_id };
        if let Some(page) = parts.pages.get(place.page) {
            bookmark.set("Dest", destination(*page, parts.layout.size.1 - place.y));
        }
        let siblings = kids(&parents, parent);
        let at = siblings.iter().position(|sibling| *sibling == index).unwrap_or_default();
        let neighbour =
            |at: Option<usize>| at.and_then(|at| siblings.get(at)).and_then(|index| ids.get(*index));
        for (key, neighbour) in [("Prev", neighbour(at.checked_sub(1))), ("Next", neighbour(Some(at + 1)))] {
            if let Some(neighbour) = neighbour {
                bookmark.set(key, *neighbour);
            }
        }
        enclose(&mut bookmark, &kids(&parents, Some(index)), &ids, -1);
        parts.file.set_object(*id, bookmark);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    enclose(&mut outlines, &kids(&parents, None), &ids, 1);
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

/// For each heading the nearest before it with a lower level.
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

fn kids(parents: &[Option<usize>], of: Option<usize>) -> Vec<usize> {
    parents.iter().enumerate().filter(|(_, parent)| **parent == of).map(|(index, _)| index).collect()
}
