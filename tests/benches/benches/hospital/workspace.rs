//! `hospital FOLDER` writes the workspace of a hospital: 2,000 assets and 5,000 risks, everybody of the sample in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "mod.rs"]
mod hospital;

use riskwright_app::provision::{self, First};
use riskwright_app::sample;
use riskwright_store::KdfCost;
use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write"));
    let content = hospital::content(2_000, 5_000);
    let accounts = sample::accounts(&content, sample::PASSPHRASE);
    let first = First { content, command: "workspace::import", imported_from: None };
    provision::create(&folder, &accounts, first, KdfCost::standard()).unwrap().0.close().unwrap();
}
