use crate::trial::{Trial, act};
use riskwright_store::{Kind, StoreError};

#[test]
fn a_login_belongs_to_one_person() {
    let mut trial = Trial::with_content();
    let mut person = trial.store.read(|reader| reader.person(&"P-002".into())).unwrap().unwrap();
    person.number = "P-003".into();
    let refused = trial.store.write(&act("person::save"), |writer| writer.put_person(&person));
    assert!(
        matches!(&refused, Err(StoreError::Duplicate { kind: Kind::Person, id }) if id == "P-003"),
        "{refused:?}"
    );
    person.login = None;
    trial.write(|writer| writer.put_person(&person));
    person.number = "P-004".into();
    trial.write(|writer| writer.put_person(&person));
    assert_eq!(trial.store.read(|reader| reader.count(Kind::Person)).unwrap(), 4, "many may have none");
}
