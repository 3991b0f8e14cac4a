//! What is wrong with the data of a catalogue: every fault with its place, as data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One fault in the data of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CatalogueProblem {
    /// The file as handed in: `171.203/2020-11-04/security_exception.yaml`.
    pub file: String,
    /// Line from 1, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The item concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// The field concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong.
    pub code: CatalogueProblemCode,
}

/// Kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CatalogueProblemCode {
    /// The text is no YAML.
    Unparsable {
        /// What the parser says.
        detail: String,
    },
    /// The file is none that this rule has, or lies in no edition's folder.
    UnknownFile,
    /// A file that the edition must have is not there.
    MissingFile,
    /// The value has another shape than it must have.
    Malformed {
        /// What the parser says.
        detail: String,
    },
    /// The layout of the file is of another version.
    UnknownSchema,
    /// A field that the file must have is not there.
    MissingField,
    /// A field that nothing reads.
    UnknownField,
    /// The header's id or rule differs from the folder.
    FolderDiffers {
        /// What the header says.
        stated: String,
    },
    /// The id is taken by an earlier item.
    DuplicateId,
    /// A number that the file states differs from what it holds.
    CountDiffers {
        /// What the file states.
        stated: String,
        /// What was counted.
        counted: String,
    },
    /// A reference names nothing.
    UnknownReference {
        /// What it names.
        reference: String,
    },
    /// A reference names something of the wrong kind, or is there or absent where it must not be.
    WrongReference,
    /// Criteria wait for each other in a circle.
    Circular {
        /// The circle, from the item back to itself.
        path: Vec<String>,
    },
    /// The program has no predicate for the criterion and cannot check it.
    NoPredicate,
    /// Two editions of a rule are in force on the same day.
    EditionsOverlap {
        /// The later edition.
        other: String,
    },
    /// An edition ends before it starts.
    EndsBeforeStart,
}
