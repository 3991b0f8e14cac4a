//! What an asset, a flow and a vendor must be like to be saved.

use crate::faults::{Faults, LONGEST};
use riskwright_domain::assessment::{Assessment, Asset, DataFlow, Vendor};
use riskwright_domain::workspace::Content;

/// Longest time of recovery in hours: a year.
const LONGEST_RECOVERY: u32 = 8784;

/// Everything that is wrong with an asset, each field below a prefix such as `asset/`.
pub fn asset(faults: &mut Faults, content: &Content, assessment: &Assessment, asset: &Asset, prefix: &str) {
    let field = |name: &str| format!("{prefix}{name}");
    faults.length(&field("name"), &asset.name, 2, 200);
    let people = |name: &str| content.people.iter().any(|person| person.number.as_str() == name);
    faults.known(&field("owner"), &asset.owner, people);
    let vendors = |name: &str| assessment.vendors.iter().any(|vendor| vendor.number.as_str() == name);
    faults.known(&field("vendor"), &asset.vendor, vendors);
    let sites = |name: &str| content.organization.sites.iter().any(|site| site.number.as_str() == name);
    faults.known(&field("sites"), &asset.sites, sites);
    for text in &asset.information {
        faults.length(&field("information"), text, 1, 200);
    }
    let hours = [
        ("recovery_time_hours", asset.recovery_time_hours),
        ("recovery_point_hours", asset.recovery_point_hours),
    ];
    for (name, hours) in hours {
        let sane = hours.is_none_or(|hours| hours <= LONGEST_RECOVERY);
        faults.unless(
            sane,
            &field(name),
            "out_of_range",
            format!("Name {LONGEST_RECOVERY} hours (a year) or fewer."),
        );
    }
    part_2(faults, asset, &field);
    faults.length(&field("no_risk_reason"), asset.no_risk_reason.as_deref().unwrap_or_default(), 0, LONGEST);
}

/// The questions on records of 42 CFR Part 2 are asked only where there are some.
fn part_2(faults: &mut Faults, asset: &Asset, field: &impl Fn(&str) -> String) {
    let answers =
        [("part_2_segmented", asset.part_2_segmented), ("part_2_proxy_stop", asset.part_2_proxy_stop)];
    for (name, answer) in answers {
        let message = "This is asked only of what holds records of a 42 CFR Part 2 program.";
        faults.unless(asset.part_2_records || answer.is_none(), &field(name), "not_allowed", message);
    }
}

/// Everything that is wrong with a flow.
pub fn flow(faults: &mut Faults, assessment: &Assessment, flow: &DataFlow) {
    let assets = |name: &str| assessment.assets.iter().any(|asset| asset.number.as_str() == name);
    faults.known("flow/from", [&flow.from], assets);
    faults.known("flow/to", &flow.to, assets);
    let party = flow.party.as_deref().map(str::trim).filter(|party| !party.is_empty());
    let message = "Say where it ends: at one asset, or at one outside party.";
    faults.unless(flow.to.is_some() != party.is_some(), "flow/to", "required", message);
    let message = "A flow ends somewhere else than it starts.";
    faults.unless(flow.to.as_ref() != Some(&flow.from), "flow/to", "same", message);
    let texts = [
        ("flow/method", &flow.method),
        ("flow/protection", &flow.protection),
        ("flow/purpose", &flow.purpose),
    ];
    for (field, text) in texts {
        faults.length(field, text, 2, LONGEST);
    }
}

/// Everything that is wrong with a vendor.
pub fn vendor(faults: &mut Faults, assessment: &Assessment, vendor: &Vendor) {
    faults.length("vendor/name", &vendor.name, 2, 200);
    faults.length("vendor/service", &vendor.service, 2, LONGEST);
    let name = vendor.name.trim().to_lowercase();
    let others = assessment.vendors.iter().filter(|other| other.number != vendor.number);
    let twice = others.into_iter().any(|other| other.name.trim().to_lowercase() == name);
    faults.unless(!twice, "vendor/name", "duplicate", "Another vendor has this name.");
    let ordered = match (vendor.agreement_on, vendor.agreement_ends) {
        (Some(begins), Some(ends)) => begins <= ends,
        (None, Some(_)) => false,
        _ => true,
    };
    let message = "An agreement ends after the day on which it was made; name that day too.";
    faults.unless(ordered, "vendor/agreement_ends", "date_order", message);
}
