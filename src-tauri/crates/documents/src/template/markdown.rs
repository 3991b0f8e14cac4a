//! Reads constrained CommonMark into blocks and names everything that it does not allow.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{
    Alignment as MarkdownAlignment, BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd,
};

use super::error::{Reason, Refused};
use super::escape;
use super::inline::Inline;
use super::locate::Finding;
use super::slug::Slugs;
use crate::block::{Alignment, Block, Cell, Column, NoteKind, Run};

/// A column is never narrower or wider than this many characters ask for.
const SHARES: Range<usize> = 6..40;

type Sections<'a> = &'a [(String, Vec<Block>)];

/// The blocks of a rendered template, with every section in its place.
pub(super) fn read(rendered: &str, sections: Sections<'_>) -> Result<Vec<Block>, Vec<Finding>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM;
    let ids = sections.iter().flat_map(|(_, blocks)| blocks).filter_map(heading_id);
    let mut reader = Reader {
        events: Parser::new_ext(rendered, options).into_offset_iter().collect::<Vec<_>>().into_iter(),
        sections,
        placed: vec![false; sections.len()],
        slugs: Slugs::besides(ids),
        blocks: Vec::new(),
        findings: Vec::new(),
    };
    while let Some((event, range)) = reader.events.next() {
        reader.block(event, range.start);
    }
    reader.finish()
}

fn heading_id(block: &Block) -> Option<String> {
    match block {
        Block::Heading { id, .. } => Some(id.clone()),
        _ => None,
    }
}

/// Gives every heading but the first of an id another one: two people may well write the same heading.
fn separate_ids(blocks: &mut [Block]) {
    let mut slugs = Slugs::besides(blocks.iter().filter_map(heading_id));
    let mut seen = BTreeSet::new();
    for block in blocks {
        let Block::Heading { id, .. } = block else { continue };
        if !seen.insert(id.clone()) {
            *id = slugs.distinct(id);
        }
    }
}

