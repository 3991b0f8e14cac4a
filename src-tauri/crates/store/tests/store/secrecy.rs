//! What a file of the folder shows to who has no key.

use crate::sample::ASSET_NAME;
use crate::trial::{Trial, bytes_of, files};

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[test]
fn no_file_shows_content_schema_or_key_while_open_or_closed() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.event("note", &ASSET_NAME));
    let key = bytes_of(&trial.recovery);
    let secrets = [
        ASSET_NAME.as_bytes(),
        b"Dana Ruiz",
        b"CREATE TABLE",
        b"revision",
        &key,
        hex::encode(&key).as_bytes(),
    ]
    .map(<[u8]>::to_vec);
    let open = files(&trial.folder);
    assert!(open.keys().any(|path| path.ends_with("workspace.db-wal")), "the log is looked at too");
    let closed = trial.close();
    for (path, bytes) in open.iter().chain(&closed.files()) {
        for secret in &secrets {
            assert!(
                !contains(bytes, secret),
                "{} shows {:?}",
                path.display(),
                String::from_utf8_lossy(secret)
            );
        }
    }
}

#[test]
fn the_database_does_not_begin_like_a_plain_one() {
    let closed = Trial::new().close();
    let bytes = std::fs::read(closed.folder.join("workspace.db")).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"));
    let plain = rusqlite::Connection::open(closed.folder.join("workspace.db")).unwrap();
    assert!(plain.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)).is_err());
}

#[test]
fn debug_output_shows_no_key() {
    let trial = Trial::new();
    let shown = format!("{:?} {:?}", trial.store, trial.recovery);
    assert!(!shown.contains(&hex::encode(bytes_of(&trial.recovery))), "{shown}");
    assert!(shown.len() < 200, "{shown}");
}
