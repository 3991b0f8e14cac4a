//! Who gets in, and with what.

use crate::trial::{LOGIN, PASSPHRASE, Trial, open, plan};
use riskwright_store::{OpenError, RecoveryKey, Store};
use secrecy::ExposeSecret;
use std::fs;

#[test]
fn each_person_opens_with_login_and_passphrase_and_gets_the_own_private_keys() {
    let closed = Trial::new().close();
    let dana = open(&closed.folder, LOGIN, PASSPHRASE).unwrap();
    assert_eq!(dana.person.as_str(), "P-001");
    assert_eq!(dana.private.unwrap().expose_secret(), b"identity of Dana");
    assert_eq!(dana.store.workspace(), plan().workspace);
    let lee = open(&closed.folder, "lee", "another passphrase of some length").unwrap();
    assert_eq!(lee.person.as_str(), "P-002");
    assert!(lee.private.is_none());
}

#[test]
fn wrong_login_wrong_passphrase_and_somebody_elses_passphrase_fail_alike() {
    let closed = Trial::new().close();
    let before = closed.files();
    let tries = [
        (LOGIN, "wrong"),
        ("nobody", PASSPHRASE),
        ("", ""),
        (LOGIN, "another passphrase of some length"),
        ("Dana", PASSPHRASE),
    ];
    let errors: Vec<OpenError> = tries
        .iter()
        .map(|(login, passphrase)| open(&closed.folder, login, passphrase).unwrap_err())
        .collect();
    for error in &errors {
        assert!(matches!(error, OpenError::WrongLoginOrPassphrase), "{error:?}");
        assert_eq!(error.to_string(), errors[0].to_string());
    }
    assert_eq!(closed.files(), before);
}

#[test]
fn the_file_of_keys_shows_neither_logins_nor_numbers() {
    let closed = Trial::new().close();
    let text = fs::read_to_string(closed.folder.join("keys.json")).unwrap();
    for hidden in [LOGIN, "lee", "P-001", "P-002", "identity"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
}

#[test]
fn the_recovery_key_opens_without_any_keys_file() {
    let closed = Trial::with_content().close();
    fs::remove_file(closed.folder.join("keys.json")).unwrap();
    assert!(matches!(closed.open().unwrap_err(), OpenError::KeysDamaged));
    let typed = closed.recovery.text().expose_secret().to_lowercase().into();
    let store = Store::open_with_recovery(&closed.folder, &RecoveryKey::parse(&typed).unwrap()).unwrap();
    assert_eq!(store.workspace(), plan().workspace);
    assert_eq!(store.read(|reader| reader.people()).unwrap().len(), 2);
    assert_eq!(store.recovery_key().text().expose_secret(), closed.recovery.text().expose_secret());
}

#[test]
fn the_recovery_key_of_another_workspace_is_refused() {
    let mine = Trial::new().close();
    let other = Trial::new().close();
    let before = mine.files();
    let refused = Store::open_with_recovery(&mine.folder, &other.recovery).unwrap_err();
    assert!(matches!(refused, OpenError::RecoveryKeyRefused), "{refused:?}");
    assert_eq!(mine.files(), before);
}

#[test]
fn a_damaged_database_is_not_blamed_on_the_right_recovery_key() {
    let closed = Trial::new().close();
    fs::write(closed.folder.join("workspace.db"), vec![7; 8192]).unwrap();
    let refused = Store::open_with_recovery(&closed.folder, &closed.recovery).unwrap_err();
    assert!(matches!(refused, OpenError::DatabaseDamaged), "{refused:?}");
}

#[test]
fn keys_of_another_workspace_do_not_open_this_one() {
    let mine = Trial::new().close();
    let other = Trial::new().close();
    fs::copy(other.folder.join("keys.json"), mine.folder.join("keys.json")).unwrap();
    assert!(matches!(mine.open().unwrap_err(), OpenError::DatabaseDamaged));
}
