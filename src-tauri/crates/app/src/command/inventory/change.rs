//! Writing and removing assets, flows and vendors.

use super::form::*;
use super::view::view;
use super::{Empty, rule};
use crate::error::{CommandError, CommandResult, ErrorCode};
use crate::faults::Faults;
use crate::history::{Based, begun_or_carried, carried_over};
use crate::state::{Session, State};
use crate::words;
use riskwright_domain::assessment::{Assessment, Asset, DataFlow, FactorAnswer, Vendor};
use riskwright_domain::number::{AssetNumber, VendorNumber};
use riskwright_domain::practice::Reach;
use riskwright_domain::risk::Risk;
use riskwright_domain::workspace::Content;
use riskwright_store::{Kind, Series, Writer};
use uuid::Uuid;

/// Writes an asset; saving it confirms one that came forward.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `frozen`, `conflict`.
pub fn save_asset(state: &mut State, request: SaveAsset) -> CommandResult<Saved> {
    let session = state.session()?;
    let content = session.content()?;
    let assessment = words::changeable(content)?;
    let asset = tidy(request.asset);
    let mut faults = Faults::new();
    rule::asset(&mut faults, content, assessment, &asset, "asset/");
    faults.refuse("The asset cannot be saved like this.")?;
    let new = asset.number.as_str().is_empty();
    if !new && !assessment.assets.iter().any(|there| there.number == asset.number) {
        return Err(CommandError::not_found("asset", &asset.number));
    }
    let number = assessment.number.clone();
    session.write("inventory::save_asset", |writer| {
        let saved =
            if new { Asset { number: next_asset(writer)?, id: Uuid::now_v7(), ..asset } } else { asset };
        let key = format!("{number}/{}", saved.number);
        let revision = if new { 0 } else { request.based_on_revision };
        let based = Based { kind: Kind::Asset, id: &key, revision };
        let kept = begun_or_carried(writer, &based, |base: Option<Asset>| {
            Ok(Asset { id: base.map_or(saved.id, |base| base.id), ..saved })
        })?;
        writer.put_asset(&number, &kept)?;
        let revision = writer.revision_number(Kind::Asset, &key)?;
        Ok::<_, CommandError>(Saved { number: kept.number.to_string(), revision })
    })
}

/// Removes an asset that nothing names.
///
/// # Errors
/// `not_found`, `in_use` with everything that names it, `frozen`.
pub fn remove_asset(state: &mut State, request: AssetName) -> CommandResult<Empty> {
    let session = state.session()?;
    let content = session.content()?;
    let assessment = words::changeable(content)?;
    let number = assessment.number.clone();
    if !assessment.assets.iter().any(|asset| asset.number == request.number) {
        return Err(CommandError::not_found("asset", &request.number));
    }
    refuse_named(request.number.as_str(), &naming_asset(content, assessment, &request.number))?;
    session.write("inventory::remove_asset", |writer| {
        writer.remove_asset(&number, &request.number)?;
        Ok::<_, CommandError>(Empty {})
    })
}

/// Writes a flow; saving it confirms one that came forward.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `frozen`, `conflict`.
pub fn save_flow(state: &mut State, request: SaveFlow) -> CommandResult<Inventory> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    let mut faults = Faults::new();
    rule::flow(&mut faults, assessment, &request.flow);
    faults.refuse("The flow cannot be saved like this.")?;
    let flow = tidy_flow(request.flow);
    change(session, "inventory::save_flow", request.based_on_revision, |_, assessment| {
        let Some(place) = request.place else {
            assessment.flows.push(flow);
            return Ok(());
        };
        *at_place(assessment, place)? = flow;
        Ok(())
    })
}

/// Removes a flow.
///
/// # Errors
/// `not_found`, `frozen`, `conflict`.
pub fn remove_flow(state: &mut State, request: FlowPlace) -> CommandResult<Inventory> {
    let session = state.session()?;
    words::changeable(session.content()?)?;
    change(session, "inventory::remove_flow", request.based_on_revision, |_, assessment| {
        at_place(assessment, request.place)?;
        assessment.flows.remove(usize::try_from(request.place).unwrap_or(usize::MAX));
        Ok(())
    })
}

/// Writes a vendor; saving it confirms one that came forward.
///
/// # Errors
/// `invalid` with every wrong field, `not_found`, `frozen`, `conflict`.
pub fn save_vendor(state: &mut State, request: SaveVendor) -> CommandResult<Inventory> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    let mut faults = Faults::new();
    rule::vendor(&mut faults, assessment, &request.vendor);
    faults.refuse("The vendor cannot be saved like this.")?;
    let vendor = tidy_vendor(request.vendor);
    change(session, "inventory::save_vendor", request.based_on_revision, |writer, assessment| {
        if vendor.number.as_str().is_empty() {
            let number = writer.next_number(Series::Vendor)?.into();
            assessment.vendors.push(Vendor { number, ..vendor });
            return Ok(());
        }
        let there = assessment.vendors.iter_mut().find(|there| there.number == vendor.number);
        let Some(there) = there else { return Err(CommandError::not_found("vendor", &vendor.number)) };
        *there = vendor;
        Ok(())
    })
}

