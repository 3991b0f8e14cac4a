//! One row as an asset: what it says, what is wrong with it, and which asset it is about.

use super::cell::{count, entries, hours, kind, level};
use super::lookup::Lookup;
use crate::command::inventory::change::tidy;
use crate::command::inventory::form::{AssetField, ImportProblem, Mapped};
use crate::command::inventory::starter::blank;
use crate::command::phi::advice;
use riskwright_domain::assessment::Asset;
use riskwright_domain::phi;
use riskwright_domain::risk::Level;
use riskwright_domain::risk::rate::CiaImpact;

/// A row as it was read.
pub struct Read<'a> {
    /// The asset as it would be; with an empty number where it is new.
    pub asset: Asset,
    /// The asset that the row is about, if it is there already.
    pub there: Option<&'a Asset>,
    /// Everything that is wrong with it, or worth a look.
    pub problems: Vec<ImportProblem>,
}

/// A cell that a field is filled from.
#[derive(Clone, Copy)]
struct Filled<'a> {
    column: u32,
    field: AssetField,
    text: &'a str,
}

/// Reads a row; an empty cell leaves what is there as it is.
pub fn read<'a>(all: &'a [Asset], lookup: &Lookup<'a>, mapping: &[Mapped], cells: &[String]) -> Read<'a> {
    let filled: Vec<Filled<'_>> = mapping.iter().filter_map(|mapped| cell(mapped, cells)).collect();
    let mut problems = Vec::new();
    let there = about(all, lookup, &filled, &mut problems);
    let mut asset = there.cloned().unwrap_or_else(|| blank(String::new().into()));
    for one in &filled {
        if let Err(message) = fill(&mut asset, one, lookup) {
            problems.push(problem(one, message, true));
        }
        let signs = phi::look(one.text);
        problems.extend(signs.iter().map(|sign| problem(one, advice(sign.kind).to_owned(), false)));
    }
    criticality(&mut asset, there, &filled, &mut problems);
    if there.is_none() {
        missing(&filled, &mut problems);
    }
    let carried = asset.carried;
    let asset = Asset { carried, ..tidy(asset) };
    Read { asset, there, problems }
}

/// The text of a mapped cell; none where it is empty.
pub fn text<'a>(mapped: &Mapped, cells: &'a [String]) -> Option<&'a str> {
    let cell = cells.get(usize::try_from(mapped.column).ok()?)?;
    Some(cell.trim()).filter(|text| !text.is_empty())
}

fn cell<'a>(mapped: &Mapped, cells: &'a [String]) -> Option<Filled<'a>> {
    Some(Filled { column: mapped.column, field: mapped.field, text: text(mapped, cells)? })
}

fn problem(filled: &Filled<'_>, message: String, blocking: bool) -> ImportProblem {
    ImportProblem { column: Some(filled.column), field: Some(filled.field), message, blocking }
}

/// The asset that a row is about: by its number, else by its name.
fn about<'a>(
    all: &'a [Asset],
    lookup: &Lookup<'a>,
    filled: &[Filled<'_>],
    problems: &mut Vec<ImportProblem>,
) -> Option<&'a Asset> {
    let of = |field: AssetField| filled.iter().find(|one| one.field == field);
    if let Some(number) = of(AssetField::Number) {
        let found = all.iter().find(|asset| asset.number.as_str().eq_ignore_ascii_case(number.text));
        if found.is_none() {
            let message =
                format!("There is no asset {} here; leave the number empty for a new one.", number.text);
            problems.push(problem(number, message, true));
        }
        return found;
    }
    let name = of(AssetField::Name)?;
    match lookup.assets(name.text) {
        [] => None,
        [one] => Some(*one),
        several => {
            let message =
                format!("{} assets have this name; give the number of the one that is meant.", several.len());
            problems.push(problem(name, message, true));
            several.first().copied()
        }
    }
}

fn fill(asset: &mut Asset, filled: &Filled<'_>, lookup: &Lookup<'_>) -> Result<(), String> {
    let text = filled.text;
    match filled.field {
        // What finds the asset, and what is taken together, is seen to elsewhere.
        AssetField::Number => {}
        AssetField::Confidentiality | AssetField::Integrity | AssetField::Availability => {}
        AssetField::Name => asset.name = text.to_owned(),
        AssetField::Kind => asset.kind = kind(text)?,
        AssetField::Owner => asset.owner = Some(lookup.person(text)?),
        AssetField::Sites => {
            asset.sites = entries(text).map(|name| lookup.site(name)).collect::<Result<_, _>>()?;
        }
        AssetField::Vendor => asset.vendor = Some(lookup.vendor(text)?),
        AssetField::Information => asset.information = entries(text).map(str::to_owned).collect(),
        AssetField::Records => asset.records = count(text)?,
        AssetField::Recovery => asset.recovery = level(text)?,
        AssetField::RecoveryTime => asset.recovery_time_hours = Some(hours(text)?),
        AssetField::RecoveryPoint => asset.recovery_point_hours = Some(hours(text)?),
    }
    Ok(())
}

/// The three ratings go together: what a row leaves out has to be there already.
fn criticality(
    asset: &mut Asset,
    there: Option<&Asset>,
    filled: &[Filled<'_>],
    problems: &mut Vec<ImportProblem>,
) {
    let mut given = |field: AssetField| -> Option<Level> {
        let one = filled.iter().find(|one| one.field == field)?;
        level(one.text).map_err(|message| problems.push(problem(one, message, true))).ok()
    };
    let c = given(AssetField::Confidentiality);
    let i = given(AssetField::Integrity);
    let a = given(AssetField::Availability);
    if c.is_none() && i.is_none() && a.is_none() {
        return;
    }
    let before = there.and_then(|asset| asset.criticality);
    let whole =
        c.or(before.map(|one| one.c)).zip(i.or(before.map(|one| one.i))).zip(a.or(before.map(|one| one.a)));
    match whole {
        Some(((c, i), a)) => asset.criticality = Some(CiaImpact { c, i, a }),
        None => {
            problems.push(whole_row("Rate confidentiality, integrity and availability, or none of them."))
        }
    }
}

/// What a new asset cannot be without.
fn missing(filled: &[Filled<'_>], problems: &mut Vec<ImportProblem>) {
    let needed = [
        (AssetField::Name, "The name is missing."),
        (
            AssetField::Kind,
            "The kind is missing: system, hosted service, device, medium, interface or network.",
        ),
    ];
    let lacking = needed.iter().filter(|(field, _)| !filled.iter().any(|one| one.field == *field));
    problems
        .extend(lacking.map(|(field, message)| ImportProblem { field: Some(*field), ..whole_row(message) }));
}

/// A problem of the row as a whole.
pub fn whole_row(message: &str) -> ImportProblem {
    ImportProblem { column: None, field: None, message: message.to_owned(), blocking: true }
}
