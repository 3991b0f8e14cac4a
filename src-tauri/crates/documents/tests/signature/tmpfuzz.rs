use crate::people::{People, details};
use crate::sample::{Form, document};
use riskwright_documents::signature::{Trust, import, sign, verify};
#[test]
#[ignore]
fn fuzz() {
    let people = People::new();
    let mut x: u64 = std::env::var("SEED").map_or(88172645463325252, |s| s.parse().unwrap());
    let mut next = move |n: usize| {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        (x % n as u64) as usize
    };
    let seeds = [
        people.twice(Form::Table),
        people.twice(Form::Streams),
        document(Form::Table),
        document(Form::Streams),
        include_bytes!("fixtures/foreign-certified.pdf").to_vec(),
    ];
    let tokens: [&[u8]; 24] = [
        b"<<",
        b">>",
        b"[",
        b"]",
        b" obj",
        b" endobj",
        b"stream\n",
        b"endstream",
        b"0 R",
        b"/Kids",
        b"/Prev 9",
        b"/XRefStm 9",
        b"/Length",
        b"99999999999",
        b"9223372036854775807",
        b"-1",
        b"(",
        b")",
        b"\\",
        b"%",
        b"/V",
        b"/W[1 2 1]",
        b"/Parent",
        b"4294967295",
    ];
    let start = std::time::Instant::now();
    let (mut count, mut slow) = (0, std::time::Duration::ZERO);
    while start.elapsed().as_secs() < 240 {
        let mut bytes = seeds[next(seeds.len())].clone();
        for _ in 0..1 + next(6) {
            let at = next(bytes.len());
            match next(6) {
                0 => bytes[at] = next(256) as u8,
                1 => {
                    let t = tokens[next(tokens.len())];
                    let end = (at + t.len()).min(bytes.len());
                    bytes[at..end].copy_from_slice(&t[..end - at]);
                }
                2 => {
                    let t = tokens[next(tokens.len())];
                    bytes.splice(at..at, t.iter().copied());
                }
                3 => {
                    let end = (at + next(40)).min(bytes.len());
                    bytes.drain(at..end);
                }
                4 => {
                    let from = next(bytes.len());
                    let end = (from + next(400)).min(bytes.len());
                    let part = bytes[from..end].to_vec();
                    bytes.splice(at..at, part);
                }
                _ => {
                    if let Some(p) = bytes[at..].iter().position(u8::is_ascii_digit) {
                        bytes[at + p] = b'0' + next(10) as u8;
                    }
                }
            }
            if bytes.is_empty() {
                bytes.push(0);
            }
        }
        let t = std::time::Instant::now();
        let report = verify(&bytes, &Trust::default());
        slow = slow.max(t.elapsed());
        if report.valid && !seeds.iter().any(|s| s.eq_ignore_ascii_case(&bytes)) {
            std::fs::write(format!("/tmp/fuzz-valid-{count}.pdf"), &bytes).unwrap();
            println!("VALID {count}");
        }
        if count % 8 == 0 {
            let _ = sign(&bytes, "approver", &people.approver, &details("x"));
        }
        if count % 16 == 0 {
            let mut p = include_bytes!("fixtures/p256.p12").to_vec();
            let n = next(p.len());
            p[n] = next(256) as u8;
            if count % 64 == 0 {
                let _ = import(&p, "fixture");
            }
        }
        count += 1;
    }
    println!("{count} cases, slowest {slow:?}");
}