/// Removes a vendor that no asset names.
///
/// # Errors
/// `not_found`, `in_use` with every asset that names it, `frozen`.
pub fn remove_vendor(state: &mut State, request: VendorName) -> CommandResult<Inventory> {
    let session = state.session()?;
    let assessment = words::changeable(session.content()?)?;
    let number = assessment.number.clone();
    if !assessment.vendors.iter().any(|vendor| vendor.number == request.number) {
        return Err(CommandError::not_found("vendor", &request.number));
    }
    refuse_named(request.number.as_str(), &naming_vendor(assessment, &request.number))?;
    let now = session.store.read(|reader| reader.revision_number(Kind::Assessment, number.as_str()))?;
    change(session, "inventory::remove_vendor", now, |_, assessment| {
        assessment.vendors.retain(|vendor| vendor.number != request.number);
        Ok(())
    })
}

/// Changes what stands in the row of the assessment itself, merged with what others saved since.
fn change(
    session: &mut Session,
    command: &'static str,
    revision: i64,
    change: impl FnOnce(&Writer<'_>, &mut Assessment) -> CommandResult<()>,
) -> CommandResult<Inventory> {
    let number = words::changeable(session.content()?)?.number.clone();
    let based = Based { kind: Kind::Assessment, id: number.as_str(), revision };
    session.write(command, |writer| {
        let changed = carried_over(writer, &based, |mut base: Assessment| {
            change(writer, &mut base)?;
            Ok(base)
        })?;
        writer.put_assessment_row(&changed)?;
        Ok::<_, CommandError>(())
    })?;
    view(session)
}

fn at_place(assessment: &mut Assessment, place: u32) -> CommandResult<&mut DataFlow> {
    let index = usize::try_from(place).unwrap_or(usize::MAX);
    assessment.flows.get_mut(index).ok_or_else(|| CommandError::not_found("flow", place))
}

/// The next number of assets.
///
/// # Errors
/// What the store answers.
pub(super) fn next_asset(writer: &Writer<'_>) -> CommandResult<AssetNumber> {
    Ok(writer.next_number(Series::Asset)?.into())
}

/// An asset without space around its texts, and without anything twice.
pub(super) fn tidy(asset: Asset) -> Asset {
    let mut information: Vec<String> = Vec::new();
    for text in asset.information.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        if !information.iter().any(|there| there == text) {
            information.push(text.to_owned());
        }
    }
    let reason = asset.no_risk_reason.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Asset { name: asset.name.trim().to_owned(), information, no_risk_reason: reason, carried: false, ..asset }
}

fn tidy_flow(flow: DataFlow) -> DataFlow {
    DataFlow {
        party: flow.party.map(|party| party.trim().to_owned()).filter(|party| !party.is_empty()),
        method: flow.method.trim().to_owned(),
        protection: flow.protection.trim().to_owned(),
        purpose: flow.purpose.trim().to_owned(),
        carried: false,
        ..flow
    }
}

fn tidy_vendor(vendor: Vendor) -> Vendor {
    let (name, service) = (vendor.name.trim().to_owned(), vendor.service.trim().to_owned());
    Vendor { name, service, carried: false, ..vendor }
}

fn refuse_named(number: &str, by: &[String]) -> CommandResult<()> {
    if by.is_empty() {
        return Ok(());
    }
    let message = format!("{number} is named by {}.", by.join(", "));
    Err(CommandError::new(ErrorCode::InUse, message).hint("Take it out there first, then remove it."))
}

/// Records of the assessment, and those attached to them, that name an asset.
fn naming_asset(content: &Content, assessment: &Assessment, number: &AssetNumber) -> Vec<String> {
    let reached =
        |risk: &Risk| matches!(&risk.scope.systems, Reach::Only(these) if these.contains(number.as_str()));
    let risks = assessment.risks.iter().filter(|risk| risk.asset == *number || reached(risk));
    let mut found: Vec<String> = risks.map(|risk| risk.number.to_string()).collect();
    for (at, flow) in assessment.flows.iter().enumerate() {
        if flow.from == *number || flow.to.as_ref() == Some(number) {
            found.push(format!("flow {} from {}", at + 1, flow.from));
        }
    }
    let answered = |answer: &&FactorAnswer| {
        answer.rows.iter().any(|row| row.values().any(|value| value == number.as_str()))
    };
    let answers = assessment.answers.iter().filter(answered);
    found.extend(answers.map(|answer| format!("the answer to {}", answer.question)));
    let key = format!("{}/{number}", assessment.number);
    let named = |kind: &str, id: &str| kind == Kind::Asset.name() && id == key;
    let evidence = content.evidence.iter();
    let evidence = evidence.filter(|item| item.about.iter().any(|record| named(&record.kind, &record.id)));
    found.extend(evidence.map(|item| item.number.to_string()));
    let triggers = content.triggers.iter();
    let triggers = triggers.filter(|one| one.touches.iter().any(|record| named(&record.kind, &record.id)));
    found.extend(triggers.map(|one| one.number.clone()));
    found
}

fn naming_vendor(assessment: &Assessment, number: &VendorNumber) -> Vec<String> {
    let assets = assessment.assets.iter().filter(|asset| asset.vendor.as_ref() == Some(number));
    assets.map(|asset| format!("{} ({})", asset.number, asset.name)).collect()
}
