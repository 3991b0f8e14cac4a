//! What is too large, too deep or made to explode ends in a clear error, with little memory, in the real program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod program;

use assert_cmd::Command;
use program::{Answer, Desk, OFFICIAL, answer};
use std::fs::File;
use std::time::Duration;

/// Kibibytes of address space that the program may take: enough for its work, far too little for a bomb.
const MOST_MEMORY: u32 = 1_500_000;

/// After this the program is taken to hang.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs the program with little memory; where the shell cannot limit it, without.
fn run(desk: &Desk, arguments: &[&str], input: impl Into<Vec<u8>>) -> Answer {
    let plain = desk.command(arguments);
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("ulimit -v {MOST_MEMORY} 2>/dev/null; exec \"$0\" \"$@\""))
        .arg(plain.get_program())
        .args(plain.get_args())
        .current_dir(desk.path(""))
        .envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .env("RISKWRIGHT_PERSON", OFFICIAL)
        .timeout(PATIENCE)
        .write_stdin(input);
    answer(&mut command)
}

fn import(text: impl AsRef<[u8]>) -> serde_json::Value {
    let desk = Desk::new();
    desk.put("content.yaml", text);
    let told = run(&desk, &["import", "--json", "new.riskwright", "content.yaml"], "").expect(2);
    assert!(!desk.path("new.riskwright").exists(), "nothing is written");
    told.json()["error"].clone()
}

/// A file of so many bytes that takes no room on the disk.
fn hollow(desk: &Desk, name: &str, bytes: u64) {
    File::create(desk.path(name)).unwrap().set_len(bytes).unwrap();
}

const TWO_HUNDRED_MEGABYTES: u64 = 200 * 1024 * 1024;

#[test]
fn a_file_of_two_hundred_megabytes_is_refused_by_its_size() {
    let desk = Desk::new();
    hollow(&desk, "large", TWO_HUNDRED_MEGABYTES);
    let commands: [&[&str]; 4] = [
        &["import", "--json", "new.riskwright", "large"],
        &["verify", "--json", "large"],
        &["policy", "lint", "--json", "large"],
        &["status", "--json", "new.riskwright", "--passphrase-file", "large"],
    ];
    for arguments in commands {
        let told = run(&desk, arguments, "").expect(2);
        let error = &told.json()["error"];
        assert_eq!(error["code"], "invalid", "{arguments:?}: {told:?}");
        assert!(error["message"].as_str().unwrap().contains("209715200"), "{arguments:?}: {error}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_an_end_is_read_to_the_limit_alone() {
    let desk = Desk::new();
    for arguments in
        [["import", "--json", "new.riskwright", "/dev/zero"].as_slice(), &["verify", "--json", "/dev/zero"]]
    {
        let told = run(&desk, arguments, "").expect(2);
        assert!(told.json()["error"]["message"].as_str().unwrap().contains("too many bytes"), "{told:?}");
    }
}

#[test]
fn a_bomb_of_aliases_is_refused_at_its_first() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let before = level - 1;
        bomb += &format!("a{level}: &a{level} [{}*a{before}]\n", format!("*a{before}, ").repeat(8));
    }
    let error = import(bomb);
    assert_eq!(
        (&error["code"], &error["fields"][0]["code"]),
        (&"invalid".into(), &"alias".into()),
        "{error:.300}"
    );
}

#[test]
fn a_hundred_thousand_levels_are_refused_at_the_first_too_deep() {
    for text in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "? ".repeat(100_000)] {
        let error = import(&text);
        let fields = error["fields"].as_array().unwrap();
        assert_eq!((fields.len(), &fields[0]["code"]), (1, &"too_deep".into()), "{error:.300}");
    }
}

#[test]
fn sixty_megabytes_of_whatever_are_refused_in_bounded_memory() {
    let most = 60 * 1024 * 1024;
    let cases = [
        ("- a\n".repeat(most / 4), "too_many_values"),
        (format!("a: [{}]", "1,".repeat(most / 2)), "too_many_values"),
        ((0..most / 16).map(|at| format!("field{at:08}: 1\n")).collect(), "too_many_fields"),
        (format!("riskwright_exchange: 1\nx: {}", "y".repeat(most)), "unknown_field"),
        (format!("riskwright_exchange: 1\nx: \"{}", "y".repeat(most)), "yaml"),
        ("\t".repeat(most), "empty"),
        ("# nothing\n".repeat(most / 10), "empty"),
    ];
    for (text, code) in cases {
        let error = import(text);
        let codes: Vec<&str> =
            error["fields"].as_array().unwrap().iter().map(|field| field["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn a_line_that_is_too_long_is_answered_and_the_next_one_read() {
    let long = "x".repeat(50 * 1024 * 1024);
    let many = format!("{{\"command\":\"phi::look\",\"request\":[{}1]}}", "1,".repeat(15 * 1024 * 1024));
    let deep = "[".repeat(100_000);
    let text = format!(
        "{{\"command\":\"phi::look\",\"request\":{{\"text\":\"{}\"}}}}",
        "1,".repeat(15 * 1024 * 1024)
    );
    let next = "{\"command\":\"phi::look\",\"request\":{\"text\":\"MRN 0048213\"}}";
    let input = [long.as_str(), &many, &deep, &text, next, ""].join("\n");
    let answers = run(&Desk::new(), &["call"], input).expect(2).lines();
    let codes: Vec<&str> = answers.iter().map(|one| one["error"]["code"].as_str().unwrap_or("ok")).collect();
    assert_eq!(codes, ["invalid", "invalid", "invalid", "invalid", "ok"]);
    assert_eq!(answers[3]["error"]["fields"][0]["code"], "too_long");
    assert_eq!(answers[4]["ok"]["signs"][0]["kind"], "medical_record_number");
}

#[test]
fn a_large_file_that_is_no_pdf_is_judged_in_bounded_memory() {
    let desk = Desk::new();
    hollow(&desk, "zeros.pdf", 60 * 1024 * 1024);
    let told = run(&desk, &["verify", "--json", "zeros.pdf"], "").expect(1);
    assert_eq!(told.json()["valid"], false, "{told:?}");
}
