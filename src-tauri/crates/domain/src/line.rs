//! Lines of items in a YAML text, found by their ids; for showing only.

/// Fields that name an item, or a change of one.
pub const NAMES: [&str; 6] = ["id", "citation", "framework", "term", "rule", "remove"];

/// The line (from 1) where an item with the id starts; `skip` earlier ones are passed over.
pub fn of_item(text: &str, id: &str, skip: usize) -> Option<usize> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| starts_item(line, id));
    lines.nth(skip).map(|(index, _)| index + 1)
}

/// The line of a word at or after the start of the item; the item's line if it is not found.
pub fn of_word(text: &str, item: &str, word: &str) -> Option<usize> {
    let start = of_item(text, item, 0)?;
    within(text, start, |line| line.contains(word)).or(Some(start))
}

/// The line of a field of an item; the item's line if it is not found.
pub fn of_field(text: &str, item: &str, field: &str) -> Option<usize> {
    let start = of_item(text, item, 0)?;
    within(text, start, |line| is_key(line, field)).or(Some(start))
}

/// The line of a key anywhere in the text.
pub fn of_key(text: &str, key: &str) -> Option<usize> {
    text.lines().position(|line| is_key(line, key)).map(|index| index + 1)
}

/// The first fitting line from the start of an item to the start of the next.
fn within(text: &str, start: usize, fits: impl Fn(&str) -> bool) -> Option<usize> {
    let mut lines = text.lines().enumerate().skip(start - 1);
    let (first, line) = lines.next()?;
    if fits(line) {
        return Some(first + 1);
    }
    lines
        .take_while(|(_, line)| id_of(line).is_none())
        .find(|(_, line)| fits(line))
        .map(|(index, _)| index + 1)
}

fn starts_item(line: &str, id: &str) -> bool {
    NAMES.into_iter().any(|name| key_value(line, name).is_some_and(|found| found == id))
}

fn id_of(line: &str) -> Option<&str> {
    key_value(line, "id")
}

fn is_key(line: &str, key: &str) -> bool {
    !key.is_empty() && key_value(line, key).is_some()
}

/// The plain or quoted value of a key at the start of a line, of a list entry or of a flow mapping.
fn key_value<'t>(line: &'t str, key: &str) -> Option<&'t str> {
    let line = line.trim_start().trim_start_matches("- ").trim_start_matches('{');
    let value = line.trim_start().strip_prefix(key)?.strip_prefix(':')?.trim();
    let value = if line.contains('}') { value.split([',', '}']).next()? } else { value };
    Some(value.trim().trim_matches(['\'', '"']))
}
