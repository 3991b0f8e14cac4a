//! The faces themselves and their measures.

use std::sync::LazyLock;

use harfrust::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::woff;

/// One of the four faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

impl FaceId {
    /// All faces, in the order in which they are embedded.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face for text that is bold or not, italic or not.
    pub fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSans3-Regular",
            Self::Bold => "SourceSans3-Bold",
            Self::Italic => "SourceSans3-It",
            Self::BoldItalic => "SourceSans3-BoldIt",
        }
    }

    fn woff(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/SourceSans3-Regular.ttf.woff"),
            Self::Bold => include_bytes!("../../fonts/SourceSans3-Bold.ttf.woff"),
            Self::Italic => include_bytes!("../../fonts/SourceSans3-It.ttf.woff"),
            Self::BoldItalic => include_bytes!("../../fonts/SourceSans3-BoldIt.ttf.woff"),
        }
    }
}

/// A face that is part of the program cannot be read: the program is damaged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the built-in font {0} cannot be read")]
pub struct FontError(pub &'static str);

/// A face, ready to shape text and to be embedded.
pub struct Face {
    pub id: FaceId,
    /// The whole TrueType file.
    pub bytes: Vec<u8>,
    pub metrics: Metrics,
    pub(super) font: Font,
}

/// Measures of a face in font units, as a font descriptor wants them (ISO 32000-1, 9.8).
#[derive(Clone, Copy, Debug)]
pub struct Metrics {
    pub units_per_em: u16,
    pub ascent: f32,
    pub descent: f32,
    /// Lowest x, lowest y, highest x, highest y over all glyphs.
    pub bounds: [f32; 4],
    /// As in `OS/2`: 400 regular, 700 bold.
    pub weight: u16,
    /// Degrees from the vertical, negative for a face that leans right.
    pub italic_angle: f32,
}

impl Face {
    fn load(id: FaceId) -> Option<Self> {
        let bytes = woff::to_truetype(id.woff())?;
        let metrics = measure(&FontRef::new(&bytes).ok()?)?;
        let font = Font::new(bytes.clone(), 0)?;
        Some(Self { id, bytes, metrics, font })
    }

    /// The advance width of each glyph in font units.
    pub fn widths(&self, glyphs: impl IntoIterator<Item = u16>) -> Vec<(u16, f32)> {
        let Ok(font) = FontRef::new(&self.bytes) else { return Vec::new() };
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let width = |glyph: u16| metrics.advance_width(GlyphId::from(glyph)).unwrap_or_default();
        glyphs.into_iter().map(|glyph| (glyph, width(glyph))).collect()
    }
}

fn measure(font: &FontRef<'_>) -> Option<Metrics> {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let attributes = font.attributes();
    let bounds = metrics.bounds?;
    let weight = attributes.weight.value();
    Some(Metrics {
        units_per_em: metrics.units_per_em,
        ascent: metrics.ascent,
        descent: metrics.descent,
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
        weight: if weight >= 600.0 { 700 } else { 400 },
        italic_angle: metrics.italic_angle,
    })
}

/// The faces in the order of [`FaceId::ALL`], opened once in a process.
///
/// # Errors
///
/// If the program itself is damaged.
pub fn faces() -> Result<&'static [Face], FontError> {
    static FACES: LazyLock<Result<Vec<Face>, FontError>> = LazyLock::new(|| {
        FaceId::ALL.map(|id| Face::load(id).ok_or(FontError(id.name()))).into_iter().collect()
    });
    FACES.as_ref().map(Vec::as_slice).map_err(Clone::clone)
}
