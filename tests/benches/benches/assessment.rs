//! How long an officer of a hospital waits: 2,000 assets and 5,000 risks. Nothing here is asserted; figures are printed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod hospital;

use criterion::Criterion;
use riskwright_app::provision::{self, First};
use riskwright_app::{App, call, sample};
use riskwright_documents::assessment::heat_map::{Stage, counts};
use riskwright_documents::assessment::{Copy, Sheet, register, report, style};
use riskwright_documents::spreadsheet::xlsx;
use riskwright_documents::{Stamp, write};
use riskwright_domain::audit::Head;
use riskwright_domain::catalogue::Catalogue;
use riskwright_domain::policy::coverage::coverage;
use riskwright_domain::workspace::Content;
use riskwright_store::KdfCost;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const ASSETS: usize = 2_000;
const RISKS: usize = 5_000;

fn main() {
    let content = hospital::content(ASSETS, RISKS);
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(4))
        .configure_from_args();
    in_a_workspace(&mut criterion, &content);
    pure(&mut criterion, &content);
    once(&content);
    criterion.final_summary();
}

/// Commands as the page calls them, with JSON in and out, on an encrypted folder.
fn in_a_workspace(criterion: &mut Criterion, content: &Content) {
    let (_folder, app) = opened(content);
    criterion.bench_function("risk::list", |bencher| {
        bencher.iter(|| black_box(call(&app, "risk::list", json!({})).unwrap()));
    });
    let mut revision = revision(&app);
    criterion.bench_function("risk::save", |bencher| bencher.iter(|| revision = rated(&app, revision)));
    println!("most memory after opening, listing and saving: {}", most_memory());
}

/// What commands call, without the store.
fn pure(criterion: &mut Criterion, content: &Content) {
    let assessment = content.assessments.last().unwrap();
    let day = jiff::civil::date(2026, 11, 21);
    criterion.bench_function("heat map", |bencher| {
        bencher.iter(|| black_box(Stage::ALL.map(|stage| counts(&assessment.risks, stage))));
    });
    criterion.bench_function("coverage", |bencher| bencher.iter(|| black_box(coverage(content, day))));
    criterion.bench_function("register as a workbook", |bencher| {
        bencher.iter(|| black_box(workbook(content)));
    });
}

/// What takes so long that one run tells enough.
fn once(content: &Content) {
    for _ in 0..3 {
        let begin = Instant::now();
        let (blocks, pdf) = full_report(content);
        println!("full report: {blocks} blocks, {} bytes in {:?}", pdf.len(), begin.elapsed());
    }
    println!("most memory after the full report: {}", most_memory());
    if let Some(file) = std::env::var_os("RISKWRIGHT_REPORT") {
        std::fs::write(file, full_report(content).1).unwrap();
    }
}

fn opened(content: &Content) -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hospital.riskwright");
    let accounts = sample::accounts(content, sample::PASSPHRASE);
    let first = First { content: content.clone(), command: "workspace::import", imported_from: None };
    provision::create(&path, &accounts, first, KdfCost::standard()).unwrap().0.close().unwrap();
    let app = App::new(None);
    let login = accounts[0].login.as_str();
    let request = json!({ "path": path, "login": login, "passphrase": sample::PASSPHRASE });
    call(&app, "workspace::open", request).unwrap();
    (folder, app)
}

fn revision(app: &App) -> i64 {
    let risk: Value = call(app, "risk::get", json!({ "number": "R-2500" })).unwrap();
    risk["revision"].as_i64().unwrap()
}

fn rated(app: &App, revision: i64) -> i64 {
    let level = if revision % 2 == 0 { "high" } else { "moderate" };
    let request = json!({
        "number": "R-2500", "initiation": level, "adverse": "low",
        "impact": { "c": "high", "i": "low", "a": "low" },
        "rationale": "Rated anew with what the exercise of this month showed.",
        "based_on_revision": revision,
    });
    call(app, "risk::save", request).unwrap()["revision"].as_i64().unwrap()
}

fn with_sheet<T>(content: &Content, make: impl FnOnce(&Sheet<'_>) -> T) -> T {
    let head = Head { sequence: 1, hash: "ab".repeat(32) };
    let copy = Copy { made_on: jiff::civil::date(2026, 11, 21), made_by: "Bench", head: &head };
    make(&Sheet::of(Catalogue::embedded(), content, content.assessments.last().unwrap(), copy))
}

fn workbook(content: &Content) -> Vec<u8> {
    with_sheet(content, |sheet| xlsx::write(&register::spreadsheets(sheet)).unwrap())
}

fn full_report(content: &Content) -> (usize, Vec<u8>) {
    let stamp = Stamp { created: jiff::Timestamp::UNIX_EPOCH, identifier: [7; 16] };
    let begin = Instant::now();
    let document = with_sheet(content, report::document);
    println!("  blocks after {:?}", begin.elapsed());
    (document.blocks.len(), write(&document, &style(), &stamp).unwrap())
}

/// The highest resident set of this process, as the kernel counts it.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not known on this system".to_owned(), |text| text.trim().to_owned())
}
