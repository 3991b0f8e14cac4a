//! Turns words into positioned glyphs and remembers them, because documents repeat their words.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use harfrust::{Buffer, ClusterLevel, Direction, ShapeOptions, ShapePlan, ShaperFont};

use super::face::{Face, FaceId, FontError, faces};

/// A stretch of text in one face, shaped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    pub glyphs: Vec<Glyph>,
    /// The sum of the advances, in ems.
    pub width: f32,
}

/// A glyph and where it stands against the pen, in ems.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    pub id: u16,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// What a reader copies; several characters for a ligature.
    pub text: Box<str>,
}

impl Word {
    /// A word of these glyphs.
    pub fn of(glyphs: Vec<Glyph>) -> Self {
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        Self { glyphs, width }
    }
}

/// Shapes text in the built-in faces and notes every character that they lack.
pub struct Shaper {
    faces: &'static [Face],
    fonts: Vec<ShaperFont<'static, 'static>>,
    plans: Vec<(FaceId, ShapePlan)>,
    words: HashMap<FaceId, HashMap<Box<str>, Rc<Word>>>,
    missing: BTreeMap<char, String>,
}

impl Shaper {
    /// A shaper that has seen no text.
    ///
    /// # Errors
    ///
    /// If the program itself is damaged.
    pub fn new() -> Result<Self, FontError> {
        let faces = faces()?;
        let fonts = faces.iter().map(|face| ShaperFont::new(&face.font)).collect();
        Ok(Self { faces, fonts, plans: Vec::new(), words: HashMap::new(), missing: BTreeMap::new() })
    }

    /// The glyphs of a text without line breaks, from left to right.
    pub fn shape(&mut self, face: FaceId, text: &str) -> Rc<Word> {
        if let Some(word) = self.words.get(&face).and_then(|words| words.get(text)) {
            return Rc::clone(word);
        }
        let word = Rc::new(self.shape_anew(face, text).unwrap_or_default());
        self.words.entry(face).or_default().insert(text.into(), Rc::clone(&word));
        word
    }

    /// The width of a text in points.
    pub fn width(&mut self, face: FaceId, text: &str, size: f32) -> f32 {
        self.shape(face, text).width * size
    }

    /// Every character that no face has, with a text that holds it.
    pub fn missing(&self) -> &BTreeMap<char, String> {
        &self.missing
    }

    fn shape_anew(&mut self, id: FaceId, text: &str) -> Option<Word> {
        let index = FaceId::ALL.iter().position(|face| *face == id)?;
        let mut buffer = Buffer::new();
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let plan = self.plan(id, index, &buffer)?;
        let (_, plan) = self.plans.get(plan)?;
        let font = self.fonts.get(index)?;
        harfrust::shape(font, &mut buffer, ShapeOptions::new().plan(Some(plan))).ok()?;
        let em = f32::from(self.faces.get(index)?.metrics.units_per_em);
        Some(Word::of(self.glyphs(&buffer, text, em)))
    }

    /// The index of the plan for the script of this buffer.
    fn plan(&mut self, id: FaceId, index: usize, buffer: &Buffer) -> Option<usize> {
        let (script, language) = (buffer.script(), buffer.language());
        let matches = |(face, plan): &(FaceId, ShapePlan)| {
            *face == id && plan.script() == script && plan.language() == language
        };
        if let Some(found) = self.plans.iter().position(matches) {
            return Some(found);
        }
        let font = &self.faces.get(index)?.font;
        self.plans.push((id, ShapePlan::new(font, Direction::LeftToRight, script, language, &[])));
        self.plans.len().checked_sub(1)
    }

    fn glyphs(&mut self, buffer: &Buffer, text: &str, em: f32) -> Vec<Glyph> {
        let infos = buffer.glyph_infos();
        let starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        let mut glyphs = Vec::with_capacity(infos.len());
        for (index, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let shown = cluster_text(text, &starts, index);
            let advance = units(position.x_advance, em);
            if info.glyph_id == 0 {
                self.note_missing(shown, text);
            }
            // What draws nothing and takes no room is a control character: it has done its work in shaping.
            if advance == 0.0 && shown.chars().all(is_invisible) {
                continue;
            }
            glyphs.push(Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or_default(),
                advance,
                x: units(position.x_offset, em),
                y: units(position.y_offset, em),
                text: extracted(shown).into(),
            });
        }
        glyphs
    }

    fn note_missing(&mut self, shown: &str, text: &str) {
        for character in shown.chars() {
            self.missing.entry(character).or_insert_with(|| text.to_owned());
        }
    }
}

/// The text from the start of this glyph's cluster to the start of the next; empty for a cluster's further glyphs.
fn cluster_text<'a>(text: &'a str, starts: &[usize], index: usize) -> &'a str {
    let start = starts.get(index).copied().unwrap_or_default();
    let is_further = index.checked_sub(1).and_then(|before| starts.get(before)) == Some(&start);
    if is_further {
        return "";
    }
    let end = starts.iter().skip(index).find(|next| **next > start).copied().unwrap_or(text.len());
    text.get(start..end).unwrap_or_default()
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// What a reader copies: no-break spaces as spaces, and never nothing, which PDF/UA forbids for a glyph.
fn extracted(shown: &str) -> String {
    if shown.is_empty() {
        return "\u{200B}".to_owned();
    }
    shown.replace(['\u{A0}', '\u{202F}'], " ")
}

fn units(value: i32, em: f32) -> f32 {
    // Font units are far below 2^24, where f32 is exact.
    value as f32 / em
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_signs_and_boxes_have_glyphs() {
        let mut shaper = Shaper::new().unwrap();
        for face in FaceId::ALL {
            for text in [
                "Łukasz",
                "Nguyễn",
                "Ærøskøbing",
                "Ğülşen",
                "§–—“”‘’•…",
                "≥≤→←×−±",
                "☐☑✓",
                "αβγ",
                "Жук",
                "e\u{301}",
            ] {
                let word = shaper.shape(face, text);
                assert!(word.width > 0.0, "{text} in {face:?}");
            }
        }
        assert_eq!(shaper.missing().keys().collect::<Vec<_>>(), Vec::<&char>::new());
    }

    #[test]
    fn a_character_without_a_glyph_is_noted_with_its_text() {
        let mut shaper = Shaper::new().unwrap();
        shaper.shape(FaceId::Regular, "心臓 ok");
        let missing: Vec<_> = shaper.missing().iter().map(|(c, text)| (*c, text.as_str())).collect();
        assert_eq!(missing, [('心', "心臓 ok"), ('臓', "心臓 ok")]);
    }

    #[test]
    fn copied_text_is_the_text_that_was_shaped() {
        let mut shaper = Shaper::new().unwrap();
        for (text, copied) in [
            ("office affirms", "office affirms"),
            ("24\u{A0}hours", "24 hours"),
            ("re\u{AD}view", "review"),
            ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
            ("5½ ≥ 3", "5½ ≥ 3"),
        ] {
            let word = shaper.shape(FaceId::Regular, text);
            let shown: String = word.glyphs.iter().map(|glyph| &*glyph.text).collect();
            assert_eq!(shown, copied);
        }
    }

    #[test]
    fn figures_are_as_wide_as_each_other() {
        let mut shaper = Shaper::new().unwrap();
        for face in FaceId::ALL {
            let widths: Vec<f32> = (0..10).map(|digit| shaper.width(face, &digit.to_string(), 1.0)).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{face:?}: {widths:?}");
        }
    }
}