struct Reader<'a> {
    events: std::vec::IntoIter<(Event<'a>, Range<usize>)>,
    sections: Sections<'a>,
    placed: Vec<bool>,
    slugs: Slugs,
    blocks: Vec<Block>,
    findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    fn finish(mut self) -> Result<Vec<Block>, Vec<Finding>> {
        if !self.findings.is_empty() {
            return Err(self.findings);
        }
        for ((_, blocks), placed) in self.sections.iter().zip(&self.placed) {
            if !placed {
                self.blocks.extend(blocks.iter().cloned());
            }
        }
        separate_ids(&mut self.blocks);
        Ok(self.blocks)
    }

    fn block(&mut self, event: Event<'a>, offset: usize) {
        match event {
            Event::Start(Tag::Paragraph) => self.paragraph(offset),
            Event::Start(Tag::Heading { level, id, classes, .. }) => {
                let unnumbered = classes.iter().any(|class| &**class == "unnumbered");
                self.heading(level, id.as_deref(), unnumbered, offset);
            }
            Event::Start(Tag::List(start)) => self.list(start.is_some(), offset),
            Event::Start(Tag::Table(alignments)) => self.table(&alignments, offset),
            Event::Start(Tag::BlockQuote(kind)) => self.note(kind, offset),
            Event::Start(tag) => self.refuse_element(&tag, offset),
            Event::Rule => self.refuse(Refused::Rule, offset),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(Refused::Html, offset),
            _ => self.refuse(Refused::Other, offset),
        }
    }

    fn paragraph(&mut self, offset: usize) {
        let runs = self.inline(TagEnd::Paragraph, offset);
        let mut characters = runs.iter().flat_map(|run| run.text.trim().chars());
        let only = characters.next().filter(|_| characters.next().is_none());
        match only.and_then(escape::marked) {
            Some(index) => self.place(index, offset),
            None if runs.is_empty() => {}
            None => {
                let runs = self.without_sections(runs, offset);
                self.blocks.push(Block::Paragraph { runs });
            }
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, unnumbered: bool, offset: usize) {
        let runs = self.inline(TagEnd::Heading(level), offset);
        let runs = self.without_sections(runs, offset);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let level = match level {
            HeadingLevel::H1 => 1,
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            _ => return self.refuse(Refused::DeepHeading, offset),
        };
        let id = match id {
            Some(id) => {
                self.slugs.take(id);
                id.to_owned()
            }
            None => self.slugs.make(&text),
        };
        self.blocks.push(Block::Heading { level, id, text, unnumbered });
    }

    fn list(&mut self, ordered: bool, offset: usize) {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let runs = self.inline(TagEnd::Item, range.start);
                    items.push(self.without_sections(runs, range.start));
                }
                Event::End(TagEnd::List(_)) => break,
                _ => self.refuse(Refused::Other, offset),
            }
        }
        self.blocks.push(Block::List { ordered, items });
    }

    fn note(&mut self, kind: Option<BlockQuoteKind>, offset: usize) {
        let runs = self.inline(TagEnd::BlockQuote(kind), offset);
        let runs = self.without_sections(runs, offset);
        let kind = match kind {
            Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution | BlockQuoteKind::Important) => {
                NoteKind::Warning
            }
            Some(BlockQuoteKind::Note | BlockQuoteKind::Tip) | None => NoteKind::Info,
        };
        self.blocks.push(Block::Note { kind, runs });
    }

    fn table(&mut self, alignments: &[MarkdownAlignment], offset: usize) {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let runs = self.inline(TagEnd::TableCell, range.start);
                    let runs = self.without_sections(runs, range.start);
                    if let Some(row) = rows.last_mut() {
                        row.push(runs);
                    }
                }
                Event::End(TagEnd::Table) => break,
                Event::End(_) => {}
                _ => self.refuse(Refused::Other, offset),
            }
        }
        let columns = columns(alignments, &rows);
        let rows = rows.into_iter().skip(1).collect();
        self.blocks.push(Block::Table { caption: String::new(), columns, rows });
    }

    /// The text up to the end of an element, which may itself hold one paragraph.
    fn inline(&mut self, end: TagEnd, offset: usize) -> Vec<Run> {
        let mut inline = Inline::default();
        let mut paragraphs = 0;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::Paragraph) => {
                    paragraphs += 1;
                    if paragraphs == 2 {
                        self.refuse(Refused::SeveralParagraphs, offset);
                    }
                }
                Event::Text(text) => inline.push(&text),
                Event::SoftBreak => inline.push(" "),
                Event::Start(Tag::Strong) => inline.bold += 1,
                Event::End(TagEnd::Strong) => inline.bold -= 1,
                Event::Start(Tag::Emphasis) => inline.italic += 1,
                Event::End(TagEnd::Emphasis) => inline.italic -= 1,
                Event::Start(Tag::Link { dest_url, .. }) => match dest_url.strip_prefix('#') {
                    Some(id) => inline.link = Some(escape::unescape(id)),
                    None => self.refuse(Refused::ExternalLink, range.start),
                },
                Event::End(TagEnd::Link) => inline.link = None,
                Event::End(_) => {}
                Event::HardBreak => self.refuse(Refused::LineBreak, range.start),
                Event::Code(_) => self.refuse(Refused::Code, range.start),
                Event::Html(_) | Event::InlineHtml(_) => self.refuse(Refused::Html, range.start),
                Event::Start(tag) => self.refuse_element(&tag, range.start),
                _ => self.refuse(Refused::Other, range.start),
            }
        }
        inline.finish()
    }

    fn place(&mut self, index: usize, offset: usize) {
        let Some((name, blocks)) = self.sections.get(index) else { return };
        match self.placed.get_mut(index) {
            Some(placed) if !*placed => {
                *placed = true;
                self.blocks.extend(blocks.iter().cloned());
            }
            _ => self.findings.push(Finding { offset, reason: Reason::SectionPlacedTwice(name.clone()) }),
        }
    }

    fn without_sections(&mut self, runs: Vec<Run>, offset: usize) -> Vec<Run> {
        let markers = runs.iter().flat_map(|run| run.text.chars()).filter_map(escape::marked);
        for (name, _) in markers.filter_map(|index| self.sections.get(index)) {
            self.findings.push(Finding { offset, reason: Reason::SectionInText(name.clone()) });
        }
        runs
    }

    fn refuse(&mut self, construct: Refused, offset: usize) {
        self.findings.push(Finding { offset, reason: Reason::Refused(construct) });
    }

    /// Names an element that is not allowed and passes over what it holds.
    fn refuse_element(&mut self, tag: &Tag<'_>, offset: usize) {
        let construct = match tag {
            Tag::Image { .. } => Refused::Image,
            Tag::HtmlBlock => Refused::Html,
            Tag::CodeBlock(_) => Refused::Code,
            Tag::List(_) => Refused::NestedList,
            Tag::BlockQuote(_) | Tag::Heading { .. } | Tag::Table(_) => Refused::SeveralParagraphs,
            _ => Refused::Other,
        };
        self.refuse(construct, offset);
        let mut depth = 1_usize;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }
}

fn columns(alignments: &[MarkdownAlignment], rows: &[Vec<Cell>]) -> Vec<Column> {
    let titles = rows.first().into_iter().flatten();
    let described = titles.zip(alignments).enumerate();
    described
        .map(|(index, (title, alignment))| Column {
            title: text(title),
            share: share(rows, index),
            alignment: match alignment {
                MarkdownAlignment::Right => Alignment::End,
                MarkdownAlignment::Center => Alignment::Center,
                MarkdownAlignment::None | MarkdownAlignment::Left => Alignment::Start,
            },
        })
        .collect()
}

/// As wide as its longest cell, within reason.
fn share(rows: &[Vec<Cell>], column: usize) -> u16 {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let longest = cells.map(|cell| text(cell).chars().count()).max().unwrap_or_default();
    u16::try_from(longest.clamp(SHARES.start, SHARES.end)).unwrap_or(u16::MAX)
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
