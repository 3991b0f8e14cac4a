//! Any text as an exchange file: it is taken or refused, and what was taken survives being written and read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_app::exchange::{read, write};
use riskwright_domain::catalogue::Catalogue;

fuzz_target!(|text: &str| {
    let Ok(file) = read(text, Catalogue::embedded()) else { return };
    let written = write(&file.content).expect("what was read can be written");
    let again = read(&written, Catalogue::embedded()).expect("what was written can be read");
    assert_eq!(again.content, file.content, "nothing is lost");
});
