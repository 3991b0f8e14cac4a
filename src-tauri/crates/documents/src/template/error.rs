//! What can be wrong with a template.

use std::fmt;

/// A template that cannot be filled, with everything that was found wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct TemplateError {
    /// The name under which the template was handed in.
    pub template: String,
    /// Never empty.
    pub problems: Vec<TemplateProblem>,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// The line of the template, from 1; `None` if the words at fault are not in the template itself.
    pub line: Option<usize>,
    pub reason: Reason,
}

/// Why a template cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    #[error("not a Tera template: {0}")]
    Syntax(String),
    #[error("cannot be rendered: {0}")]
    Rendering(String),
    #[error("unknown variable `{0}`")]
    UnknownVariable(String),
    #[error("unknown section `{0}`")]
    UnknownSection(String),
    #[error("section `{0}` is placed more than once")]
    SectionPlacedTwice(String),
    #[error("section `{0}` must stand in a paragraph of its own")]
    SectionInText(String),
    #[error("the context is not a JSON object")]
    ContextNotAnObject,
    #[error("{0} must not be used in a template")]
    Refused(Refused),
}

/// A construct that CommonMark has and a template must not use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("HTML")]
    Html,
    #[error("an image")]
    Image,
    #[error("code, by indentation or backticks,")]
    Code,
    #[error("a link that leads out of the document")]
    ExternalLink,
    #[error("a list within a list")]
    NestedList,
    #[error("more than one paragraph in a list item or note")]
    SeveralParagraphs,
    #[error("a heading below level 3")]
    DeepHeading,
    #[error("a forced line break")]
    LineBreak,
    #[error("a horizontal rule")]
    Rule,
    #[error("a character between U+F0000 and U+F1FFF")]
    ReservedCharacter,
    #[error("this construct")]
    Other,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(out, "{separator}{}", self.template)?;
            if let Some(line) = problem.line {
                write!(out, ", line {line}")?;
            }
            write!(out, ": {}", problem.reason)?;
        }
        Ok(())
    }
}
