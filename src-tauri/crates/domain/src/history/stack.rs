//! What a person can take back and do again, read off the person's own acts.

use super::Act;
use serde::{Deserialize, Serialize};

/// The command that takes an act back.
pub const UNDO: &str = "history::undo";
/// The command that does an act again that was taken back.
pub const REDO: &str = "history::redo";

/// What an undo or redo says of itself in the history: the lines of the act it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reversal {
    /// Sequence of the act's first line.
    pub first: i64,
    /// Sequence of the act's last line.
    pub last: i64,
}

/// Acts that can be taken back, and acts that were taken back and can be done again; the next one last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stacks {
    /// Done.
    pub done: Vec<Act>,
    /// Taken back.
    pub undone: Vec<Act>,
}

impl Stacks {
    /// The stacks after the acts of one person, oldest first; `undoable` tells which commands join.
    ///
    /// An act that changed no record does not join. A new act ends what could be done again.
    #[must_use]
    pub fn of(acts: impl IntoIterator<Item = Act>, undoable: impl Fn(&str) -> bool) -> Self {
        let mut stacks = Self::default();
        for act in acts {
            match act.command.as_str() {
                UNDO => shift(&mut stacks.done, &mut stacks.undone, &act),
                REDO => shift(&mut stacks.undone, &mut stacks.done, &act),
                command if undoable(command) && !act.touched.is_empty() => stacks.begin(act),
                _ => {}
            }
        }
        stacks
    }

    fn begin(&mut self, act: Act) {
        self.undone.clear();
        self.done.push(act);
    }
}

/// Moves the act that a reversal names.
fn shift(from: &mut Vec<Act>, to: &mut Vec<Act>, reversal: &Act) {
    let named = reversal.events.iter().find_map(|(name, body)| {
        let body = body.as_deref().filter(|_| *name == reversal.command)?;
        serde_json::from_str::<Reversal>(body).ok()
    });
    let place = named.and_then(|named| from.iter().rposition(|act| act.first == named.first));
    if let Some(place) = place {
        to.push(from.remove(place));
    }
}
