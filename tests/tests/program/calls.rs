//! The program answering commands on its standard streams, to be killed at work.

use super::{Desk, OFFICIAL, WORKSPACE, program};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

/// Starts `riskwright call` on the sample workspace as its security official; each line it prints is received.
pub fn start(desk: &Desk, passphrase: &str) -> (Child, ChildStdin, Receiver<Value>) {
    let mut child = Command::new(program())
        .args(["call", WORKSPACE])
        .current_dir(desk.path("."))
        .env("XDG_STATE_HOME", desk.path(".state"))
        .env("RISKWRIGHT_PERSON", OFFICIAL)
        .env("RISKWRIGHT_PASSPHRASE", passphrase)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let input = child.stdin.take().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let (sender, answers) = channel();
    std::thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            // A line cut by the kill is no answer.
            if let Ok(answer) = serde_json::from_str(&line)
                && sender.send(answer).is_err()
            {
                break;
            }
        }
    });
    (child, input, answers)
}
