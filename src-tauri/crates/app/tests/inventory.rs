//! The inventory: assets, flows and vendors, the starter list, and rows of a spreadsheet.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod work;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use riskwright_app::ErrorCode;
use riskwright_documents::spreadsheet::{Cell, Column, Spreadsheet, xlsx};
use riskwright_domain::assessment::AssessmentStatus;
use riskwright_domain::assessment::starter::starter_systems;
use serde_json::{Value, json};
use work::{DANA, Desk, OPEN, PRIYA, Work, row, with};

fn inventory(desk: &Desk) -> Value {
    desk.ok("inventory::get", json!({}))
}

fn asset(desk: &Desk, number: &str) -> Value {
    row(&inventory(desk)["assets"], "asset.number", number).clone()
}

fn new_asset() -> Value {
    json!({ "number": "", "name": " Dental camera ", "kind": "device", "information": ["images", " images ", ""],
        "records": 40, "recovery": "low" })
}

fn save(asset: Value, revision: &Value) -> Value {
    json!({ "asset": asset, "based_on_revision": revision })
}

fn preview(desk: &Desk, name: &str, bytes: &[u8]) -> Value {
    desk.ok("inventory::preview", json!({ "file_name": name, "content": STANDARD.encode(bytes) }))
}

fn import(text: &str, preview: &Value, leave_out: bool) -> Value {
    json!({ "file_name": "assets.csv", "content": STANDARD.encode(text), "sheet": preview["sheet"],
        "mapping": preview["mapping"], "leave_out_refused": leave_out })
}

