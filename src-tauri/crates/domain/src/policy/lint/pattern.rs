//! Patterns of the data: words apart by white space, `*` standing for any ending.
//! Which words beside which others a pattern is held against is said where it is used.

use serde::Deserialize;

/// Words and beginnings of words; read once, since they are compared with most words around a limit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub(super) struct Patterns {
    words: Vec<String>,
    starts: Vec<String>,
}

impl Patterns {
    /// Whether a word in lower case matches one of the patterns.
    pub fn match_word(&self, word: &str) -> bool {
        self.words.iter().any(|whole| whole == word)
            || self.starts.iter().any(|start| word.starts_with(&**start))
    }
}

impl From<String> for Patterns {
    fn from(patterns: String) -> Self {
        let mut read = Self::default();
        for pattern in patterns.split_ascii_whitespace() {
            match pattern.strip_suffix('*') {
                Some(start) => read.starts.push(start.to_owned()),
                None => read.words.push(pattern.to_owned()),
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_ending() {
        let patterns = Patterns::from("notif* told\n hhs".to_owned());
        let matching = ["notif", "notify", "notification", "told", "hhs"];
        assert!(matching.into_iter().all(|word| patterns.match_word(word)));
        let others = ["noti", "tolds", "tol", "renotify", "", "*"];
        assert!(!others.into_iter().any(|word| patterns.match_word(word)));
        assert!(!Patterns::default().match_word(""));
    }
}
