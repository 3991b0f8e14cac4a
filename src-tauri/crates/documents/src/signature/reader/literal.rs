//! The written form of names, numbers and strings (ISO 32000-1, 7.2.2 and 7.3.2 to 7.3.5).

use lopdf::Object;

/// Whether a byte is white space.
pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

/// Whether a byte can stand in a name, number or word.
pub(crate) fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// A name from what follows its slash.
pub(crate) fn name(written: &[u8]) -> Option<Vec<u8>> {
    let mut name = Vec::with_capacity(written.len());
    let mut bytes = written.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte == b'#' {
            name.push(pair(bytes.next()?, bytes.next()?)?);
        } else {
            name.push(byte);
        }
    }
    Some(name)
}

/// A number as an integer, or as a real if it has a point.
pub(crate) fn number(written: &[u8]) -> Option<Object> {
    let text = std::str::from_utf8(written).ok()?;
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    if digits.contains('.') {
        return text.parse().ok().map(Object::Real);
    }
    text.parse().ok().map(Object::Integer)
}

/// A hexadecimal string at the beginning of `bytes`, and the length of its written form.
pub(crate) fn hexadecimal(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let inside = bytes.strip_prefix(b"<")?;
    let end = inside.iter().position(|byte| *byte == b'>')?;
    let mut digits = inside.get(..end)?.iter().copied().filter(|byte| !is_space(*byte));
    let mut text = Vec::with_capacity(end / 2);
    while let Some(high) = digits.next() {
        text.push(pair(high, digits.next().unwrap_or(b'0'))?);
    }
    Some((text, end + 2))
}

/// A literal string at the beginning of `bytes`, and the length of its written form.
pub(crate) fn text(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    let mut text = Vec::new();
    let mut open = 0_usize;
    let mut at = 0;
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        match byte {
            b'(' => open += 1,
            b')' => open = open.checked_sub(1)?,
            b'\\' => {
                at += escaped(bytes.get(at..)?, &mut text)?;
                continue;
            }
            _ => {}
        }
        if open == 0 {
            return Some((text, at));
        }
        // The outermost parenthesis is not part of the text.
        if at > 1 {
            text.push(byte);
        }
    }
}

/// Appends what stands for the bytes behind a backslash and gives how many they are.
fn escaped(bytes: &[u8], text: &mut Vec<u8>) -> Option<usize> {
    let byte = *bytes.first()?;
    let meant = match byte {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => b'\x08',
        b'f' => b'\x0C',
        b'\n' => return Some(1),
        b'\r' => return Some(if bytes.get(1) == Some(&b'\n') { 2 } else { 1 }),
        b'0'..=b'7' => return Some(octal(bytes, text)),
        other => other,
    };
    text.push(meant);
    Some(1)
}

fn octal(bytes: &[u8], text: &mut Vec<u8>) -> usize {
    let digits = bytes.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
    let (length, code) =
        digits.fold((0, 0_u16), |(length, code), digit| (length + 1, code * 8 + u16::from(digit - b'0')));
    // A code above 255 loses its highest bit, as the standard says.
    text.push((code & 0xFF) as u8);
    length
}

fn pair(high: u8, low: u8) -> Option<u8> {
    Some(digit(high)? << 4 | digit(low)?)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::{hexadecimal, name, number, text};
    use lopdf::Object;

    #[test]
    fn a_literal_string_ends_at_its_own_parenthesis() {
        let table = [
            ("()x", Some(("", 2))),
            ("(a(b)c)d", Some(("a(b)c", 7))),
            (r"(\(\)\\)", Some((r"()\", 8))),
            (r"(\101\7x)", Some(("A\x07x", 9))),
            ("(a\\\nb)", Some(("ab", 6))),
            ("(a", None),
            ("(a\\", None),
        ];
        for (written, expected) in table {
            let expected = expected.map(|(text, length)| (text.as_bytes().to_vec(), length));
            assert_eq!(text(written.as_bytes()), expected, "{written}");
        }
    }

    #[test]
    fn an_odd_hexadecimal_digit_is_followed_by_a_zero() {
        assert_eq!(hexadecimal(b"<4 1 5>"), Some((vec![0x41, 0x50], 7)));
        assert_eq!(hexadecimal(b"<4g>"), None);
        assert_eq!(hexadecimal(b"<41"), None);
    }

    #[test]
    fn numbers_and_names_are_read_strictly() {
        assert_eq!(number(b"-12"), Some(Object::Integer(-12)));
        assert_eq!(number(b".5"), Some(Object::Real(0.5)));
        for bad in [&b"1e5"[..], b"--1", b"1-2", b".", b"", b"99999999999999999999"] {
            assert_eq!(number(bad), None, "{}", String::from_utf8_lossy(bad));
        }
        assert_eq!(name(b"A#42"), Some(b"AB".to_vec()));
        assert_eq!(name(b"A#4"), None);
    }
}
