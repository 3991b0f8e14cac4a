//! Any bytes as a signed PDF: no signature of a file that nobody trusts is said to be trusted.

#![no_main]

use libfuzzer_sys::fuzz_target;
use riskwright_documents::signature::{Trust, verify};

fuzz_target!(|pdf: &[u8]| {
    let report = verify(pdf, &Trust::default());
    let held = report.signatures.iter().filter(|signature| signature.intact).count();
    assert!(!report.valid || held > 0, "a file without an intact signature is not valid");
});
