//! Rows of the tables as words within a sentence.

use super::{Size, TemplateParameter, TemplateTimeframe};

impl TemplateTimeframe {
    /// The limit in words: `within 4 hours of declaration`.
    #[must_use]
    pub fn phrase(&self, size: Size) -> String {
        let quantity = *self.quantity.of(size);
        let unit = if quantity == 1 { self.unit.trim_end_matches('s') } else { &self.unit };
        let (comparator, trigger) = (self.comparator.as_str(), &self.trigger);
        match comparator {
            "every" | "at least every" => format!("{comparator} {quantity} {unit}"),
            "for" => format!("for {quantity} {unit} from {trigger}"),
            "before" => format!("no fewer than {quantity} {unit} before {trigger}"),
            "no later than" | "not later than" => format!("{comparator} {quantity} {unit} after {trigger}"),
            _ => format!("{comparator} {quantity} {unit} of {trigger}"),
        }
    }
}

impl TemplateParameter {
    /// The value in words: `10 sign-ins`.
    #[must_use]
    pub fn phrase(&self, size: Size) -> String {
        let value = self.value.of(size);
        if self.unit.is_empty() { value.clone() } else { format!("{value} {}", self.unit) }
    }
}
