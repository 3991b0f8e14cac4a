//! Ids for headings that a template does not name.

use std::collections::BTreeSet;

/// Hands out ids that no other heading has.
pub(super) struct Slugs {
    taken: BTreeSet<String>,
}

impl Slugs {
    /// Ids other than those in `taken`.
    pub(super) fn besides(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect() }
    }

    /// The words of a heading in lower case with hyphens, and a number behind if that is taken: "scope", "scope-2".
    pub(super) fn make(&mut self, heading: &str) -> String {
        self.distinct(&slug(heading))
    }

    /// This id, with a number behind if it is taken.
    pub(super) fn distinct(&mut self, base: &str) -> String {
        let mut id = base.to_owned();
        let mut number = 2_u32;
        while !self.taken.insert(id.clone()) {
            id = format!("{base}-{number}");
            number += 1;
        }
        id
    }

    /// Notes an id that the template itself gives.
    pub(super) fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }
}

fn slug(heading: &str) -> String {
    let words: Vec<String> = heading
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() { "section".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_with_hyphens_and_never_repeat() {
        let mut slugs = Slugs::besides(["purpose".to_owned()]);
        let cases = [
            ("Scope & Purpose", "scope-purpose"),
            ("Scope & purpose", "scope-purpose-2"),
            ("Purpose", "purpose-2"),
            ("§ 171.203(d)", "171-203-d"),
            ("Überprüfung", "überprüfung"),
            ("—", "section"),
        ];
        for (heading, id) in cases {
            assert_eq!(slugs.make(heading), id, "{heading}");
        }
    }
}
