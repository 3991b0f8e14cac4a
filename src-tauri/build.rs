//! Build script of the shell: names the commands the page may call, and keeps SQLCipher's symbols inside.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        // libsoup and WebKit would bind to the SQLite symbols of SQLCipher: two SQLites mixed in one process.
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let names: Vec<&'static str> = COMMANDS.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let manifest = tauri_build::AppManifest::new().commands(Vec::leak(names));
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}

/// Generated from the command table; a test compares.
const COMMANDS: &str = include_str!("commands.txt");
