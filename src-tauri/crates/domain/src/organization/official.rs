//! Who holds the duty of security official: 45 CFR 164.308(a)(2).

use super::{Access, Organization, Person};
use jiff::civil::Date;

/// The duty as organizations write it, in lower case.
const SECURITY_OFFICIAL: [&str; 2] = ["security official", "security officer"];

impl Organization {
    /// Whether the person was security official or the official's deputy on the day, by duty or by account.
    #[must_use]
    pub fn has_security_official(&self, person: &Person, day: Date) -> bool {
        let duties = self.duties.iter().filter(|duty| is_security_duty(&duty.role));
        let held = duties.flat_map(|duty| &duty.holders).any(|holding| {
            let holds = holding.from <= day && holding.until.is_none_or(|last| day <= last);
            holds && holding.person == person.number
        });
        held || person.access.contains(&Access::Official)
    }
}

fn is_security_duty(role: &str) -> bool {
    let role = role.trim().to_lowercase();
    SECURITY_OFFICIAL.iter().any(|name| role.ends_with(name))
}
