//! Numbers as policies write them: digits, words one to ninety-nine and beyond, `ten (10)`, and ordinals.
//! What a number counts is `unit`'s.

use super::token::{Kind, NumberForm, Token};
use super::word_set::{WordSet, words};

/// A whole number and how many tokens it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Whole {
    pub value: i64,
    pub tokens: usize,
}

/// The whole number at the start of the tokens, in digits or in words.
pub(super) fn whole(tokens: &[Token<'_>]) -> Option<Whole> {
    let first = tokens.first()?;
    match first.kind {
        Kind::Number { value, form: NumberForm::Whole } => Some(Whole { value, tokens: 1 }),
        Kind::Word => words(tokens),
        _ => None,
    }
}

/// The ordinal at the start of the tokens: `5th`, `fifth`, `sixtieth`.
pub(super) fn ordinal(tokens: &[Token<'_>]) -> Option<Whole> {
    let first = tokens.first()?;
    match first.kind {
        Kind::Number { value, form: NumberForm::Ordinal } => Some(Whole { value, tokens: 1 }),
        Kind::Word => {
            let small = position(first, ORDINALS).map(|index| index + 1);
            let value = small.or_else(|| position(first, TENS_ORDINALS).map(|index| (index + 2) * 10))?;
            Some(Whole { value, tokens: 1 })
        }
        _ => None,
    }
}

/// Whether a token may open a number in words; where not, it opens none.
pub(super) fn may_be_word(token: &Token<'_>) -> bool {
    SMALL.may_open_with(token) || TENS.may_open_with(token)
}

fn words(tokens: &[Token<'_>]) -> Option<Whole> {
    let start = below_hundred(tokens)?;
    let rest = tokens.get(start.tokens..).unwrap_or_default();
    if start.value == 0 || !rest.first().is_some_and(|token| token.is("hundred")) {
        return Some(start);
    }
    let (hundreds, mut used) = (start.value * 100, start.tokens + 1);
    let and = usize::from(tokens.get(used).is_some_and(|token| token.is("and")));
    let tail = below_hundred(tokens.get(used + and..).unwrap_or_default());
    if let Some(tail) = tail {
        used += and + tail.tokens;
    }
    Some(Whole { value: hundreds + tail.map_or(0, |tail| tail.value), tokens: used })
}

fn below_hundred(tokens: &[Token<'_>]) -> Option<Whole> {
    let first = tokens.first().filter(|first| first.length <= LONGEST)?;
    if let Some(value) = position(first, SMALL) {
        return Some(Whole { value, tokens: 1 });
    }
    let tens = (position(first, TENS)? + 2) * 10;
    let unit = tokens.get(1).and_then(|token| position(token, SMALL)).filter(|unit| (1..10).contains(unit));
    Some(unit.map_or(Whole { value: tens, tokens: 1 }, |unit| Whole { value: tens + unit, tokens: 2 }))
}

fn position(token: &Token<'_>, words: &WordSet) -> Option<i64> {
    i64::try_from(words.position(token)?).ok()
}

/// The letters of "seventeen".
const LONGEST: usize = 9;

const SMALL: &WordSet = words![
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: &WordSet = words!["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: &WordSet = words![
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

const TENS_ORDINALS: &WordSet = words![
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth"
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::lint::scan::scan;

    fn read(text: &str) -> Option<(i64, usize)> {
        let mut tokens = Vec::new();
        scan(text, 0, 1, &mut tokens);
        whole(&tokens).map(|number| (number.value, number.tokens))
    }

    #[test]
    fn every_word_from_one_to_ninety_nine_is_read_with_and_without_hyphen() {
        for value in 1..=99_i64 {
            let tens = usize::try_from(value / 10).unwrap();
            let unit = SMALL.iter().nth(usize::try_from(value % 10).unwrap()).unwrap();
            let word = match value {
                1..=19 => SMALL.iter().nth(usize::try_from(value).unwrap()).unwrap().to_owned(),
                _ if value % 10 == 0 => TENS.iter().nth(tens - 2).unwrap().to_owned(),
                _ => format!("{}-{unit}", TENS.iter().nth(tens - 2).unwrap()),
            };
            let tokens = 1 + usize::from(word.contains('-'));
            assert_eq!(read(&word), Some((value, tokens)), "{word}");
            assert_eq!(read(&word.replace('-', " ")), Some((value, tokens)), "{word}");
            assert_eq!(read(&word.to_uppercase()), Some((value, tokens)), "{word}");
        }
    }

    #[test]
    fn digits_hundreds_and_what_is_no_number() {
        let cases = [
            ("24 hours", Some((24, 1))),
            ("zero hours", Some((0, 1))),
            ("one hundred eighty days", Some((180, 3))),
            ("one hundred and twenty-five", Some((125, 5))),
            ("two hundred", Some((200, 2))),
            ("twenty ten", Some((20, 1))),
            ("1.5 hours", None),
            ("fifth", None),
            ("hours", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
