//! One parsed file, taken apart field by field so that one bad entry does not hide the next.

use super::folder::HEADER;
use super::problems::{Place, Problems};
use crate::catalogue::item::{Item, Set};
use crate::catalogue::problem::CatalogueProblemCode;
use crate::line::NAMES;
use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

/// The layout of the files that this program reads.
const SCHEMA_VERSION: u64 = 1;

/// A file being read.
pub(super) struct Table<'p, 'a> {
    file: String,
    is_overlay: bool,
    fields: Mapping,
    problems: &'p mut Problems<'a>,
}

impl<'p, 'a> Table<'p, 'a> {
    /// Starts on a file and checks its version.
    pub fn new(file: String, fields: Mapping, problems: &'p mut Problems<'a>) -> Self {
        let is_overlay = file.ends_with(HEADER);
        let mut table = Self { file, is_overlay, fields, problems };
        let version = table.take("schema_version");
        if version.and_then(|version| version.as_u64()) != Some(SCHEMA_VERSION) {
            table.add(None, Some("schema_version"), CatalogueProblemCode::UnknownSchema);
        }
        table
    }

    /// The list of items under the key; bad and duplicate ones are reported and left out.
    pub fn items<T: DeserializeOwned + Item>(&mut self, key: &str) -> Set<T> {
        let mut set: Set<T> = Set::default();
        for item in self.rows(key) {
            if let Err(item) = set.insert(item) {
                let name = item.alias().unwrap_or(item.id());
                self.add(Some(name), Some("id"), CatalogueProblemCode::DuplicateId);
            }
        }
        set
    }

    /// The list under the key; bad entries are reported and left out.
    pub fn rows<T: DeserializeOwned>(&mut self, key: &str) -> Vec<T> {
        match self.take(key) {
            Some(Value::Sequence(rows)) => rows.into_iter().filter_map(|row| self.row(key, row)).collect(),
            Some(_) => {
                self.add(
                    None,
                    Some(key),
                    CatalogueProblemCode::Malformed { detail: "not a list".to_owned() },
                );
                Vec::new()
            }
            None => {
                self.add(None, Some(key), CatalogueProblemCode::MissingField);
                Vec::new()
            }
        }
    }

    /// The value under the key; reported if it is absent or bad.
    pub fn value<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let Some(value) = self.take(key) else {
            self.add(None, Some(key), CatalogueProblemCode::MissingField);
            return None;
        };
        self.convert(None, key, value)
    }

    /// The value under the key, if it is there.
    pub fn optional<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let value = self.take(key)?;
        self.convert(None, key, value)
    }

    /// Whether the file is another edition's with changes.
    pub fn is_overlay(&self) -> bool {
        self.is_overlay
    }

    /// Reports what a field should say and does not.
    pub fn add(&mut self, item: Option<&str>, field: Option<&str>, code: CatalogueProblemCode) {
        self.problems.add(Place { file: &self.file, item, field }, None, code);
    }

    /// Reports fields that nothing has read.
    pub fn finish(mut self) {
        let left = std::mem::take(&mut self.fields);
        for key in left.keys() {
            self.add(None, Some(key.as_str().unwrap_or_default()), CatalogueProblemCode::UnknownField);
        }
    }

    fn take(&mut self, key: &str) -> Option<Value> {
        self.fields.shift_remove(key)
    }

    fn row<T: DeserializeOwned>(&mut self, key: &str, row: Value) -> Option<T> {
        let name = NAMES.into_iter().find_map(|field| row.get(field)?.as_str().map(String::from));
        self.convert(name.as_deref(), key, row)
    }

    fn convert<T: DeserializeOwned>(&mut self, item: Option<&str>, key: &str, value: Value) -> Option<T> {
        serde_yaml::from_value(value)
            .map_err(|error| {
                self.add(item, Some(key), CatalogueProblemCode::Malformed { detail: error.to_string() });
            })
            .ok()
    }
}
