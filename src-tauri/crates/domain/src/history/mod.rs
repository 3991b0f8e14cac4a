//! What the history says of acts: which lines one command wrote, and what a person can take back or do again.
//!
//! Pure functions over revisions that were read. Writing an undo, and whether a record still stands as the act
//! left it, belong to the caller.

pub mod act;
pub mod stack;

pub use act::{Act, Touched, acts};
pub use stack::{Reversal, Stacks};
