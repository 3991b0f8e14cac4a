//! Where sentences end, in running prose and in lists of one sentence a line.
//! A line break ends a sentence unless the line was plainly wrapped; a full stop inside a citation or an abbreviation
//! ends none.

use super::scan::scan;
use super::token::{Kind, NumberForm, Token};
use super::vocabulary;

/// Lines narrower than this are not taken for wrapped prose.
const NARROWEST_WRAP: usize = 60;

/// Calls `each` with the tokens of every sentence, in order.
pub(super) fn for_each_sentence<'t>(text: &'t str, mut each: impl FnMut(&[Token<'t>])) {
    let mut tokens = Vec::new();
    for paragraph in paragraphs(text) {
        tokens.clear();
        scan(paragraph.text, paragraph.offset, paragraph.line, &mut tokens);
        split(&tokens, &mut each);
    }
}

/// Lines up to an empty one.
struct Paragraph<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
}

fn paragraphs(text: &str) -> impl Iterator<Item = Paragraph<'_>> {
    let mut lines = text.split_inclusive('\n').peekable();
    let (mut offset, mut line) = (0, 1);
    std::iter::from_fn(move || {
        while let Some(empty) = lines.next_if(|next| next.trim().is_empty()) {
            (offset, line) = (offset + empty.len(), line + 1);
        }
        let first = (offset, line);
        while let Some(full) = lines.next_if(|next| !next.trim().is_empty()) {
            (offset, line) = (offset + full.len(), line + 1);
        }
        let text = text.get(first.0..offset).filter(|text| !text.is_empty())?;
        Some(Paragraph { text, offset: first.0, line: first.1 })
    })
}

