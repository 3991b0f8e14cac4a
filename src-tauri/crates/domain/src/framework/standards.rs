//! One look-up over the frameworks of the program and those of the organization's own.

use super::OwnFramework;
use crate::catalogue::{Catalogue, FrameworkStatus};
use crate::workspace::Content;
use jiff::civil::Date;

/// Every framework that a statement of this organization may follow.
#[derive(Debug, Clone, Copy)]
pub struct Standards<'a> {
    /// What the program carries.
    pub catalogue: &'a Catalogue,
    /// What was imported.
    pub own: &'a [OwnFramework],
}

impl<'a> Standards<'a> {
    /// The frameworks of a catalogue and of a content.
    #[must_use]
    pub fn of(catalogue: &'a Catalogue, content: &'a Content) -> Self {
        Self { catalogue, own: &content.frameworks }
    }

    /// Whether there is a framework with the id.
    #[must_use]
    pub fn is_known(&self, framework: &str) -> bool {
        self.catalogue.framework(framework).is_some() || self.imported(framework).is_some()
    }

    /// Title and edition: `NIST Cybersecurity Framework 2.0`; none where there is no such framework.
    #[must_use]
    pub fn name(&self, framework: &str) -> Option<String> {
        match self.catalogue.framework(framework) {
            Some(known) => Some(format!("{} {}", known.name, known.version)),
            None => self.imported(framework).map(OwnFramework::title),
        }
    }

    /// Whether an alignment may name the element of the framework.
    #[must_use]
    pub fn accepts(&self, framework: &str, element: &str) -> bool {
        match self.catalogue.framework(framework) {
            Some(_) => self.catalogue.accepts_element(framework, element),
            None => self.imported(framework).is_some_and(|own| own.element(element).is_some()),
        }
    }

    /// Whether an alignment with the framework can serve 45 CFR 171.203(d)(3) on a day.
    #[must_use]
    pub fn serves_d3(&self, framework: &str, on: Date) -> bool {
        match self.catalogue.framework(framework) {
            Some(known) => known.serves_d3(),
            None => self.imported(framework).is_some_and(|own| own.serves_d3(on)),
        }
    }

    /// Whether the framework is the edition to use on a day; not where there is no such framework.
    ///
    /// The editions of the program carry no day: they are current or not.
    #[must_use]
    pub fn is_current(&self, framework: &str, on: Date) -> bool {
        match self.catalogue.framework(framework) {
            Some(known) => known.status == FrameworkStatus::Current,
            None => self.imported(framework).is_some_and(|own| own.is_current(on)),
        }
    }

    /// Whether the framework is known and a later edition, or none, took its place by a day.
    #[must_use]
    pub fn is_superseded(&self, framework: &str, on: Date) -> bool {
        self.is_known(framework) && !self.is_current(framework, on)
    }

    /// Title of an element, where it is listed with one that may be shown.
    #[must_use]
    pub fn title(&self, framework: &str, element: &str) -> Option<&'a str> {
        match self.catalogue.framework(framework) {
            Some(_) => self.catalogue.element(framework, element)?.title.as_deref(),
            None => self.imported(framework)?.element(element)?.title.as_deref(),
        }
    }

    /// The imported framework with the id.
    #[must_use]
    pub fn imported(&self, framework: &str) -> Option<&'a OwnFramework> {
        self.own.iter().find(|own| own.id.as_str() == framework)
    }
}
