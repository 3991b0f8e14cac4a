//! Systems that an organization usually has.

use super::Empty;
use super::form::*;
use crate::error::{CommandError, CommandResult};
use crate::faults::Faults;
use crate::state::State;
use crate::words;
use riskwright_domain::assessment::Asset;
use riskwright_domain::assessment::starter::{StarterSystem, starter_systems};
use riskwright_domain::number::{ASSET, AssetNumber};
use riskwright_domain::risk::Level;
use riskwright_store::{Series, Writer};
use uuid::Uuid;

/// The starter list; what is in the inventory by name is marked.
///
/// # Errors
/// `not_found` without an assessment.
pub fn starters(state: &mut State, _: Empty) -> CommandResult<StarterList> {
    let content = state.session()?.content()?;
    let assets = &words::at_hand(content)?.assets;
    let starters = starter_systems().iter().map(|system| Starter {
        id: system.id.clone(),
        name: system.name.clone(),
        kind: system.kind,
        information: system.information.clone(),
        hint: system.hint.clone(),
        present: is_present(assets, &system.name),
    });
    Ok(StarterList { starters: starters.collect() })
}

/// Adds what was ticked: named, of a kind, and not rated; what is there by that name is left as it is.
///
/// # Errors
/// `invalid` with every id that the list has not, `frozen`.
pub fn add_starters(state: &mut State, request: AddStarters) -> CommandResult<Added> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    let number = assessment.number.clone();
    let mut faults = Faults::new();
    faults.unless(!request.starters.is_empty(), "starters", "required", "Tick one system or more.");
    faults.known("starters", &request.starters, |id| starter_systems().iter().any(|system| system.id == id));
    faults.refuse("The systems cannot be added like this.")?;
    let ticked = starter_systems().iter().filter(|system| request.starters.contains(&system.id));
    let new: Vec<&StarterSystem> =
        ticked.filter(|system| !is_present(&assessment.assets, &system.name)).collect();
    session.write("inventory::add_starters", |writer| {
        let numbers = next_numbers(writer, new.len())?;
        for (system, given) in new.iter().zip(&numbers) {
            writer.put_asset(&number, &asset(system, given.clone()))?;
        }
        Ok::<_, CommandError>(Added { numbers: numbers.iter().map(ToString::to_string).collect() })
    })
}

/// So many numbers that no asset ever had.
///
/// # Errors
/// What the store answers.
pub(super) fn next_numbers(writer: &Writer<'_>, count: usize) -> CommandResult<Vec<AssetNumber>> {
    let first = writer.next_number(Series::Asset)?;
    let first: u32 = first.trim_start_matches(ASSET.prefix).parse().unwrap_or(1);
    let before = (first.saturating_sub(1)..).take(count);
    Ok(before.map(|before| ASSET.next(before).into()).collect())
}

fn is_present(assets: &[Asset], name: &str) -> bool {
    assets.iter().any(|asset| asset.name.trim().eq_ignore_ascii_case(name))
}

fn asset(system: &StarterSystem, number: AssetNumber) -> Asset {
    Asset {
        name: system.name.clone(),
        kind: system.kind,
        information: system.information.clone(),
        handling: system.handling.clone(),
        ..blank(number)
    }
}

/// An asset of which only the number is known. Its place in the order of recovery has to be something: the middle.
pub(super) fn blank(number: AssetNumber) -> Asset {
    Asset {
        id: Uuid::now_v7(),
        number,
        name: String::new(),
        kind: riskwright_domain::assessment::AssetKind::System,
        owner: None,
        sites: Vec::new(),
        vendor: None,
        information: Vec::new(),
        records: 0,
        criticality: None,
        recovery: Level::Moderate,
        recovery_time_hours: None,
        recovery_point_hours: None,
        handling: Vec::new(),
        designated_record_set: None,
        part_2_records: false,
        part_2_segmented: None,
        part_2_proxy_stop: None,
        capabilities: None,
        support_ends: None,
        no_risk_reason: None,
        carried: false,
    }
}
