//! The inventory as a page shows it.

use super::form::{AssetRow, Inventory};
use crate::error::{CommandError, CommandResult};
use crate::state::Session;
use crate::words;
use riskwright_domain::assessment::{Assessment, Asset};
use riskwright_domain::number::AssetNumber;
use riskwright_domain::workspace::Content;
use riskwright_store::Kind;
use std::collections::BTreeMap;

/// The inventory of the assessment at hand as it is now.
///
/// # Errors
/// `not_found` without an assessment.
pub fn view(session: &mut Session) -> CommandResult<Inventory> {
    let content = session.content()?;
    let mut inventory = shown(content, words::at_hand(content)?);
    session.store.read(|reader| {
        inventory.revision = reader.revision_number(Kind::Assessment, inventory.assessment.as_str())?;
        for row in &mut inventory.assets {
            let id = format!("{}/{}", inventory.assessment, row.asset.number);
            row.revision = reader.revision_number(Kind::Asset, &id)?;
        }
        Ok::<_, CommandError>(())
    })?;
    Ok(inventory)
}

fn shown(content: &Content, assessment: &Assessment) -> Inventory {
    let mut risks: BTreeMap<&AssetNumber, u32> = BTreeMap::new();
    for risk in &assessment.risks {
        *risks.entry(&risk.asset).or_default() += 1;
    }
    let row = |asset: &Asset| {
        let vendor = assessment.vendors.iter().find(|vendor| Some(&vendor.number) == asset.vendor.as_ref());
        AssetRow {
            asset: asset.clone(),
            owner: asset.owner.as_ref().map(|owner| words::person(content, owner)),
            vendor: vendor.map(|vendor| vendor.name.clone()),
            risks: risks.get(&asset.number).copied().unwrap_or_default(),
            revision: 0,
        }
    };
    Inventory {
        assessment: assessment.number.clone(),
        open: words::changeable(content).is_ok(),
        assets: assessment.assets.iter().map(row).collect(),
        flows: assessment.flows.clone(),
        vendors: assessment.vendors.clone(),
        revision: 0,
    }
}
