//! A signing identity as other programs make it, in a PKCS#12 file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Passphrase of the file.
#[allow(dead_code)] // Each subject uses a part.
pub const PASSPHRASE: &str = "of the file";

/// An identity as other programs export it; `usage` is what its key may be used for.
pub fn pkcs12(folder: &Path, usage: &str) -> String {
    let run = |arguments: &[&str]| {
        let done =
            Command::new("openssl").args(arguments).current_dir(folder).output().expect("openssl runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let usage = format!("keyUsage={usage}");
    run(&[
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "key.pem",
        "-out",
        "certificate.pem",
        "-days",
        "30",
        "-subj",
        "/CN=Dana of the Bar",
        "-addext",
        &usage,
    ]);
    run(&[
        "pkcs12",
        "-export",
        "-inkey",
        "key.pem",
        "-in",
        "certificate.pem",
        "-out",
        "identity.p12",
        "-passout",
        "pass:of the file",
    ]);
    STANDARD.encode(fs::read(folder.join("identity.p12")).unwrap())
}
