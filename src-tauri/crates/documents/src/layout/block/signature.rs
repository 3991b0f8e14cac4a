//! Places to sign: a field for a digital signature and, beside it, lines for ink.

use super::super::compose::{Composer, Setting, horizontal};
use super::super::page::{Action, Annotation, Rect, Rule};
use super::super::strip::{Mark, Strip, keep_together};
use super::super::structure::{NodeId, Structure, Tag};
use crate::block::{Run, Signer};
use crate::font::FaceId;
use crate::style::TypeSize;

const BEFORE: f32 = 20.0;
/// Between what is signed and the place to sign.
const GAP: f32 = 4.0;
/// The part of the width that the field takes, and the gap beside it.
const FIELD: f32 = 0.46;
const COLUMN_GAP: f32 = 18.0;
const FIELD_HEIGHT: f32 = 72.0;
/// Heights of the two lines to write on, below the top of the field.
const UPPER: f32 = 30.0;
const LOWER: f32 = 62.0;
/// The part of the lower line for the printed name; the rest is for the date.
const NAME: f32 = 0.6;
const THICKNESS: f32 = 0.6;
/// A printed name is set smaller than this only if it has no room, and then not at all.
const SMALLEST: f32 = 6.0;

impl Composer<'_> {
    /// Adds a place to sign for each signer, none of which breaks over pages.
    pub(super) fn signatures(&mut self, signers: &[Signer]) {
        for signer in signers {
            let node = self.structure.add(Structure::ROOT, Tag::Div);
            let mut strips = self.signer_lines(signer, node);
            strips.push(self.place_to_sign(signer, node));
            keep_together(&mut strips);
            self.push(strips, BEFORE);
        }
    }

    /// Who signs, and what.
    fn signer_lines(&mut self, signer: &Signer, parent: NodeId) -> Vec<Strip> {
        let body = self.body();
        let mut who = vec![Run::bold(&signer.role)];
        if !signer.name.is_empty() {
            let separator = if signer.role.is_empty() { "" } else { ", " };
            who.push(Run::plain(format!("{separator}{}", signer.name)));
        }
        let node = self.structure.add(parent, Tag::P);
        let mut strips = self.text_strips(&who, body, node);
        if !signer.statement.is_empty() {
            let node = self.structure.add(parent, Tag::P);
            strips.extend(self.text_strips(&[Run::plain(&signer.statement)], body, node));
        }
        strips
    }

    fn place_to_sign(&mut self, signer: &Signer, parent: NodeId) -> Strip {
        let caption = self.style.sizes.caption;
        let (x, width) = (self.text_x(), self.text_width());
        let field = Rect { x, y: GAP, width: width * FIELD, height: FIELD_HEIGHT };
        let mut strip = Strip::of_height(GAP + FIELD_HEIGHT + caption.leading);
        self.field(signer, field, parent, &mut strip);
        let left = x + field.width + COLUMN_GAP;
        let right = x + width;
        self.ink_lines(signer, (left, right), parent, &mut strip);
        strip
    }

    /// The outline of the field, its caption and the field itself.
    fn field(&mut self, signer: &Signer, area: Rect, parent: NodeId, strip: &mut Strip) {
        let colour = self.style.palette.rule;
        let (right, bottom) = (area.x + area.width, area.y + area.height);
        for (from, to) in [
            ((area.x, area.y), (right, area.y)),
            ((area.x, bottom), (right, bottom)),
            ((area.x, area.y), (area.x, bottom)),
            ((right, area.y), (right, bottom)),
        ] {
            strip.marks.push(Mark::Rule(Rule { from, to, thickness: THICKNESS, colour, dotted: false }));
        }
        let form = self.structure.add(parent, Tag::Form);
        let who = if signer.name.is_empty() { &signer.role } else { &signer.name };
        let annotation = Annotation {
            area,
            action: Action::Sign(signer.field.clone()),
            description: format!("{}: {who}", self.style.labels.digital_signature),
            node: form,
        };
        let id = self.structure.add_annotation(form);
        strip.marks.push(Mark::Annotation { id, annotation });
        let label = self.style.labels.digital_signature.clone();
        self.caption(&label, area.x, bottom, parent, strip);
    }

    /// A line to sign on, and below it one for the printed name and one for the date.
    fn ink_lines(&mut self, signer: &Signer, (left, right): (f32, f32), parent: NodeId, strip: &mut Strip) {
        let labels = self.style.labels.clone();
        let middle = left + (right - left) * NAME;
        for (label, from, to, y) in [
            (&labels.signature, left, right, GAP + UPPER),
            (&labels.printed_name, left, middle - COLUMN_GAP / 2.0, GAP + LOWER),
            (&labels.date, middle + COLUMN_GAP / 2.0, right, GAP + LOWER),
        ] {
            let rule = horizontal(from, to - from, y, THICKNESS, self.style.palette.ink);
            strip.marks.push(Mark::Rule(rule));
            self.caption(label, from, y, parent, strip);
        }
        self.printed_name(&signer.name, left, middle - COLUMN_GAP / 2.0 - left, strip);
    }

    /// Writes the name on its line, smaller if need be; a screen reader has said it already.
    fn printed_name(&mut self, name: &str, x: f32, width: f32, strip: &mut Strip) {
        let body = self.body();
        let name = &name.split_whitespace().collect::<Vec<_>>().join(" ");
        let natural = self.shaper.width(FaceId::Regular, name, 1.0);
        let size = if natural > 0.0 { (width / natural).min(body.size.size) } else { return };
        if size < SMALLEST {
            return;
        }
        let setting = Setting { x, size: TypeSize { size, ..body.size }, ..body };
        let text = self.word(name, FaceId::Regular, setting, GAP + LOWER - 3.5);
        strip.marks.push(Mark::Text { text, content: None });
    }

    fn caption(&mut self, label: &str, x: f32, y: f32, parent: NodeId, strip: &mut Strip) {
        let size = self.style.sizes.caption;
        let setting = Setting { size, colour: self.style.palette.quiet, x, width: self.text_width() };
        let text = self.word(label, FaceId::Regular, setting, y + size.leading * 0.9);
        let node = self.structure.add(parent, Tag::P);
        let mark = self.content(text, node);
        strip.marks.push(mark);
    }
}
