//! From characters to tokens, in one pass.
//! Hyphens inside words join tokens instead of being one, so that `on-call` is two words and `24-48` is not.

use std::borrow::Cow;

use super::token::{Kind, NumberForm, Token};
use super::word_set::mark;

/// Adds the tokens of a piece of text, which starts at byte `offset` on line `line`.
pub(super) fn scan<'t>(text: &'t str, offset: usize, line: usize, tokens: &mut Vec<Token<'t>>) {
    let mut scanner = Scanner { text, at: 0, offset, line, column: 1, joined: false, spaced: true };
    while let Some(character) = scanner.peek() {
        scanner.token(character, tokens);
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    offset: usize,
    line: usize,
    column: usize,
    joined: bool,
    spaced: bool,
}

impl<'t> Scanner<'t> {
    fn token(&mut self, character: char, tokens: &mut Vec<Token<'t>>) {
        if character.is_whitespace() {
            self.advance(character);
            (self.spaced, self.joined) = (true, false);
            return;
        }
        let before = (self.at, self.column);
        if !character.is_ascii_digit() && character.is_alphanumeric() {
            self.word();
            self.push(Kind::Word, before, tokens);
        } else if character.is_ascii_digit() || self.at_negative(character, tokens) {
            let kind = self.number(character);
            self.push(kind, before, tokens);
        } else if is_hyphen(character) && self.joins(tokens) {
            self.advance(character);
            (self.spaced, self.joined) = (false, true);
        } else {
            self.advance(character);
            self.push(Kind::Mark(plain(character)), before, tokens);
        }
    }

    #[inline]
    fn push(&mut self, kind: Kind, (at, column): (usize, usize), tokens: &mut Vec<Token<'t>>) {
        let text = self.text.get(at..self.at).unwrap_or_default();
        let lower = fold(text);
        tokens.push(Token {
            kind,
            mark: mark(&lower),
            lower,
            start: self.offset + at,
            end: self.offset + self.at,
            line: self.line,
            column,
            length: self.column - column,
            joined: self.joined,
            spaced: self.spaced,
            capital: text.starts_with(char::is_uppercase),
        });
        (self.spaced, self.joined) = (false, false);
    }

