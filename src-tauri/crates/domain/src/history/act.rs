//! Acts: the lines of the history that one command of one person wrote together.

use crate::audit::Revision;
use crate::retention::RecordName;
use jiff::Timestamp;

/// The kind of a line that changed no record.
pub const EVENT: &str = "event";

/// One command of one person: lines that follow each other with the same instant, login and command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Login of the person.
    pub by: String,
    /// The command: `risk::save`.
    pub command: String,
    /// When, UTC.
    pub at: Timestamp,
    /// Sequence of its first line.
    pub first: i64,
    /// Sequence of its last line.
    pub last: i64,
    /// Records it changed, in the order of its lines.
    pub touched: Vec<Touched>,
    /// Name and body of each event it left.
    pub events: Vec<(String, Option<String>)>,
}

/// A record as an act left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Which record.
    pub record: RecordName,
    /// Revision of the record that the act wrote.
    pub revision: i64,
    /// SHA-256 (hex) of the body that the act wrote.
    pub body_hash: String,
}

/// The acts that lines in the order of the history make up.
#[must_use]
pub fn acts(lines: impl IntoIterator<Item = Revision>) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    for line in lines {
        match acts.last_mut().filter(|act| act.goes_on_with(&line)) {
            Some(act) => act.take(line),
            None => acts.push(Act::beginning_with(line)),
        }
    }
    acts
}

impl Act {
    fn beginning_with(line: Revision) -> Self {
        let mut act = Self {
            by: line.by.clone(),
            command: line.command.clone(),
            at: line.recorded_at,
            first: line.sequence,
            last: line.sequence,
            touched: Vec::new(),
            events: Vec::new(),
        };
        act.take(line);
        act
    }

    fn goes_on_with(&self, line: &Revision) -> bool {
        self.last + 1 == line.sequence
            && self.at == line.recorded_at
            && self.by == line.by
            && self.command == line.command
    }

    fn take(&mut self, line: Revision) {
        self.last = line.sequence;
        if line.kind == EVENT {
            self.events.push((line.id, line.body));
            return;
        }
        let record = RecordName { kind: line.kind, id: line.id };
        self.touched.push(Touched { record, revision: line.number, body_hash: line.body_hash });
    }
}