/// Number of the row, and what would become of it.
fn fates(preview: &Value) -> Vec<(u64, &str)> {
    let rows = preview["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["row"].as_u64().unwrap(), row["fate"].as_str().unwrap())).collect()
}

fn messages(row: &Value) -> String {
    row["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["message"].as_str().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_inventory_has_names_beside_numbers_and_counts_risks() {
    let desk = Work::new().open(DANA);
    let shown = inventory(&desk);
    assert_eq!((&shown["assessment"], &shown["open"]), (&json!(OPEN), &json!(true)));
    let mail = asset(&desk, "A-007");
    assert_eq!(
        (&mail["owner"], &mail["vendor"], &mail["risks"]),
        (&json!("Priya Raman"), &json!("Quillmail Business"), &json!(1))
    );
    assert_eq!((mail["revision"].as_i64(), shown["revision"].as_i64()), (Some(1), Some(1)));
}

#[test]
fn an_asset_is_added_changed_and_removed() {
    let desk = Work::new().open(PRIYA);
    let saved = desk.ok("inventory::save_asset", save(new_asset(), &json!(0)));
    assert_eq!((&saved["number"], &saved["revision"]), (&json!("A-021"), &json!(1)));
    let there = asset(&desk, "A-021");
    assert_eq!(
        (&there["asset"]["name"], &there["asset"]["information"]),
        (&json!("Dental camera"), &json!(["images"]))
    );
    let changed = with(there["asset"].clone(), &[("owner", json!("P-011"))]);
    desk.ok("inventory::save_asset", save(changed, &there["revision"]));
    assert_eq!(asset(&desk, "A-021")["owner"], "Alice Nyberg, MD");
    assert_eq!(asset(&desk, "A-021")["asset"]["id"], there["asset"]["id"], "the identity stays");
    desk.ok("inventory::remove_asset", json!({ "number": "A-021" }));
    let next = desk.ok("inventory::save_asset", save(new_asset(), &json!(0)));
    assert_eq!(next["number"], "A-022", "a number is not given twice");
    let gone = save(with(new_asset(), &[("number", json!("A-777"))]), &json!(1));
    assert_eq!(desk.refused("inventory::save_asset", gone).code, ErrorCode::NotFound);
}

#[test]
fn every_wrong_field_of_an_asset_is_named() {
    let desk = Work::new().open(PRIYA);
    let wrong = with(
        new_asset(),
        &[
            ("name", json!("x")),
            ("owner", json!("P-999")),
            ("vendor", json!("V-999")),
            ("sites", json!(["S-1", "S-9"])),
            ("recovery_time_hours", json!(99_999)),
            ("recovery_point_hours", json!(99_999)),
            ("part_2_segmented", json!(true)),
        ],
    );
    let faults = desk.faults("inventory::save_asset", save(wrong, &json!(0)));
    assert_eq!(
        faults.1,
        [
            "asset/name too_short",
            "asset/owner unknown_reference",
            "asset/vendor unknown_reference",
            "asset/sites unknown_reference",
            "asset/recovery_time_hours out_of_range",
            "asset/recovery_point_hours out_of_range",
            "asset/part_2_segmented not_allowed"
        ]
    );
    let part_2 = with(
        new_asset(),
        &[
            ("information", json!([])),
            ("part_2_records", json!(true)),
            ("part_2_segmented", json!(false)),
            ("part_2_proxy_stop", json!(true)),
        ],
    );
    desk.ok("inventory::save_asset", save(part_2, &json!(0)));
}

#[test]
fn an_asset_that_something_names_stays_and_all_that_names_it_is_told() {
    let desk = Work::new().open(PRIYA);
    let record = json!([{ "kind": "asset", "id": format!("{OPEN}/A-007") }]);
    desk.ok("evidence::add", json!({ "title": "Export of rights", "kind": "log", "on": work::today(), "reference": "Share", "about": record }));
    let error = desk.refused("inventory::remove_asset", json!({ "number": "A-007" }));
    assert_eq!(error.code, ErrorCode::InUse);
    for name in ["R-0001", "flow 15 from A-007", "flow 17 from A-012", "E-0036"] {
        assert!(error.message.contains(name), "{name}: {}", error.message);
    }
}

#[test]
fn two_who_change_an_asset_keep_both_changes_or_are_told() {
    let work = Work::new();
    let (dana, priya) = (work.open(DANA), work.open(PRIYA));
    let seen = asset(&dana, "A-008");
    let records = with(seen["asset"].clone(), &[("records", json!(4200))]);
    let owner = with(seen["asset"].clone(), &[("owner", json!("P-010"))]);
    let other = with(seen["asset"].clone(), &[("records", json!(4300))]);
    dana.ok("inventory::save_asset", save(records, &seen["revision"]));
    priya.ok("inventory::save_asset", save(owner, &seen["revision"]));
    let both = asset(&dana, "A-008");
    assert_eq!((&both["asset"]["records"], &both["asset"]["owner"]), (&json!(4200), &json!("P-010")));
    let error = priya.refused("inventory::save_asset", save(other, &seen["revision"]));
    assert_eq!((error.code, error.conflicts[0].field.as_str()), (ErrorCode::Conflict, "/records"));
}

#[test]
fn a_flow_is_added_changed_and_removed_by_its_place() {
    let desk = Work::new().open(PRIYA);
    let flow = json!({ "from": "A-010", "to": "A-008", "method": "file share", "protection": "none", "purpose": "scans" });
    let wrong =
        with(flow.clone(), &[("from", json!("A-999")), ("party", json!("Somebody")), ("method", json!(""))]);
    let faults = desk.faults("inventory::save_flow", json!({ "flow": wrong, "based_on_revision": 1 }));
    assert_eq!(faults.1, ["flow/from unknown_reference", "flow/to required", "flow/method too_short"]);
    let circle = with(flow.clone(), &[("to", json!("A-010"))]);
    assert_eq!(
        desk.faults("inventory::save_flow", json!({ "flow": circle, "based_on_revision": 1 })).1,
        ["flow/to same"]
    );
    let added = desk.ok("inventory::save_flow", json!({ "flow": flow, "based_on_revision": 1 }));
    assert_eq!((added["flows"].as_array().unwrap().len(), added["revision"].as_i64()), (19, Some(2)));
    let changed = with(flow, &[("protection", json!("SMB encryption"))]);
    let saved =
        desk.ok("inventory::save_flow", json!({ "place": 18, "flow": changed, "based_on_revision": 2 }));
    assert_eq!(saved["flows"][18]["protection"], "SMB encryption");
    assert_eq!(
        desk.refused("inventory::remove_flow", json!({ "place": 19, "based_on_revision": 3 })).code,
        ErrorCode::NotFound
    );
    let left = desk.ok("inventory::remove_flow", json!({ "place": 18, "based_on_revision": 3 }));
    assert_eq!(left["flows"].as_array().unwrap().len(), 18);
    assert_eq!(left["assets"].as_array().unwrap().len(), 20, "what has a table of its own stays");
}

#[test]
fn a_vendor_is_added_changed_and_removed_where_no_asset_names_it() {
    let desk = Work::new().open(PRIYA);
    let vendor = json!({ "number": "", "name": "Slatemoor Scribes", "service": "transcription", "business_associate": true });
    let wrong = with(
        vendor.clone(),
        &[
            ("name", json!("quillmail business ")),
            ("service", json!("")),
            ("agreement_ends", json!("2026-01-01")),
        ],
    );
    let faults = desk.faults("inventory::save_vendor", json!({ "vendor": wrong, "based_on_revision": 1 }));
    assert_eq!(
        faults.1,
        ["vendor/service too_short", "vendor/name duplicate", "vendor/agreement_ends date_order"]
    );
    let added = desk.ok("inventory::save_vendor", json!({ "vendor": vendor, "based_on_revision": 1 }));
    let there = row(&added["vendors"], "name", "Slatemoor Scribes").clone();
    assert_eq!(there["number"], "V-014");
    let changed = with(there, &[("service", json!("dictation"))]);
    desk.ok("inventory::save_vendor", json!({ "vendor": changed, "based_on_revision": 2 }));
    let error = desk.refused("inventory::remove_vendor", json!({ "number": "V-006" }));
    assert_eq!(error.code, ErrorCode::InUse);
    assert!(error.message.contains("A-007 (E-mail and shared calendars)"), "{error:?}");
    let left = desk.ok("inventory::remove_vendor", json!({ "number": "V-014" }));
    assert_eq!(left["vendors"].as_array().unwrap().len(), 13);
}

#[test]
fn what_is_ticked_in_the_starter_list_is_added_once() {
    let desk = Work::with(|open| {
        open.assets.retain(|asset| asset.number.as_str() == "A-008");
        open.flows.clear();
        open.risks.clear();
        open.assets[0].name = "laptops".to_owned();
    })
    .open(DANA);
    let list = desk.ok("inventory::starters", json!({}));
    assert_eq!(list["starters"].as_array().unwrap().len(), starter_systems().len());
    assert_eq!(row(&list["starters"], "id", "laptops")["present"], true);
    assert_eq!(
        desk.faults("inventory::add_starters", json!({ "starters": ["ehr", "time-machine"] })).1,
        ["starters unknown_reference"]
    );
    let added = desk.ok("inventory::add_starters", json!({ "starters": ["fax", "ehr", "laptops"] }));
    assert_eq!(added["numbers"], json!(["A-021", "A-022"]), "laptops are there");
    let record = asset(&desk, "A-021");
    assert_eq!(
        (&record["asset"]["name"], record["asset"].get("criticality")),
        (&json!("Electronic health record"), None)
    );
    desk.ok("history::undo", json!({}));
    assert_eq!(inventory(&desk)["assets"].as_array().unwrap().len(), 1);
}

const SHEET: &str = "System,Type,Owner,Location,Records,C,I,A,RTO (hours),Serial\n\
    Dental camera,device,Priya Raman,Harbor Street; S-2,\"1,200\",high,low,low,24,XC-1\n\
    File server,,,,,,,,,\n\
    File server 2,system,Nobody Known,Moon Base,many,high,,,soon,XC-2\n\
    \n\
    fax SERVICE,hosted service,Joel Hartwig,,2700,,,,,\n\
    dental camera,device,,,,,,,,\n";

#[test]
fn a_preview_says_of_every_row_and_column_what_becomes_of_it() {
    let desk = Work::new().open(PRIYA);
    let before = desk.content();
    let shown = preview(&desk, "assets.csv", SHEET.as_bytes());
    assert_eq!(
        fates(&shown),
        [(2, "add"), (3, "same"), (4, "refused"), (5, "empty"), (6, "change"), (7, "refused")]
    );
    let counts = ["added", "changed", "unchanged", "refused"].map(|count| shown[count].as_u64().unwrap());
    assert_eq!(counts, [1, 1, 1, 2]);
    assert_eq!(
        (&shown["rows"][1]["number"], &shown["rows"][4]["number"]),
        (&json!("A-008"), &json!("A-014"))
    );
    let told = messages(&shown["rows"][2]);
    for wrong in
        ["Nobody Known", "Moon Base", "\"many\"", "\"soon\"", "confidentiality, integrity and availability"]
    {
        assert!(told.contains(wrong), "{wrong}: {told}");
    }
    assert!(messages(&shown["rows"][5]).contains("Row 2"), "the same name twice");
    let ignored = shown["problems"][0].clone();
    assert_eq!((&ignored["column"], &ignored["blocking"]), (&json!(9), &json!(false)));
    assert!(ignored["message"].as_str().unwrap().contains("Serial"));
    assert_eq!(desk.content(), before, "a preview writes nothing");
}

#[test]
fn an_import_takes_what_the_preview_showed_or_nothing() {
    let desk = Work::new().open(PRIYA);
    let (shown, before) = (preview(&desk, "assets.csv", SHEET.as_bytes()), desk.content());
    let error = desk.refused("inventory::import", import(SHEET, &shown, false));
    assert_eq!(error.code, ErrorCode::Invalid);
    let lines: Vec<_> = error.fields.iter().filter_map(|field| field.line).collect();
    assert!(lines.contains(&4) && lines.contains(&7), "{lines:?}");
    assert_eq!(desk.content(), before, "a refused row refuses the whole");
    let done = desk.ok("inventory::import", import(SHEET, &shown, true));
    assert_eq!((&done["added"], &done["changed"], &done["unchanged"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(fates(&json!({ "rows": done["left_out"] })), [(4, "refused"), (7, "refused")]);
    let camera = asset(&desk, "A-021");
    assert_eq!(camera["asset"]["criticality"], json!({ "c": "high", "i": "low", "a": "low" }));
    assert_eq!(
        (&camera["owner"], &camera["asset"]["sites"]),
        (&json!("Priya Raman"), &json!(["S-1", "S-2"]))
    );
    assert_eq!(
        (&camera["asset"]["records"], &camera["asset"]["recovery_time_hours"]),
        (&json!(1200), &json!(24))
    );
    let fax = asset(&desk, "A-014");
    assert_eq!((&fax["asset"]["records"], &fax["asset"]["name"]), (&json!(2700), &json!("fax SERVICE")));
    assert_eq!(fax["asset"]["recovery_time_hours"], 24, "an empty cell leaves what is there");
    let again = preview(&desk, "assets.csv", SHEET.as_bytes());
    assert_eq!((&again["added"], &again["changed"], &again["unchanged"]), (&json!(0), &json!(0), &json!(3)));
    desk.ok("history::undo", json!({}));
    assert_eq!(desk.content(), before);
}

#[test]
fn a_workbook_is_read_by_sheet_and_a_number_finds_the_asset() {
    let desk = Work::new().open(PRIYA);
    let columns = ["Asset number", "Name", "Kind"].map(|name| Column::text(name, 20)).to_vec();
    let text = |row: [&str; 3]| row.map(Cell::from).to_vec();
    let rows = vec![text(["A-010", "Laptops and convertibles", ""]), text(["A-999", "Ghost", "device"])];
    let sheet = Spreadsheet { title: "Inventory".to_owned(), columns, rows };
    let shown = preview(&desk, "assets.xlsx", &xlsx::write(&[sheet]).unwrap());
    assert_eq!((&shown["sheet"], &shown["sheets"]), (&json!("Inventory"), &json!(["Inventory"])));
    assert_eq!(fates(&shown), [(2, "change"), (3, "refused")]);
    assert!(messages(&shown["rows"][1]).contains("A-999"));
}

#[test]
fn a_patients_data_is_pointed_out_and_does_not_block() {
    let desk = Work::new().open(PRIYA);
    let sheet = "Name,Kind,Information\nRecall list,medium,SSN 536-22-1847\n";
    let shown = preview(&desk, "assets.csv", sheet.as_bytes());
    assert_eq!(fates(&shown), [(2, "add")]);
    let problem = &shown["rows"][0]["problems"][0];
    assert_eq!(
        (&problem["column"], &problem["field"], &problem["blocking"]),
        (&json!(2), &json!("information"), &json!(false))
    );
    assert!(
        !problem["message"].as_str().unwrap().contains("1847"),
        "the identifier itself is not said again"
    );
}

#[test]
fn a_mapping_is_taken_as_given_and_a_wrong_one_refused_whole() {
    let desk = Work::new().open(PRIYA);
    let sheet = "Ding,Art\nCamera,device\n";
    let shown = preview(&desk, "assets.csv", sheet.as_bytes());
    assert_eq!(fates(&shown), [(2, "refused")]);
    assert!(shown["problems"].to_string().contains("No column gives the name"));
    let request = |mapping: Value| json!({ "file_name": "assets.csv", "content": STANDARD.encode(sheet), "mapping": mapping });
    let mapped = json!([{ "column": 0, "field": "name" }, { "column": 1, "field": "kind" }]);
    assert_eq!(fates(&desk.ok("inventory::preview", request(mapped))), [(2, "add")]);
    let wrong = json!([{ "column": 0, "field": "name" }, { "column": 0, "field": "name" }, { "column": 9, "field": "kind" }]);
    let faults = desk.faults("inventory::preview", request(wrong));
    assert_eq!(
        faults.1,
        ["mapping/1/column duplicate", "mapping/1/field duplicate", "mapping/2/column unknown_reference"]
    );
}

#[test]
fn what_is_no_spreadsheet_is_refused_with_a_cure() {
    let desk = Work::new().open(PRIYA);
    let cases = [("assets.xlsx", "no workbook"), ("assets.csv", ""), ("assets.csv", "a,\"b\nc")];
    for (name, text) in cases {
        let error = desk
            .refused("inventory::preview", json!({ "file_name": name, "content": STANDARD.encode(text) }));
        assert_eq!((error.code, error.hint.is_some()), (ErrorCode::Invalid, true), "{text:?}");
    }
    let error = desk.refused("inventory::preview", json!({ "file_name": "a.csv", "content": "%%%" }));
    assert_eq!(error.fields[0].code, "malformed");
    let request = json!({ "file_name": "assets.csv", "content": STANDARD.encode(SHEET), "sheet": "Nowhere" });
    assert_eq!(desk.faults("inventory::preview", request).1, ["sheet unknown_reference"]);
}

#[test]
fn a_frozen_assessment_takes_no_change() {
    let desk = Work::with(|open| open.status = AssessmentStatus::InReview).open(PRIYA);
    let seen = asset(&desk, "A-008");
    assert_eq!(inventory(&desk)["open"], false);
    let flow = inventory(&desk)["flows"][0].clone();
    let vendor = inventory(&desk)["vendors"][0].clone();
    for (command, request) in [
        ("inventory::save_asset", save(seen["asset"].clone(), &seen["revision"])),
        ("inventory::remove_asset", json!({ "number": "A-008" })),
        ("inventory::save_flow", json!({ "flow": flow, "based_on_revision": 1 })),
        ("inventory::remove_flow", json!({ "place": 0, "based_on_revision": 1 })),
        ("inventory::save_vendor", json!({ "vendor": vendor, "based_on_revision": 1 })),
        ("inventory::remove_vendor", json!({ "number": "V-001" })),
        ("inventory::add_starters", json!({ "starters": ["ehr"] })),
        ("inventory::preview", json!({ "file_name": "assets.csv", "content": STANDARD.encode(SHEET) })),
    ] {
        assert_eq!(desk.refused(command, request).code, ErrorCode::Frozen, "{command}");
    }
}

#[test]
fn an_asset_that_somebody_put_at_risk_is_not_taken_back() {
    let work = Work::new();
    let (dana, priya) = (work.open(DANA), work.open(PRIYA));
    let number = priya.ok("inventory::save_asset", save(new_asset(), &json!(0)))["number"].clone();
    dana.ok("threat::add_risks", json!({ "risks": [{ "threat": "T-007", "asset": number }] }));
    let error = priya.refused("history::undo", json!({}));
    assert_eq!(error.code, ErrorCode::Conflict);
    assert!(error.message.contains(number.as_str().unwrap()), "{error:?}");
}
