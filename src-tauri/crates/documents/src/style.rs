//! How a document looks: its paper, sizes, colours and the few words that the layout itself writes.
//!
//! Lengths are points (1/72 inch). What a document says does not belong here.

/// The look of a document; the default is the house style on US Letter in English.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    pub page: PageSize,
    pub margins: Margins,
    pub sizes: Sizes,
    pub palette: Palette,
    pub labels: Labels,
}

impl Style {
    /// The house style on the given paper.
    pub fn on(page: PageSize) -> Self {
        Self {
            page,
            margins: Margins::default(),
            sizes: Sizes::default(),
            palette: Palette::default(),
            labels: Labels::default(),
        }
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::on(PageSize::UsLetter)
    }
}

/// The paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageSize {
    UsLetter,
    A4,
}

impl PageSize {
    /// Width and height.
    pub fn points(self) -> (f32, f32) {
        match self {
            Self::UsLetter => (612.0, 792.0),
            Self::A4 => (595.28, 841.89),
        }
    }
}

/// The room around the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    pub top: f32,
    pub bottom: f32,
    pub left: f32,
    pub right: f32,
    /// The strip inside the left margin in which heading numbers hang.
    pub gutter: f32,
}

impl Default for Margins {
    fn default() -> Self {
        Self { top: 84.0, bottom: 80.0, left: 62.0, right: 72.0, gutter: 38.0 }
    }
}

/// A size of type and the distance from one line to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeSize {
    pub size: f32,
    pub leading: f32,
}

const fn set(size: f32, leading: f32) -> TypeSize {
    TypeSize { size, leading }
}

/// The sizes in use, from the title down to the footer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    pub title: TypeSize,
    pub subtitle: TypeSize,
    /// Headings of level 1, 2 and 3.
    pub headings: [TypeSize; 3],
    pub body: TypeSize,
    pub table: TypeSize,
    /// Captions below lines to sign on.
    pub caption: TypeSize,
    pub running: TypeSize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            title: set(27.0, 32.0),
            subtitle: set(13.0, 18.0),
            headings: [set(15.5, 19.5), set(12.0, 16.0), set(10.5, 15.0)],
            body: set(10.5, 15.0),
            table: set(9.25, 12.5),
            caption: set(7.5, 10.0),
            running: set(8.0, 10.0),
        }
    }
}

/// Red, green and blue in sRGB, each from 0 to 1.
pub type Colour = [f32; 3];

/// The colours in use: ink, greys and one accent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub ink: Colour,
    /// Headers, footers and captions; dark enough to read (more than 5 : 1 on white).
    pub quiet: Colour,
    pub accent: Colour,
    /// Thin rules.
    pub rule: Colour,
    /// Behind table headers and notes.
    pub tint: Colour,
    /// Behind warnings, and the bar at their edge.
    pub warning_tint: Colour,
    pub warning: Colour,
    /// The shades of a heat map, calmest first; ink reads on each (more than 7 : 1).
    pub heat: [Colour; 5],
}

impl Default for Palette {
    fn default() -> Self {
        Self {
            ink: rgb(0x1d, 0x23, 0x28),
            quiet: rgb(0x55, 0x5f, 0x67),
            accent: rgb(0x0d, 0x5a, 0x74),
            rule: rgb(0xc3, 0xcc, 0xd2),
            tint: rgb(0xee, 0xf4, 0xf6),
            warning_tint: rgb(0xfb, 0xf4, 0xe6),
            warning: rgb(0x8a, 0x55, 0x08),
            heat: [
                rgb(0xf1, 0xf5, 0xf6),
                rgb(0xdf, 0xec, 0xe4),
                rgb(0xfb, 0xf0, 0xcf),
                rgb(0xf8, 0xd3, 0xb0),
                rgb(0xf0, 0xaf, 0xa5),
            ],
        }
    }
}

fn rgb(red: u8, green: u8, blue: u8) -> Colour {
    [red, green, blue].map(|part| f32::from(part) / 255.0)
}

/// The words that the layout writes, in the document's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    pub contents: String,
    /// As in "Page 3 of 11".
    pub page: String,
    pub of: String,
    pub note: String,
    pub warning: String,
    pub digital_signature: String,
    pub signature: String,
    pub printed_name: String,
    pub date: String,
    /// As in "Go to Scope", which a screen reader says of a link.
    pub go_to: String,
}

impl Default for Labels {
    fn default() -> Self {
        Self {
            contents: "Contents".to_owned(),
            page: "Page".to_owned(),
            of: "of".to_owned(),
            note: "Note".to_owned(),
            warning: "Important".to_owned(),
            digital_signature: "Digital signature".to_owned(),
            signature: "Signature in ink".to_owned(),
            printed_name: "Printed name".to_owned(),
            date: "Date".to_owned(),
            go_to: "Go to".to_owned(),
        }
    }
}
