//! One command, one transaction; two processes, one workspace.

use crate::trial::{LOGIN, PASSPHRASE, Trial, act, open};
use riskwright_domain::policy::Policy;
use riskwright_store::{Kind, StoreError, audit};
use std::time::Duration;

#[derive(Debug)]
enum Refusal {
    Own,
    Store,
}

impl From<StoreError> for Refusal {
    fn from(_: StoreError) -> Self {
        Self::Store
    }
}

#[test]
fn a_refused_command_leaves_nothing() {
    let mut trial = Trial::with_content();
    let before = trial.store.read(|reader| reader.head()).unwrap();
    let refused: Result<(), Refusal> = trial.store.write(&act("practice::end"), |writer| {
        writer.remove_practice(&"PR-0001".into())?;
        writer.event("ended", &1)?;
        assert!(writer.practices()?.is_empty(), "the command sees its own writes");
        Err(Refusal::Own)
    });
    assert!(matches!(refused, Err(Refusal::Own)));
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), before);
    assert_eq!(trial.store.read(|reader| reader.count(Kind::Practice)).unwrap(), 1);
}

#[test]
fn a_reference_to_nothing_is_refused_when_the_command_ends() {
    let mut trial = Trial::with_content();
    let before = trial.store.read(|reader| reader.head()).unwrap();
    let refused = trial.store.write(&act("person::remove"), |writer| writer.remove_person(&"P-001".into()));
    assert!(matches!(refused, Err(StoreError::Reference)), "{refused:?}");
    let orphan = trial.store.write(&act("policy::save"), |writer| {
        let policy = writer.policy(&"POL-11".into())?.unwrap();
        writer.put_policy(&Policy { number: "POL-99".into(), owner: "P-404".into(), ..policy })
    });
    assert!(matches!(orphan, Err(StoreError::Reference)), "{orphan:?}");
    assert_eq!(trial.store.read(|reader| reader.head()).unwrap(), before);
}

#[test]
fn a_second_writer_is_told_that_the_workspace_is_in_use_and_may_write_afterwards() {
    let mut first = Trial::with_content();
    let mut second = open(&first.folder, LOGIN, PASSPHRASE).unwrap().store;
    second.set_patience(Duration::ZERO).unwrap();
    first.write(|writer| {
        writer.event("first", &1)?;
        let busy = second.write(&act("second"), |writer| writer.event("second", &1));
        assert!(matches!(busy, Err(StoreError::Busy)), "{busy:?}");
        Ok(())
    });
    second.write(&act("second"), |writer| writer.event("second", &2)).unwrap();
    first.write(|writer| writer.event("first", &2));
    let (head, breaks) = second.read(|reader| audit::verify(reader, None)).unwrap();
    assert_eq!(breaks, []);
    assert_eq!(first.store.read(|reader| reader.head()).unwrap(), head);
}

#[test]
fn a_reader_sees_one_moment_while_another_writes() {
    let mut first = Trial::with_content();
    let second = open(&first.folder, LOGIN, PASSPHRASE).unwrap().store;
    let seen = second
        .read(|reader| {
            let before = reader.count(Kind::Practice)?;
            first.write(|writer| writer.remove_practice(&"PR-0001".into()));
            Ok::<_, StoreError>((before, reader.count(Kind::Practice)?))
        })
        .unwrap();
    assert_eq!(seen, (1, 1));
    assert_eq!(second.read(|reader| reader.count(Kind::Practice)).unwrap(), 0);
}

#[test]
fn threads_that_write_at_once_take_turns() {
    let trial = Trial::with_content();
    let begin = trial.store.read(|reader| reader.head()).unwrap().sequence;
    std::thread::scope(|scope| {
        for worker in 0..3 {
            let folder = &trial.folder;
            scope.spawn(move || {
                let mut store = open(folder, LOGIN, PASSPHRASE).unwrap().store;
                store.set_patience(Duration::from_secs(60)).unwrap();
                for turn in 0..5 {
                    store.write(&act("turn"), |writer| writer.event("turn", &(worker, turn))).unwrap();
                }
            });
        }
    });
    let (head, breaks) = trial.store.read(|reader| audit::verify(reader, None)).unwrap();
    assert_eq!(breaks, []);
    assert_eq!(head.sequence, begin + 15);
}

#[test]
fn a_checkpoint_leaves_nothing_in_the_log() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.event("note", &1));
    let log = trial.folder.join("workspace.db-wal");
    assert!(log.metadata().unwrap().len() > 0);
    trial.store.checkpoint().unwrap();
    assert_eq!(log.metadata().unwrap().len(), 0);
    let closed = trial.close();
    assert!(!closed.folder.join("workspace.db-wal").exists());
}

#[test]
fn what_was_saved_survives_a_crash() {
    let mut trial = Trial::with_content();
    trial.write(|writer| writer.event("saved", &1));
    let head = trial.store.read(|reader| reader.head()).unwrap();
    // What a crash leaves: the files as they are while the workspace is open.
    let crashed = trial.around.path().join("Crashed.riskwright");
    std::fs::create_dir_all(crashed.join("evidence")).unwrap();
    for name in ["keys.json", "workspace.db", "workspace.db-wal"] {
        std::fs::copy(trial.folder.join(name), crashed.join(name)).unwrap();
    }
    let store = open(&crashed, LOGIN, PASSPHRASE).unwrap().store;
    let (found, breaks) = store.read(|reader| audit::verify(reader, Some(&head))).unwrap();
    assert_eq!((found, breaks), (head, vec![]));
}
