//! The drawing operations of a page, each within the marked content that it belongs to.

use printpdf::{
    Codepoint, DictItem, FontId, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, PdfPage,
    Point, Pt, Rect, TextItem, TextMatrix,
};

use super::colour;
use super::font::{Embedded, Fonts};
use crate::font::{Glyph, Word};
use crate::layout::{Layout, Page, Rule, Shape, Text};
use crate::style::Colour;

/// A dot and the gap behind it in a leader.
const DOTS: [f32; 2] = [0.6, 2.6];

/// A page without annotations.
pub(super) fn page(page: &Page, layout: &Layout, fonts: &Fonts) -> PdfPage {
    let (width, height) = layout.size;
    let mut pen = Pen {
        ops: Vec::new(),
        height,
        layout,
        page,
        fonts,
        open: None,
        in_text: false,
        font: None,
        fill: None,
    };
    for item in &page.items {
        pen.enter(item.sequence);
        match &item.shape {
            Shape::Text(text) => pen.text(text),
            Shape::Rectangle { area, colour } => pen.rectangle(area, *colour),
            Shape::Rule(rule) => pen.rule(rule),
        }
    }
    pen.leave();
    let area = Rect::from_wh(Pt(width), Pt(height));
    PdfPage { media_box: area.clone(), trim_box: area.clone(), crop_box: area, ops: pen.ops }
}

struct Pen<'a> {
    ops: Vec<Op>,
    height: f32,
    layout: &'a Layout,
    page: &'a Page,
    fonts: &'a Fonts,
    /// The sequence in progress; `Some(None)` is one that is not read out.
    open: Option<Option<usize>>,
    in_text: bool,
    font: Option<(FontId, f32)>,
    fill: Option<Colour>,
}

impl Pen<'_> {
    fn enter(&mut self, sequence: Option<usize>) {
        if self.open == Some(sequence) {
            return;
        }
        self.leave();
        self.ops.push(match sequence {
            Some(index) => self.begin(index),
            None => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
        });
        self.open = Some(sequence);
    }

    fn begin(&self, index: usize) -> Op {
        let node = self.page.sequences.get(index).and_then(|node| self.layout.structure.nodes.get(node.0));
        let tag = node.map_or("Span", |node| node.tag.name()).to_owned();
        let number = DictItem::Int(i64::try_from(index).unwrap_or(i64::MAX));
        let properties = DictItem::Dict { map: [("MCID".to_owned(), number)].into() };
        Op::BeginMarkedContentWithProperties { tag, properties }
    }

    fn leave(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn fill(&mut self, with: Colour) {
        if self.fill.replace(with) != Some(with) {
            self.ops.push(Op::SetFillColor { col: colour(with) });
        }
    }

    fn text(&mut self, text: &Text) {
        let fonts = self.fonts;
        let Some(font) = fonts.get(&text.face) else { return };
        if text.words.iter().all(|word| word.glyphs.is_empty()) {
            return;
        }
        if !std::mem::replace(&mut self.in_text, true) {
            self.ops.push(Op::StartTextSection);
            self.font = None;
        }
        self.fill(text.colour);
        let wanted = Some((font.id.clone(), text.size));
        if self.font != wanted {
            self.ops
                .push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(text.size) });
            self.font = wanted;
        }
        for stretch in stretches(&text.words) {
            let (x, y) = (text.x + stretch.x * text.size, self.height - text.y + stretch.y * text.size);
            self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) });
            let glyphs = stretch.glyphs.iter().filter_map(|glyph| codepoint(glyph, font)).collect();
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
        }
    }

    fn rectangle(&mut self, area: &crate::layout::Rect, with: Colour) {
        self.end_text();
        self.fill(with);
        let y = self.height - area.y - area.height;
        let mut rectangle = Rect::from_xywh(Pt(area.x), Pt(y), Pt(area.width), Pt(area.height));
        rectangle.mode = Some(PaintMode::Fill);
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn rule(&mut self, rule: &Rule) {
        self.end_text();
        self.ops.push(Op::SetOutlineColor { col: colour(rule.colour) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(rule.thickness) });
        let point =
            |(x, y): (f32, f32)| LinePoint { p: Point { x: Pt(x), y: Pt(self.height - y) }, bezier: false };
        let line = Line { points: vec![point(rule.from), point(rule.to)], is_closed: false };
        if !rule.dotted {
            self.ops.push(Op::DrawLine { line });
            return;
        }
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &DOTS) });
        self.ops.push(Op::DrawLine { line });
        self.ops.push(Op::RestoreGraphicsState);
    }
}

/// Glyphs that stand one after the other on one height, and where the first stands, in ems.
struct Stretch<'a> {
    x: f32,
    y: f32,
    glyphs: Vec<&'a Glyph>,
}

/// Accents that the shaper has moved stand alone, everything else together.
fn stretches(words: &[std::rc::Rc<Word>]) -> Vec<Stretch<'_>> {
    let mut stretches: Vec<Stretch<'_>> = Vec::new();
    let mut pen = 0.0;
    let mut was_moved = true;
    for glyph in words.iter().flat_map(|word| &word.glyphs) {
        let is_moved = glyph.x != 0.0 || glyph.y != 0.0;
        match stretches.last_mut() {
            Some(last) if !is_moved && !was_moved => last.glyphs.push(glyph),
            _ => stretches.push(Stretch { x: pen + glyph.x, y: glyph.y, glyphs: vec![glyph] }),
        }
        was_moved = is_moved;
        pen += glyph.advance;
    }
    stretches
}

/// The glyph with what shaping adds to its own advance, in thousandths of an em (ISO 32000-1, 9.4.3).
fn codepoint(glyph: &Glyph, font: &Embedded) -> Option<Codepoint> {
    let (number, advance) = font.glyphs.get(&glyph.id)?;
    let offset = ((advance - glyph.advance) * 1000.0).round();
    Some(Codepoint { gid: *number, offset, cid: Some(glyph.text.to_string()) })
}
