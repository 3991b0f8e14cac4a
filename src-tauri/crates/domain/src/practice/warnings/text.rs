//! A text as words with their places. What phrases mean does not belong here.

/// The words of a text.
#[derive(Debug)]
pub(super) struct Text<'t> {
    text: &'t str,
    /// In order.
    pub words: Vec<Word>,
}

/// A run of letters and digits; an apostrophe between letters is one of them.
#[derive(Debug)]
pub(super) struct Word {
    /// In lower case, with a straight apostrophe.
    pub lower: String,
    /// Whether a sentence or a part of one begins with it: after a stop, a colon or a semicolon.
    pub opens: bool,
    from: usize,
    to: usize,
}

impl<'t> Text<'t> {
    /// The words of a text; linear in its length.
    pub fn of(text: &'t str) -> Self {
        let mut words = Vec::new();
        let mut opens = true;
        let mut characters = text.char_indices().peekable();
        while let Some((from, first)) = characters.next() {
            if !first.is_alphanumeric() {
                opens |= matches!(first, '.' | '!' | '?' | ':' | ';');
                continue;
            }
            let (mut to, mut lower) = (from + first.len_utf8(), first.to_lowercase().to_string());
            while let Some((at, next)) = characters.next_if(|(_, next)| is_within(*next)) {
                to = at + next.len_utf8();
                if is_apostrophe(next) { lower.push('\'') } else { lower.extend(next.to_lowercase()) }
            }
            let closing = lower.len() - lower.trim_end_matches('\'').len();
            lower.truncate(lower.len() - closing);
            words.push(Word { lower, opens, from, to });
            opens = false;
        }
        Self { text, words }
    }

    /// How many words the phrase has, if it stands at a word and within one sentence.
    pub fn matches(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for wanted in phrase.split(' ') {
            let word = self.words.get(at + length).filter(|word| length == 0 || !word.opens)?;
            let fits = match wanted.strip_suffix('*') {
                Some(start) => word.lower.starts_with(start),
                None => word.lower == wanted || word.lower.strip_suffix("'s") == Some(wanted),
            };
            fits.then_some(())?;
            length += 1;
        }
        Some(length)
    }

    /// The text of some words as written.
    pub fn between(&self, at: usize, length: usize) -> &'t str {
        let ends = self.words.get(at).zip(self.words.get(at + length.saturating_sub(1)));
        let text = ends.and_then(|(first, last)| self.text.get(first.from..last.to));
        text.map_or("", |text| text.trim_end_matches(is_apostrophe))
    }
}

fn is_within(character: char) -> bool {
    character.is_alphanumeric() || is_apostrophe(character)
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}
