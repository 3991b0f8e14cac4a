//! Turns a document into strips and builds its structure tree on the way.

use std::collections::BTreeMap;

use super::line::{Line, break_lines};
use super::page::{Action, Annotation, OutlineEntry, Rect, Rule, Text};
use super::strip::{Mark, Strip, avoid_widows_and_orphans};
use super::structure::{AnnotationId, NodeId, Structure, Tag};
use crate::block::Run;
use crate::font::{FaceId, FontError, Shaper};
use crate::style::{Colour, Style, TypeSize};

/// Below a baseline there is room for descenders: this part of the leading.
const DESCENT: f32 = 0.27;
/// How far a link's area reaches above and below its text, in parts of the size.
const LINK_ABOVE: f32 = 0.82;
const LINK_BELOW: f32 = 0.25;
/// Links are underlined, so that colour alone does not tell them apart.
const UNDERLINE: f32 = 0.4;
const UNDERLINE_BELOW: f32 = 0.16;

/// What composing has made so far.
pub(super) struct Composer<'a> {
    pub style: &'a Style,
    pub shaper: Shaper,
    pub structure: Structure,
    pub strips: Vec<Strip>,
    /// The headings of the document, numbered, in order.
    pub outline: &'a [OutlineEntry],
    /// Titles by heading id, for what a screen reader says of links.
    titles: BTreeMap<&'a str, String>,
}

/// How a stretch of text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub size: TypeSize,
    pub colour: Colour,
    pub x: f32,
    pub width: f32,
}

impl<'a> Composer<'a> {
    pub(super) fn new(style: &'a Style, outline: &'a [OutlineEntry]) -> Result<Self, FontError> {
        let titles = outline.iter().map(|entry| (entry.id.as_str(), entry.title())).collect();
        let (shaper, structure) = (Shaper::new()?, Structure::new());
        Ok(Self { style, shaper, structure, strips: Vec::new(), outline, titles })
    }

    /// Where running text begins.
    pub(super) fn text_x(&self) -> f32 {
        self.style.margins.left + self.style.margins.gutter
    }

    /// How wide running text is.
    pub(super) fn text_width(&self) -> f32 {
        self.style.page.points().0 - self.style.margins.right - self.text_x()
    }

    /// Body text across the whole column.
    pub(super) fn body(&self) -> Setting {
        Setting {
            size: self.style.sizes.body,
            colour: self.style.palette.ink,
            x: self.text_x(),
            width: self.text_width(),
        }
    }

    /// Adds a paragraph of its own.
    pub(super) fn paragraph(&mut self, runs: &[Run], setting: Setting, before: f32) {
        let node = self.structure.add(Structure::ROOT, Tag::P);
        let mut strips = self.text_strips(runs, setting, node);
        avoid_widows_and_orphans(&mut strips);
        self.push(strips, before);
    }

    /// Adds strips with space above the first.
    pub(super) fn push(&mut self, mut strips: Vec<Strip>, before: f32) {
        if let Some(first) = strips.first_mut() {
            first.before = before;
        }
        self.strips.append(&mut strips);
    }

    /// A strip for each line of the text.
    pub(super) fn text_strips(&mut self, runs: &[Run], setting: Setting, node: NodeId) -> Vec<Strip> {
        self.text_lines(runs, setting, node)
            .into_iter()
            .map(|marks| Strip { marks, ..Strip::of_height(setting.size.leading) })
            .collect()
    }

    /// The marks of each line of the text, as in a strip as high as the leading.
    pub(super) fn text_lines(&mut self, runs: &[Run], setting: Setting, node: NodeId) -> Vec<Vec<Mark>> {
        let lines = break_lines(&mut self.shaper, runs, setting.width / setting.size.size);
        let mut links = BTreeMap::new();
        lines.iter().map(|line| self.line_marks(line, runs, setting, node, &mut links)).collect()
    }

    /// One text in one face at one place, however long it is.
    pub(super) fn word(&mut self, text: &str, face: FaceId, setting: Setting, y: f32) -> Text {
        let words = vec![self.shaper.shape(face, text)];
        Text { x: setting.x, y, face, size: setting.size.size, colour: setting.colour, words }
    }

    /// The same text as a mark that is read out as part of an element.
    pub(super) fn content(&mut self, text: Text, node: NodeId) -> Mark {
        Mark::Text { text, content: Some(self.structure.add_content(node)) }
    }

    /// A link over an area of the strip that is being made.
    pub(super) fn link(&mut self, target: &str, area: Rect, node: NodeId) -> Mark {
        let title = self.titles.get(target).map_or(target, String::as_str);
        let annotation = Annotation {
            area,
            action: Action::Link(target.to_owned()),
            description: format!("{} {title}", self.style.labels.go_to),
            node,
        };
        let id: AnnotationId = self.structure.add_annotation(node);
        Mark::Annotation { id, annotation }
    }

    fn line_marks(
        &mut self,
        line: &Line,
        runs: &[Run],
        setting: Setting,
        node: NodeId,
        links: &mut BTreeMap<usize, NodeId>,
    ) -> Vec<Mark> {
        let (size, y) = (setting.size.size, baseline(setting.size));
        let mut marks = Vec::new();
        for segment in &line.segments {
            let target = segment.link.and_then(|run| Some((run, runs.get(run)?.link.as_deref()?)));
            let (node, colour) = match target {
                Some((run, _)) => {
                    let link = links.entry(run).or_insert_with(|| self.structure.add(node, Tag::Link));
                    (*link, self.style.palette.accent)
                }
                None => (node, setting.colour),
            };
            let (x, words) = (setting.x + segment.x * size, segment.words.clone());
            let text = Text { x, y, face: segment.face, size, colour, words };
            let area = Rect {
                x,
                y: y - size * LINK_ABOVE,
                width: text.width(),
                height: size * (LINK_ABOVE + LINK_BELOW),
            };
            marks.push(self.content(text, node));
            if let Some((_, id)) = target {
                let y = y + size * UNDERLINE_BELOW;
                marks.push(Mark::Rule(horizontal(x, area.width, y, UNDERLINE, self.style.palette.accent)));
                marks.push(self.link(id, area, node));
            }
        }
        marks
    }
}

/// Where the baseline of a line stands below the line's top.
pub(super) fn baseline(size: TypeSize) -> f32 {
    size.leading * (1.0 - DESCENT)
}

/// A horizontal rule at a height of a strip.
pub(super) fn horizontal(x: f32, width: f32, y: f32, thickness: f32, colour: Colour) -> Rule {
    Rule { from: (x, y), to: (x + width, y), thickness, colour, dotted: false }
}
