//! Any text as one file of the catalogue, named like one of the files that the program carries.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_domain::catalogue::{embedded, read};

fuzz_target!(|data: (u8, &str)| {
    let (which, text) = data;
    let (name, _) = embedded::FILES[usize::from(which) % embedded::FILES.len()];
    let (catalogue, problems) = read(&[(name, text)]);
    assert!(!problems.is_empty() || !catalogue.editions().is_empty(), "a file is taken or told to be wrong");
});