    /// A hyphen joins when a word or number stands directly before it and a letter directly after.
    fn joins(&self, tokens: &[Token<'_>]) -> bool {
        let before = tokens.last().is_some_and(|token| token.is_word() || token.is_number());
        before && !self.spaced && self.peek_after(1).is_some_and(char::is_alphabetic)
    }

    /// A minus sign belongs to the number when it stands free before a digit and after no number.
    fn at_negative(&self, character: char, tokens: &[Token<'_>]) -> bool {
        (is_hyphen(character) || character == '−')
            && self.spaced
            && self.peek_after(1).is_some_and(|next| next.is_ascii_digit())
            && !tokens.last().is_some_and(Token::is_number)
    }

    fn word(&mut self) {
        let start = self.at;
        self.plain_letters();
        while let Some(character) = self.peek() {
            let goes_on = character.is_alphanumeric() || is_combining(character);
            if !goes_on && !self.ties_letters(character, start) {
                return;
            }
            self.advance(character);
            self.plain_letters();
        }
    }

    /// Passes letters and digits of ASCII, of which nearly all words are made.
    fn plain_letters(&mut self) {
        let plain = self.rest().bytes().take_while(u8::is_ascii_alphanumeric).count();
        (self.at, self.column) = (self.at + plain, self.column + plain);
    }

    /// An apostrophe, or the hyphen of a prefix, belongs to the word where a letter follows.
    fn ties_letters(&self, character: char, start: usize) -> bool {
        let ties = matches!(character, '\'' | '’') || is_hyphen(character) && self.at_prefix(start);
        ties && self.peek_after(1).is_some_and(char::is_alphabetic)
    }

    /// `bi-` and `semi-` make one word with what follows, as the word list has it.
    fn at_prefix(&self, start: usize) -> bool {
        let before = self.text.get(start..self.at).unwrap_or_default();
        before.eq_ignore_ascii_case("bi") || before.eq_ignore_ascii_case("semi")
    }

    fn number(&mut self, first: char) -> Kind {
        let negative = !first.is_ascii_digit();
        if negative {
            self.advance(first);
        }
        let mut value = 0_i64;
        let mut form = NumberForm::Whole;
        loop {
            value = self.digits(value, form == NumberForm::Whole);
            match self.separator() {
                Some(',') => self.advance(','),
                Some(':') if form == NumberForm::Whole => {
                    form = NumberForm::Clock;
                    self.advance(':');
                }
                Some('.') => {
                    form = NumberForm::Decimal;
                    self.advance('.');
                }
                _ => break,
            }
        }
        if form == NumberForm::Whole && self.ordinal_ending() {
            form = NumberForm::Ordinal;
        }
        Kind::Number { value: if negative { value.saturating_neg() } else { value }, form }
    }

    fn digits(&mut self, mut value: i64, counting: bool) -> i64 {
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            if counting {
                let digit = i64::from(digit.to_digit(10).unwrap_or_default());
                value = value.saturating_mul(10).saturating_add(digit);
            }
            self.advance(digit);
        }
        value
    }

    /// The mark at hand if it stands inside a number: a comma before three digits, a point or colon before any.
    fn separator(&self) -> Option<char> {
        let mark = self.peek()?;
        let digits = self.rest().chars().skip(1).take(4).take_while(char::is_ascii_digit).count();
        match mark {
            ',' => (digits == 3).then_some(mark),
            ':' => (digits == 2).then_some(mark),
            '.' => (digits > 0).then_some(mark),
            _ => None,
        }
    }

    fn ordinal_ending(&mut self) -> bool {
        let rest = self.rest();
        let ends = ["st", "nd", "rd", "th"].iter().any(|ending| {
            rest.get(..2).is_some_and(|letters| letters.eq_ignore_ascii_case(ending))
                && !self.peek_after(2).is_some_and(char::is_alphanumeric)
        });
        if ends {
            (self.at, self.column) = (self.at + 2, self.column + 2);
        }
        ends
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn peek_after(&self, count: usize) -> Option<char> {
        self.rest().chars().nth(count)
    }

    fn advance(&mut self, character: char) {
        self.at += character.len_utf8();
        self.column += 1;
        if character == '\n' {
            (self.line, self.column) = (self.line + 1, 1);
        }
    }
}

fn fold(text: &str) -> Cow<'_, str> {
    let small = |byte: u8| byte.is_ascii() && byte != b'-' && !byte.is_ascii_uppercase();
    if text.bytes().all(small) { Cow::Borrowed(text) } else { fold_any(text) }
}

/// The same for any text, which may have capitals, hyphens and letters beyond ASCII.
fn fold_any(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let prefixed = text.contains(is_hyphen) && text.starts_with(char::is_alphabetic);
    if !prefixed && !text.contains(char::is_uppercase) && !text.contains('’') {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|character| !(prefixed && is_hyphen(*character)));
    Cow::Owned(
        kept.flat_map(char::to_lowercase)
            .map(|character| if character == '’' { '\'' } else { character })
            .collect(),
    )
}

/// Hyphen-minus, hyphen and non-breaking hyphen; dashes part words instead.
fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

/// Every mark for a range as `-`, every double quote as `"`.
fn plain(mark: char) -> char {
    match mark {
        '\u{2010}'..='\u{2013}' | '−' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        _ => mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        scan(text, 0, 1, &mut tokens);
        tokens.iter().map(|token| format!("{}{}", if token.joined { "~" } else { "" }, token.lower)).collect()
    }

    fn kinds(text: &str) -> Vec<Kind> {
        let mut tokens = Vec::new();
        scan(text, 0, 1, &mut tokens);
        tokens.iter().map(|token| token.kind).collect()
    }

    #[test]
    fn hyphens_join_words_and_part_numbers() {
        assert_eq!(words("On-call, twenty‑four"), ["on", "~call", ",", "twenty", "~four"]);
        assert_eq!(words("24-48 hours"), ["24", "-", "48", "hours"]);
        assert_eq!(words("a 24-hour clock"), ["a", "24", "~hour", "clock"]);
        assert_eq!(words("Bi-weekly semi‑annually"), ["biweekly", "semiannually"]);
        assert_eq!(words("person’s"), ["person's"]);
    }

    #[test]
    fn numbers_keep_their_form() {
        let number = |value, form| vec![Kind::Number { value, form }];
        let cases = [
            ("24", number(24, NumberForm::Whole)),
            ("1,000", number(1000, NumberForm::Whole)),
            ("-5", number(-5, NumberForm::Whole)),
            ("5th", number(5, NumberForm::Ordinal)),
            ("164.404", number(164, NumberForm::Decimal)),
            ("1.2.3", number(1, NumberForm::Decimal)),
            ("17:00", number(17, NumberForm::Clock)),
            ("99999999999999999999", number(i64::MAX, NumberForm::Whole)),
        ];
        for (text, expected) in cases {
            assert_eq!(kinds(text), expected, "{text}");
        }
        assert_eq!(words("15min 4h."), ["15", "min", "4", "h", "."]);
    }

    #[test]
    fn columns_count_scalar_values_and_lines_start_anew() {
        let text = "é “ok”\n  𝄞 now";
        let mut tokens = Vec::new();
        scan(text, 0, 7, &mut tokens);
        let places: Vec<_> = tokens.iter().map(|token| (token.line, token.column, token.length)).collect();
        assert_eq!(places, [(7, 1, 1), (7, 3, 1), (7, 4, 2), (7, 6, 1), (8, 3, 1), (8, 5, 3)]);
        let now = tokens.last().unwrap();
        assert_eq!(text.get(now.start..now.end), Some("now"));
    }
}
