//! A whole document: its blocks, what names it, and what stands on every page.
//!
//! How it looks belongs to the style, when it was made and its identifier to the stamp.

use serde::{Deserialize, Serialize};

use crate::block::{Block, Content, Run};

/// What is laid out and written: everything a reader sees except the look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub title: String,
    /// A line below the title; may be empty.
    #[serde(default)]
    pub subtitle: String,
    /// Whose document this is; also the author in the file's metadata.
    pub organization: String,
    /// For example "POL-11".
    #[serde(default)]
    pub number: String,
    /// For example "2.0".
    #[serde(default)]
    pub version: String,
    /// BCP 47 language tag, for example "en-US".
    pub language: String,
    /// Names and values below the title: effective date, owner, approver and the like.
    #[serde(default)]
    pub front_matter: Vec<(String, Vec<Run>)>,
    /// The top of every page after the first.
    #[serde(default)]
    pub header: RunningText,
    /// The foot of every page; the layout adds "Page n of m" at its right end.
    #[serde(default)]
    pub footer: RunningText,
    /// Whether a table of contents follows the front matter.
    #[serde(default)]
    pub contents: bool,
    pub blocks: Vec<Block>,
}

/// A line that is repeated on pages: one text at its left end, one at its right; a text that is too long is cut.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningText {
    #[serde(default)]
    pub left: String,
    #[serde(default)]
    pub right: String,
}

impl Document {
    /// A document in American English without contents, front matter or blocks.
    pub fn new(organization: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            subtitle: String::new(),
            organization: organization.into(),
            number: String::new(),
            version: String::new(),
            language: "en-US".to_owned(),
            front_matter: Vec::new(),
            header: RunningText::default(),
            footer: RunningText::default(),
            contents: false,
            blocks: Vec::new(),
        }
    }

    /// The same document with one more line of front matter.
    #[must_use]
    pub fn with_front_matter(mut self, name: impl Into<String>, value: impl Into<Content>) -> Self {
        self.front_matter.push((name.into(), value.into().into()));
        self
    }

    /// The same document with the header and footer of a controlled document: organization and title above; number,
    /// version, the first 12 digits of the content hash and "Uncontrolled when printed" below.
    #[must_use]
    pub fn with_control_lines(mut self, content_hash: &str) -> Self {
        let short: String = content_hash.chars().take(12).collect();
        let version =
            if self.version.is_empty() { String::new() } else { format!("Version {}", self.version) };
        self.header = RunningText { left: self.organization.clone(), right: self.title.clone() };
        self.footer = RunningText {
            left: joined(&[&self.number, &version, &short]),
            right: "Uncontrolled when printed".to_owned(),
        };
        self
    }
}

fn joined(parts: &[&str]) -> String {
    let filled: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    filled.join(" · ")
}
