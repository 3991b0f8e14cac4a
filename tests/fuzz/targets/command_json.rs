//! Any line as a request to the sample clinic: it is answered or refused, in words that tell nothing of the machine.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_app::commands::read_request;
use riskwright_app::provision::{self, First};
use riskwright_app::{App, call, sample};
use riskwright_store::KdfCost;
use serde_json::json;
use std::sync::LazyLock;
use tempfile::TempDir;

/// Commands that make folders wherever a request says, or spend seconds on a passphrase.
const LEFT_OUT: [&str; 4] =
    ["workspace::new", "workspace::sample", "workspace::recover", "person::give_account"];

static CLINIC: LazyLock<(TempDir, App)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    std::env::set_current_dir(folder.path()).expect("a place for relative paths");
    let path = folder.path().join("w.riskwright");
    let content = sample::content().expect("the sample");
    let accounts = sample::accounts(&content, sample::PASSPHRASE);
    let first = First { content, command: "workspace::import", imported_from: None };
    let (store, _) = provision::create(&path, &accounts, first, KdfCost::new(64, 1, 1)).expect("a workspace");
    store.close().expect("it closes");
    let app = App::new(None).without_idle_lock();
    open(&app, &folder);
    (folder, app)
});

fn open(app: &App, folder: &TempDir) {
    let path = folder.path().join("w.riskwright");
    let request = json!({ "path": path, "login": "dana.whitfield", "passphrase": sample::PASSPHRASE });
    call(app, "workspace::open", request).expect("the workspace opens");
}

fuzz_target!(|line: &str| {
    let (folder, app) = &*CLINIC;
    let Ok((command, request)) = read_request(line) else { return };
    if LEFT_OUT.contains(&command.as_str()) {
        return;
    }
    let answer = call(app, &command, request);
    if let Err(error) = answer {
        let told = serde_json::to_string(&error).expect("JSON");
        let place = folder.path().display().to_string();
        assert!(!told.contains(&place) && !told.contains("panicked"), "{told}");
    }
    let current = call(app, "workspace::current", json!({})).expect("it can always be asked");
    if current["opened"].is_null() {
        open(app, folder);
    }
});
