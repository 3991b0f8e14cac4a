//! Breaks styled text into lines of a given width.
//!
//! Breaks fall at spaces, after hyphens, dashes and slashes, and within a word only if it is wider than a line. Where
//! several breaks would do, textwrap weighs the whole paragraph so that its right edge is even.

use std::rc::Rc;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use crate::block::Run;
use crate::font::{FaceId, Shaper, Word};

/// A line never exceeds its width, so that penalty only has to be beyond every other; a single word on the last line
/// is worth a line that ends twenty characters early.
const PENALTIES: Penalties = Penalties {
    nline_penalty: 1000,
    overflow_penalty: 1_000_000_000,
    short_last_line_fraction: 4,
    short_last_line_penalty: 400,
    hyphen_penalty: 0,
};
/// textwrap's penalties are made for widths in characters; this is one in ems.
const CHARACTER: f64 = 0.5;
/// How many glyphs of a word wider than the line stay together.
const CHUNK: usize = 4;
/// Sums of widths are rounded; this much over the edge is none.
const ROUNDING: f64 = 1e-4;

/// One line of text; the last segment may end in a space that takes no room.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub segments: Vec<Segment>,
    /// Without the space at its end, in ems.
    pub width: f32,
}

/// A part of a line in one face that belongs to one link or none. Lengths are ems.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub x: f32,
    pub width: f32,
    pub face: FaceId,
    /// The index of the run that is a link.
    pub link: Option<usize>,
    pub words: Vec<Rc<Word>>,
}

/// The lines of a paragraph; `width` is in ems. Text without anything to show gives no line.
pub(super) fn break_lines(shaper: &mut Shaper, runs: &[Run], width: f32) -> Vec<Line> {
    let chunks = narrowed(chunks(shaper, runs), width);
    if chunks.is_empty() {
        return Vec::new();
    }
    let limit = f64::from(width) / CHARACTER + ROUNDING;
    let fits = |lines: &Vec<&[Chunk]>| lines.iter().all(|line| characters(line) <= limit);
    let optimal = wrap_optimal_fit(&chunks, &[limit], &PENALTIES).ok().filter(fits);
    let lines = optimal.unwrap_or_else(|| wrap_first_fit(&chunks, &[limit]));
    lines.into_iter().map(assemble).collect()
}

/// A part of the text that does not break, with the space behind it.
#[derive(Clone, Debug, Default)]
struct Chunk {
    pieces: Vec<Piece>,
    space: Option<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    word: Rc<Word>,
    face: FaceId,
    link: Option<usize>,
}

impl Chunk {
    fn ems(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.word.width).sum()
    }
}

impl Fragment for Chunk {
    fn width(&self) -> f64 {
        f64::from(self.ems()) / CHARACTER
    }

    fn whitespace_width(&self) -> f64 {
        self.space.as_ref().map_or(0.0, |space| f64::from(space.word.width) / CHARACTER)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn characters(line: &[Chunk]) -> f64 {
    let spaces = line.iter().map(Fragment::whitespace_width).sum::<f64>();
    let last = line.last().map_or(0.0, Fragment::whitespace_width);
    line.iter().map(Fragment::width).sum::<f64>() + spaces - last
}

/// The text cut wherever a line may end.
fn chunks(shaper: &mut Shaper, runs: &[Run]) -> Vec<Chunk> {
    let mut chunks = vec![Chunk::default()];
    for (index, run) in runs.iter().enumerate() {
        let face = FaceId::of(run.bold, run.italic);
        let link = run.link.as_ref().map(|_| index);
        let mut shape = |text: &str| Piece { word: shaper.shape(face, text), face, link };
        for part in parts(&run.text) {
            let Some(last) = chunks.last_mut() else { break };
            match part {
                Part::Space if last.pieces.is_empty() => {}
                Part::Space => {
                    last.space = Some(shape(" "));
                    chunks.push(Chunk::default());
                }
                Part::Text(text) => last.pieces.push(shape(text)),
                Part::Break => chunks.push(Chunk::default()),
            }
        }
    }
    chunks.retain(|chunk| !chunk.pieces.is_empty());
    chunks
}

enum Part<'a> {
    Text(&'a str),
    Space,
    /// The line may end here without a space.
    Break,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let end = at + character.len_utf8();
        if is_space(character) {
            parts.extend(stretch(text, start, at));
            parts.push(Part::Space);
            start = end;
        } else if may_break_after(before, character, next) {
            parts.extend(stretch(text, start, end));
            parts.push(Part::Break);
            start = end;
        }
        before = Some(character);
    }
    parts.extend(stretch(text, start, text.len()));
    parts
}

fn stretch(text: &str, start: usize, end: usize) -> Option<Part<'_>> {
    text.get(start..end).filter(|stretch| !stretch.is_empty()).map(Part::Text)
}

/// Every kind of white space but those that forbid a break.
fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

fn may_break_after(before: Option<char>, character: char, next: Option<char>) -> bool {
    let is_joint = matches!(character, '-' | '–' | '—' | '/' | '\u{AD}' | '\u{200B}');
    is_joint && before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic)
}

/// The same chunks with each that is wider than a line cut into small ones.
fn narrowed(chunks: Vec<Chunk>, width: f32) -> Vec<Chunk> {
    let mut narrow = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        if chunk.ems() <= width {
            narrow.push(chunk);
        } else {
            narrow.extend(cut(chunk, width));
        }
    }
    narrow
}

fn cut(chunk: Chunk, width: f32) -> Vec<Chunk> {
    let mut small: Vec<Chunk> = Vec::new();
    for piece in &chunk.pieces {
        for word in cut_word(&piece.word, width) {
            let piece = Piece { word: Rc::new(word), ..piece.clone() };
            small.push(Chunk { pieces: vec![piece], space: None });
        }
    }
    if let Some(last) = small.last_mut() {
        last.space = chunk.space;
    }
    small
}

/// Cuts between glyphs, but not before an accent, which has no advance of its own.
fn cut_word(word: &Word, width: f32) -> Vec<Word> {
    let mut words = Vec::new();
    let mut current = Word::default();
    for glyph in &word.glyphs {
        let is_full = current.glyphs.len() >= CHUNK || current.width + glyph.advance > width;
        if is_full && glyph.advance > 0.0 && !current.glyphs.is_empty() {
            words.push(std::mem::take(&mut current));
        }
        current.width += glyph.advance;
        current.glyphs.push(glyph.clone());
    }
    words.push(current);
    words
}

fn assemble(chunks: &[Chunk]) -> Line {
    let mut line = Line::default();
    for chunk in chunks {
        for piece in &chunk.pieces {
            append(&mut line, piece);
        }
        line.width = end(&line);
        if let Some(space) = &chunk.space {
            append(&mut line, space);
        }
    }
    line
}

fn append(line: &mut Line, piece: &Piece) {
    let x = end(line);
    match line.segments.last_mut() {
        Some(last) if last.face == piece.face && last.link == piece.link => {
            last.width += piece.word.width;
            last.words.push(Rc::clone(&piece.word));
        }
        _ => line.segments.push(Segment {
            x,
            width: piece.word.width,
            face: piece.face,
            link: piece.link,
            words: vec![Rc::clone(&piece.word)],
        }),
    }
}

fn end(line: &Line) -> f32 {
    line.segments.last().map_or(0.0, |segment| segment.x + segment.width)
}
