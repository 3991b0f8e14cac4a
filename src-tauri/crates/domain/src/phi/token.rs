//! From characters to tokens, in one pass. What tokens mean together does not belong here.

/// A run of letters and digits, or one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// The characters.
    pub text: &'t str,
    /// First character, from 0, in Unicode scalar values.
    pub start: usize,
    /// Its characters.
    pub length: usize,
    /// What it is made of.
    pub kind: Kind,
    /// What stands between it and the token before.
    pub gap: Gap,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// ASCII digits alone.
    Digits,
    /// Letters, or letters and digits.
    Word,
    /// Any other character.
    Mark(char),
}

/// What stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    None,
    /// Blanks of one line, or low lines as in `patient_id`.
    Blank,
    /// A line break.
    Line,
}

impl Token<'_> {
    /// The first character behind it.
    pub fn end(&self) -> usize {
        self.start + self.length
    }

    /// Whether it is a word, whatever its case.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of some words, whatever its case.
    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is so many digits.
    pub fn is_digits(&self, count: usize) -> bool {
        self.kind == Kind::Digits && self.length == count
    }

    /// Its value, where it is at most eight digits.
    pub fn number(&self) -> Option<u32> {
        let short = self.kind == Kind::Digits && self.length <= 8;
        short.then(|| self.text.parse().ok()).flatten()
    }

    /// Whether it is a hyphen or a dash.
    pub fn is_hyphen(&self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}'))
    }
}

/// The tokens of a text.
pub fn scan(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut gap = Gap::None;
    let mut characters = text.char_indices().enumerate().peekable();
    while let Some((start, (from, character))) = characters.next() {
        if let Some(wider) = blank(character) {
            gap = if gap == Gap::Line { Gap::Line } else { wider };
            continue;
        }
        let mut to = from + character.len_utf8();
        let mut length = 1;
        if character.is_alphanumeric() {
            while let Some((_, (at, next))) = characters.next_if(|(_, (_, next))| next.is_alphanumeric()) {
                to = at + next.len_utf8();
                length += 1;
            }
        }
        let text = text.get(from..to).unwrap_or_default();
        tokens.push(Token { text, start, length, kind: kind(text, character), gap });
        gap = Gap::None;
    }
    tokens
}

fn blank(character: char) -> Option<Gap> {
    match character {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(Gap::Line),
        '_' => Some(Gap::Blank),
        other => other.is_whitespace().then_some(Gap::Blank),
    }
}

fn kind(text: &str, first: char) -> Kind {
    if !first.is_alphanumeric() {
        Kind::Mark(first)
    } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
        Kind::Digits
    } else {
        Kind::Word
    }
}
