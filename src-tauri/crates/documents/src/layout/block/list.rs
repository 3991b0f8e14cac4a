//! Lists: labels hang before items, and numbers end where the longest ends.

use super::super::compose::{Composer, Setting, baseline};
use super::super::strip::{Strip, avoid_widows_and_orphans};
use super::super::structure::{Attribute, NodeId, Structure, Tag};
use super::BETWEEN;
use crate::block::Run;
use crate::font::FaceId;

/// Where labels end at least, and the gap between them and the items.
const LABEL_END: f32 = 17.0;
const GAP: f32 = 8.0;
const BETWEEN_ITEMS: f32 = 3.0;
/// A bullet stands in the middle of the room for labels.
const BULLET_END: f32 = 12.0;

impl Composer<'_> {
    /// Adds a list.
    pub(super) fn list(&mut self, ordered: bool, items: &[Vec<Run>]) {
        let attribute = if ordered { Attribute::NUMBERED } else { Attribute::BULLETS };
        let list = self.structure.add_with(Structure::ROOT, Tag::L, attribute);
        let labels: Vec<String> = (1..=items.len()).map(|number| label(ordered, number)).collect();
        let size = self.style.sizes.body.size;
        let widths: Vec<f32> =
            labels.iter().map(|label| self.shaper.width(FaceId::Regular, label, size)).collect();
        let widest = widths.iter().copied().fold(LABEL_END, f32::max);
        let end = if ordered { widest } else { BULLET_END };
        for (index, ((item, label), width)) in items.iter().zip(&labels).zip(&widths).enumerate() {
            let mut strips = self.item(list, item, label, (end - width, end + GAP));
            avoid_widows_and_orphans(&mut strips);
            self.push(strips, if index == 0 { BETWEEN } else { BETWEEN_ITEMS });
        }
    }

    /// An item whose label and text begin so far right of the column's edge.
    fn item(&mut self, list: NodeId, runs: &[Run], label: &str, (label_x, text_x): (f32, f32)) -> Vec<Strip> {
        let item = self.structure.add(list, Tag::Li);
        let label_node = self.structure.add(item, Tag::Lbl);
        let body = self.body();
        let at = Setting { x: body.x + label_x, ..body };
        let text = self.word(&format!("{label} "), FaceId::Regular, at, baseline(body.size));
        let label = self.content(text, label_node);
        let node = self.structure.add(item, Tag::LBody);
        let setting = Setting { x: body.x + text_x, width: body.width - text_x, ..body };
        let mut strips = self.text_strips(runs, setting, node);
        if strips.is_empty() {
            strips.push(Strip::of_height(body.size.leading));
        }
        if let Some(first) = strips.first_mut() {
            first.marks.insert(0, label);
        }
        strips
    }
}

fn label(ordered: bool, number: usize) -> String {
    if ordered { format!("{number}.") } else { "•".to_owned() }
}
