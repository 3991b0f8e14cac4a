//! Which column fills which field: guessed from the headings, or as a person says.

use super::cell::spaced;
use crate::command::inventory::form::{AssetField, Mapped};
use crate::error::CommandResult;
use crate::faults::Faults;
use std::collections::BTreeSet;

/// What people call the fields, in lower case without signs; the first field that a heading names takes the column.
const NAMES: [(AssetField, &[&str]); 14] = [
    (AssetField::Number, &["number", "asset number", "asset id", "asset no", "riskwright number"]),
    (
        AssetField::Name,
        &[
            "name",
            "asset",
            "asset name",
            "system",
            "system name",
            "application",
            "device",
            "device name",
            "title",
        ],
    ),
    (AssetField::Kind, &["kind", "type", "asset type", "category", "kind of asset", "asset kind"]),
    (
        AssetField::Owner,
        &[
            "owner",
            "asset owner",
            "system owner",
            "responsible",
            "responsible person",
            "contact",
            "business owner",
        ],
    ),
    (AssetField::Sites, &["sites", "site", "location", "locations", "place", "office"]),
    (AssetField::Vendor, &["vendor", "supplier", "vendor name", "hosted by", "business associate"]),
    (
        AssetField::Information,
        &[
            "information",
            "data",
            "data types",
            "kinds of information",
            "ephi",
            "phi",
            "data stored",
            "ephi types",
        ],
    ),
    (
        AssetField::Records,
        &[
            "records",
            "number of records",
            "patients",
            "individuals",
            "record count",
            "number of patients",
            "ephi records",
        ],
    ),
    (
        AssetField::Confidentiality,
        &["confidentiality", "c", "confidentiality impact", "confidentiality rating"],
    ),
    (AssetField::Integrity, &["integrity", "i", "integrity impact", "integrity rating"]),
    (AssetField::Availability, &["availability", "a", "availability impact", "availability rating"]),
    (
        AssetField::Recovery,
        &["recovery", "recovery priority", "recovery order", "restore priority", "recovery level"],
    ),
    (
        AssetField::RecoveryTime,
        &["recovery time", "rto", "rto hours", "recovery time hours", "recovery time objective", "rto h"],
    ),
    (
        AssetField::RecoveryPoint,
        &["recovery point", "rpo", "rpo hours", "recovery point hours", "recovery point objective", "rpo h"],
    ),
];

/// The columns whose heading names a field; of two that name the same the first.
#[must_use]
pub fn guessed(headings: &[String]) -> Vec<Mapped> {
    let mut taken = BTreeSet::new();
    let mut mapping = Vec::new();
    for (column, heading) in (0_u32..).zip(headings) {
        let found = named(heading).filter(|field| taken.insert(*field));
        mapping.extend(found.map(|field| Mapped { column, field }));
    }
    mapping
}

/// The mapping that a person gave.
///
/// # Errors
/// `invalid` for a column that is not there, and for a column or field that is named twice.
pub fn checked(mapping: &[Mapped], columns: usize) -> CommandResult<Vec<Mapped>> {
    let mut faults = Faults::new();
    let (mut seen, mut fields) = (BTreeSet::new(), BTreeSet::new());
    for (at, one) in mapping.iter().enumerate() {
        let column = format!("mapping/{at}/column");
        let there = usize::try_from(one.column).is_ok_and(|column| column < columns);
        faults.unless(there, &column, "unknown_reference", "The sheet has no such column.");
        faults.unless(
            seen.insert(one.column),
            &column,
            "duplicate",
            "The column fills another field already.",
        );
        let message = "Another column fills the field already.";
        faults.unless(fields.insert(one.field), &format!("mapping/{at}/field"), "duplicate", message);
    }
    faults.refuse("The columns cannot be taken like this.")?;
    Ok(mapping.to_vec())
}

fn named(heading: &str) -> Option<AssetField> {
    let heading = spaced(heading);
    let found = NAMES.iter().find(|(_, names)| names.contains(&heading.as_str()));
    found.map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_written() {
        let cases = [
            ("Asset Name", Some(AssetField::Name)),
            (" TYPE ", Some(AssetField::Kind)),
            ("RTO (hours)", Some(AssetField::RecoveryTime)),
            ("Recovery-Point Objective", Some(AssetField::RecoveryPoint)),
            ("# of patients", None),
            ("Number of patients", Some(AssetField::Records)),
            ("Serial", None),
            ("", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(named(heading), expected, "{heading:?}");
        }
    }

    #[test]
    fn every_field_has_a_name_that_no_other_has() {
        let all: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let each: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), each.len());
        assert!(all.iter().all(|name| spaced(name) == *name));
    }

    #[test]
    fn of_two_columns_for_one_field_the_first_is_taken() {
        let headings = ["System", "Owner", "Asset name"].map(String::from);
        let fields: Vec<_> = guessed(&headings).iter().map(|one| (one.column, one.field)).collect();
        assert_eq!(fields, [(0, AssetField::Name), (1, AssetField::Owner)]);
    }
}