fn split<'t>(tokens: &[Token<'t>], each: &mut impl FnMut(&[Token<'t>])) {
    let wrapped_at = wrap_width(tokens);
    let mut first = 0;
    for index in 1..=tokens.len() {
        let sentence = tokens.get(first..index).unwrap_or_default();
        if ends_after(sentence, tokens.get(index), wrapped_at) {
            each(sentence);
            first = index;
        }
    }
}

fn ends_after(sentence: &[Token<'_>], next: Option<&Token<'_>>, wrapped_at: Option<usize>) -> bool {
    let (Some(last), Some(next)) = (sentence.last(), next) else { return true };
    if last.line != next.line {
        return !continues_on_next_line(sentence, last, next, wrapped_at);
    }
    is_end_mark(sentence, last, next)
}

fn is_end_mark(sentence: &[Token<'_>], last: &Token<'_>, next: &Token<'_>) -> bool {
    let closing = matches!(last.kind, Kind::Mark('"' | ')' | '\'' | '’')) && !last.spaced;
    let Some((end, before)) =
        (if closing { sentence.split_last().map(|(_, rest)| rest) } else { Some(sentence) })
            .and_then(|rest| rest.split_last())
    else {
        return false;
    };
    let opens = next.spaced && !next.is_mark(')');
    match end.kind {
        Kind::Mark('!' | '?') => opens,
        Kind::Mark('.') => {
            opens && !starts_lower(next) && !is_abbreviation(before, next) && !is_enumeration(before)
        }
        _ => false,
    }
}

fn starts_lower(token: &Token<'_>) -> bool {
    token.is_word() && !token.capital && token.lower.starts_with(char::is_lowercase)
}

/// `e.g.`, `Inc.`, a single letter: the sentence goes on, unless a word follows that only opens sentences.
fn is_abbreviation(before: &[Token<'_>], next: &Token<'_>) -> bool {
    let Some(word) = before.last() else { return false };
    let letter = word.is_word() && word.length == 1;
    (letter || word.is_any(vocabulary::ABBREVIATIONS)) && !(next.capital && next.is_any(vocabulary::OPENERS))
}

/// `1.` or `a.` at the start of a sentence numbers it.
fn is_enumeration(before: &[Token<'_>]) -> bool {
    match before {
        [only] => only.is_number() || only.is_word() && only.length == 1,
        _ => false,
    }
}

fn continues_on_next_line(
    sentence: &[Token<'_>],
    last: &Token<'_>,
    next: &Token<'_>,
    wrapped_at: Option<usize>,
) -> bool {
    if matches!(last.kind, Kind::Mark('.' | '!' | '?' | ':' | ';' | '|')) || opens_item(next) {
        return false;
    }
    if last.is_mark(',') || last.is_any(vocabulary::DANGLING) || last.is_number() {
        return true;
    }
    if next.capital {
        return wrapped_at.is_some_and(|width| fills(last, next, width)) && !next.is_any(vocabulary::OPENERS);
    }
    // A list of bare phrases has no capitals at all; there, each line stands alone.
    sentence.iter().find(|token| token.is_word()).is_some_and(|token| token.capital) || wrapped_at.is_some()
}

/// A bullet, a number or letter of a list, a heading, a table row or a quotation.
fn opens_item(next: &Token<'_>) -> bool {
    matches!(next.kind, Kind::Mark('-' | '*' | '•' | '–' | '—' | '#' | '|' | '>' | '+' | '('))
}

/// The width of the paragraph if each of its lines was filled as far as the next word allowed.
fn wrap_width(tokens: &[Token<'_>]) -> Option<usize> {
    let width = tokens.iter().map(|token| token.column + token.length - 1).max()?;
    let breaks = || {
        tokens
            .windows(2)
            .filter_map(|pair| <&[Token<'_>; 2]>::try_from(pair).ok())
            .filter(|[a, b]| a.line != b.line)
    };
    let filled = breaks().all(|[last, next]| fills(last, next, width));
    (width >= NARROWEST_WRAP && breaks().count() > 0 && filled).then_some(width)
}

fn fills(last: &Token<'_>, next: &Token<'_>, width: usize) -> bool {
    last.column + last.length + next.length > width
}

/// Drops the bullet, number or heading marks before the first word.
pub(super) fn without_item_mark<'s, 't>(sentence: &'s [Token<'t>]) -> &'s [Token<'t>] {
    let mut rest = sentence;
    loop {
        rest = match rest {
            [mark, tail @ ..] if opens_item(mark) && !mark.is_mark('(') || mark.is_mark('"') => tail,
            [open, item, close, tail @ ..]
                if open.is_mark('(') && close.is_mark(')') && (item.length == 1 || item.is_number()) =>
            {
                tail
            }
            [item, end, tail @ ..] if is_item_number(item) && matches!(end.kind, Kind::Mark('.' | ')')) => {
                tail
            }
            _ => return rest,
        };
    }
}

fn is_item_number(item: &Token<'_>) -> bool {
    match item.kind {
        Kind::Number { form, .. } => matches!(form, NumberForm::Whole | NumberForm::Decimal),
        Kind::Word => item.length == 1,
        Kind::Mark(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for_each_sentence(text, |tokens| {
            let (first, last) = (tokens.first().unwrap(), tokens.last().unwrap());
            found.push(text.get(first.start..last.end).unwrap().replace('\n', "/"));
        });
        found
    }

    #[test]
    fn full_stops_inside_citations_and_abbreviations_end_nothing() {
        let cases = [
            "As 164.404(b) says, it ends here.",
            "Use a second channel, e.g. a telephone, within 1 hour of detection.",
            "Notify Lakeside Clinic Inc. within 4 hours of discovery.",
            "The U.S. Department is told.",
            "Send it to security@example.org within 1 hour of receipt.",
            "TLS 1.2 or later is used.",
            "1. The officer acts.",
        ];
        for text in cases {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn sentences_end_at_their_marks() {
        assert_eq!(
            sentences("One is done. Two is done! Is it? Yes."),
            ["One is done.", "Two is done!", "Is it?", "Yes."]
        );
        assert_eq!(sentences("It says \"soon.\" The next one."), ["It says \"soon.\"", "The next one."]);
        assert_eq!(sentences("By 5 p.m. The officer acts."), ["By 5 p.m.", "The officer acts."]);
        assert_eq!(sentences(""), Vec::<String>::new());
        assert_eq!(sentences("\n \n"), Vec::<String>::new());
    }

    #[test]
    fn a_line_is_a_sentence_unless_it_was_wrapped() {
        assert_eq!(
            sentences("within 1 hour of detection\nevery 12 months"),
            ["within 1 hour of detection", "every 12 months"]
        );
        assert_eq!(sentences("The officer acts\nThe lead acts"), ["The officer acts", "The lead acts"]);
        assert_eq!(
            sentences("The officer shall act within\n4 hours of detection."),
            ["The officer shall act within/4 hours of detection."]
        );
        assert_eq!(
            sentences("The officer shall notify the lead\nwithin 4 hours of detection."),
            ["The officer shall notify the lead/within 4 hours of detection."]
        );
        let prose = "The security official shall keep the list of systems and notify the Privacy\nOfficer of each change.";
        assert_eq!(sentences(prose), [prose.replace('\n', "/")]);
        assert_eq!(
            sentences("The lead shall:\n- act within 4 hours\n- report"),
            ["The lead shall:", "- act within 4 hours", "- report"]
        );
    }
}
