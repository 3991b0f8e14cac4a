//! One bit flipped anywhere in the folder's files: refused on opening, or named by the audit.

use crate::trial::{Closed, LOGIN, PASSPHRASE, Trial, files, open};
use riskwright_domain::audit::Head;
use std::fs;
use std::path::{Path, PathBuf};

const FLIPS: u64 = 200;

/// SplitMix64.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn with_evidence() -> (Closed, Head) {
    let mut trial = Trial::with_content();
    let bytes: Vec<u8> = (0..20_000_u32).map(|at| (at % 251) as u8).collect();
    let sha256 = trial.store.evidence_files().put(&bytes).unwrap();
    trial.write(|writer| {
        let mut item = writer.evidence()?.remove(0);
        writer.evidence_stored(&sha256)?;
        item.sha256 = Some(sha256);
        writer.put_evidence(&item)
    });
    let head = trial.store.read(|reader| reader.head()).unwrap();
    (trial.close(), head)
}

/// Why nothing is wrong with the folder, if nothing is.
fn accepted(folder: &Path, seen: Option<&Head>) -> bool {
    let Ok(opened) = open(folder, LOGIN, PASSPHRASE) else { return false };
    opened.store.verify(seen).is_ok_and(|(_, breaks)| breaks.is_empty())
}

/// The files that hold something: the index of the log is made anew on opening, the lock is empty.
fn targets(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let left_out = |path: &PathBuf| path.extension().is_some_and(|end| end == "db-shm");
    files(folder).into_iter().filter(|(path, bytes)| !left_out(path) && !bytes.is_empty()).collect()
}

/// Flips bits at random places, spread over the files by their number rather than their size.
fn flip_all(folder: &Path, seen: Option<&Head>, state: &mut u64) -> Vec<String> {
    let whole = files(folder);
    let targets = targets(folder);
    let mut missed = Vec::new();
    for _ in 0..FLIPS {
        let (path, bytes) = &targets[(random(state) % targets.len() as u64) as usize];
        let place = (random(state) % (bytes.len() as u64 * 8)) as usize;
        let mut flipped = bytes.clone();
        flipped[place / 8] ^= 1 << (place % 8);
        fs::write(path, flipped).unwrap();
        if accepted(folder, seen) {
            missed.push(format!("{} bit {place}", path.file_name().unwrap().display()));
        }
        put_back(folder, &whole);
    }
    missed
}

fn put_back(folder: &Path, whole: &std::collections::BTreeMap<PathBuf, Vec<u8>>) {
    for path in files(folder).keys().filter(|path| !whole.contains_key(*path)) {
        fs::remove_file(path).unwrap();
    }
    for (path, bytes) in whole {
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn no_flipped_bit_of_a_closed_workspace_is_silently_accepted() {
    let (closed, _) = with_evidence();
    assert!(accepted(&closed.folder, None), "the workspace is whole before");
    let mut state = 171_203;
    assert_eq!(flip_all(&closed.folder, None, &mut state), Vec::<String>::new());
    assert!(accepted(&closed.folder, None), "and whole again after");
}

#[test]
fn no_flipped_bit_of_what_a_crash_left_is_silently_accepted() {
    let (closed, _) = with_evidence();
    let mut opened = closed.open().unwrap();
    let act = crate::trial::act("test::write");
    opened.store.write(&act, |writer| writer.event("last", &"words before the crash")).unwrap();
    // The files as they are while the workspace is open are what a crash leaves.
    let crashed = closed.around.path().join("Crashed.riskwright");
    for (path, bytes) in files(&closed.folder) {
        let target = crashed.join(path.strip_prefix(&closed.folder).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    assert!(crashed.join("workspace.db-wal").metadata().unwrap().len() > 0, "the log is not empty");
    let left = files(&crashed);
    assert!(accepted(&crashed, None), "what the crash left is whole");
    // Opening carried the log over: the next flips need what the crash left.
    put_back(&crashed, &left);
    let mut state = 45_164;
    assert_eq!(flip_all(&crashed, None, &mut state), Vec::<String>::new());
}
