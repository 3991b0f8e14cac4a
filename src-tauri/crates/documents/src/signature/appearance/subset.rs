//! The font of a signature's appearance, cut down to the glyphs that it uses (ISO 32000-1, 9.7 and 9.10.3).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use subsetter::GlyphRemapper;

use crate::font::{Face, Metrics};

/// Height of capital letters and width of stems, in thousandths of the size, of the regular face.
const CAP_HEIGHT: i64 = 660;
const STEM: i64 = 84;

/// Why a signature's appearance cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AppearanceError {
    /// The built-in font is damaged.
    #[error("the font cannot be used")]
    Font,
    /// The font has no glyph for a character of the text.
    #[error("the font has no glyph for {0:?}")]
    Glyph(char),
}

/// One glyph of a subset.
struct Glyph {
    /// Its number in the subset, which is also its code in text.
    code: u16,
    /// Its width at a size of one.
    advance: f32,
}

/// A font cut down to some glyphs.
pub(crate) struct Subset {
    name: String,
    program: Vec<u8>,
    glyphs: BTreeMap<char, Glyph>,
    metrics: Metrics,
}

impl Subset {
    /// The part of a face that some lines of text need.
    pub(crate) fn of(face: &Face, lines: &[String]) -> Result<Self, AppearanceError> {
        let font = FontRef::new(&face.bytes).map_err(|_| AppearanceError::Font)?;
        let characters = font.charmap();
        let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let mut remapper = GlyphRemapper::new();
        let mut glyphs = BTreeMap::new();
        for character in lines.iter().flat_map(|line| line.chars()) {
            let glyph = characters.map(character).ok_or(AppearanceError::Glyph(character))?;
            let code = u16::try_from(glyph.to_u32()).map_err(|_| AppearanceError::Font)?;
            let advance = advances.advance_width(glyph).unwrap_or(0.0) / f32::from(face.metrics.units_per_em);
            glyphs.insert(character, Glyph { code: remapper.remap(code), advance });
        }
        let program = subsetter::subset(&face.bytes, 0, &remapper).map_err(|_| AppearanceError::Font)?;
        let name = format!("{}+{}", tag(&program), face.id.name());
        Ok(Self { name, program, glyphs, metrics: face.metrics })
    }

    /// The width of a line at a size of one.
    pub(crate) fn width(&self, line: &str) -> f32 {
        line.chars().filter_map(|character| self.glyphs.get(&character)).map(|glyph| glyph.advance).sum()
    }

    /// The codes of a line as hexadecimal digits.
    pub(crate) fn codes(&self, line: &str) -> String {
        let glyphs = line.chars().filter_map(|character| self.glyphs.get(&character));
        glyphs.map(|glyph| format!("{:04X}", glyph.code)).collect()
    }

    /// Adds the font to a document.
    pub(crate) fn embed(self, document: &mut Document) -> ObjectId {
        let descriptor = self.descriptor(document);
        let unicode = document.add_object(compressed(dictionary! {}, self.to_unicode().into_bytes()));
        let descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => self.name.as_str(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "CIDToGIDMap" => "Identity",
            "DW" => 0,
            "W" => self.widths(),
            "FontDescriptor" => descriptor,
        };
        let descendant = document.add_object(descendant);
        document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => self.name.as_str(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![Object::Reference(descendant)],
            "ToUnicode" => unicode,
        })
    }

    fn descriptor(&self, document: &mut Document) -> ObjectId {
        let length = i64::try_from(self.program.len()).unwrap_or(i64::MAX);
        let program = compressed(dictionary! { "Length1" => length }, self.program.clone());
        let program = document.add_object(program);
        let bounds = self.metrics.bounds.map(|edge| Object::Integer(self.thousandths(edge)));
        document.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => self.name.as_str(),
            // Symbolic: the codes are glyph numbers, not characters of a standard set.
            "Flags" => 4,
            "FontBBox" => bounds.to_vec(),
            "ItalicAngle" => 0,
            "Ascent" => self.thousandths(self.metrics.ascent),
            "Descent" => self.thousandths(self.metrics.descent),
            "CapHeight" => CAP_HEIGHT,
            "StemV" => STEM,
            "FontFile2" => program,
        })
    }

    fn widths(&self) -> Vec<Object> {
        let by_code: BTreeMap<u16, f32> =
            self.glyphs.values().map(|glyph| (glyph.code, glyph.advance)).collect();
        let width = |advance: f32| Object::Integer((advance * 1000.0).round() as i64);
        by_code
            .into_iter()
            .flat_map(|(code, advance)| [Object::Integer(code.into()), Object::Array(vec![width(advance)])])
            .collect()
    }

    fn to_unicode(&self) -> String {
        let by_code: BTreeMap<u16, char> =
            self.glyphs.iter().map(|(meant, glyph)| (glyph.code, *meant)).collect();
        let lines: Vec<String> =
            by_code.into_iter().map(|(code, meant)| format!("<{code:04X}> <{}>\n", utf16(meant))).collect();
        // A block holds at most 100 lines (Adobe Technical Note 5014).
        let blocks: String = lines
            .chunks(100)
            .map(|block| format!("{} beginbfchar\n{}endbfchar\n", block.len(), block.concat()))
            .collect();
        format!(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{blocks}\
             endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )
    }

    fn thousandths(&self, units: f32) -> i64 {
        (units * 1000.0 / f32::from(self.metrics.units_per_em)).round() as i64
    }
}

/// A compressed stream; one that would not become shorter stays as it is.
fn compressed(entries: Dictionary, content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(entries, content);
    // Compression writes to memory and cannot fail; if it did, the stream would be good as it is.
    let _ = stream.compress();
    stream
}

/// Six letters that tell this subset from others of the font (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn utf16(character: char) -> String {
    let mut units = [0; 2];
    character.encode_utf16(&mut units).iter().map(|unit| format!("{unit:04X}")).collect()
}
