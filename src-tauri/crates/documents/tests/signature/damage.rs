//! Signed files that were damaged or are no files at all.

use proptest::prelude::*;
use riskwright_documents::signature::{Trust, VerifyReport, verify};

use crate::people::People;
use crate::sample::Form;

#[test]
fn one_changed_byte_anywhere_is_found_and_named() {
    let people = People::new();
    for form in [Form::Table, Form::Streams] {
        let twice = people.twice(form);
        let first_end = people.once(form).len();
        let [of_author, of_approver] = values(&twice);
        for at in (0..twice.len()).step_by(151).filter(|at| !of_approver.contains(at)) {
            let mut damaged = twice.clone();
            damaged[at] ^= 1;
            let report = verify(&damaged, &people.trust());
            let context = format!("{form:?}, byte {at}: {report:#?}");
            assert!(!report.valid && !report.problems.is_empty(), "{context}");
            assert!(!intact(&report).contains(&"approver"), "{context}");
            // The first signature covers the file as it was then, but for its own value.
            let is_covered_by_author = at < first_end && !of_author.contains(&at);
            assert!(!(is_covered_by_author && intact(&report).contains(&"author")), "{context}");
            for broken in report.signatures.iter().filter(|one| !one.intact) {
                let is_named = report.problems.iter().any(|problem| problem.starts_with(&broken.field));
                assert!(is_named, "{context}");
            }
        }
    }
}

#[test]
fn a_changed_byte_in_the_value_of_the_last_signature_breaks_only_that() {
    let people = People::new();
    let twice = people.twice(Form::Table);
    let [_, of_approver] = values(&twice);
    for at in of_approver.step_by(53) {
        let mut damaged = twice.clone();
        damaged[at] ^= 1;
        let report = verify(&damaged, &Trust::default());
        assert!(!report.valid, "byte {at}: {report:#?}");
        assert_eq!(intact(&report), ["author"], "byte {at}");
    }
}

#[test]
fn a_truncated_file_is_never_valid_but_at_its_first_signature() {
    let people = People::new();
    let (once, twice) = (people.once(Form::Table), people.twice(Form::Table));
    for length in (0..twice.len()).step_by(37).chain([once.len() - 1, once.len() + 1, twice.len() - 1]) {
        assert!(!verify(&twice[..length], &people.trust()).valid, "cut at {length}");
    }
    let report = verify(&twice[..once.len()], &people.trust());
    assert_eq!((report.valid, intact(&report)), (true, vec!["author"]));
}

#[test]
fn bytes_behind_the_end_are_found() {
    let people = People::new();
    for behind in ["\n", " ", "%%EOF", "\nstartxref\n0\n%%EOF", "garbage"] {
        let mut longer = people.twice(Form::Table);
        longer.extend(behind.as_bytes());
        let report = verify(&longer, &people.trust());
        assert!(!report.valid && !report.covers_whole_file, "{behind:?}");
    }
}

fn intact(report: &VerifyReport) -> Vec<&str> {
    report.signatures.iter().filter(|one| one.intact).map(|one| one.field.as_str()).collect()
}

/// Where the values of the two signatures lie.
fn values(pdf: &[u8]) -> [std::ops::Range<usize>; 2] {
    let mark = b"/Contents<30";
    let starts = pdf.windows(mark.len()).enumerate().filter(|(_, window)| window.eq_ignore_ascii_case(mark));
    let start = |at: usize| at + b"/Contents".len();
    let end = |at: usize| start(at) + pdf[start(at)..].iter().position(|byte| *byte == b'>').unwrap() + 1;
    starts.map(|(at, _)| start(at)..end(at)).collect::<Vec<_>>().try_into().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_report(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(!verify(&bytes, &Trust::default()).valid);
        let mut like_a_file = b"%PDF-1.7\n".to_vec();
        like_a_file.extend(&bytes);
        like_a_file.extend(b"\nstartxref\n9\n%%EOF");
        prop_assert!(!verify(&like_a_file, &Trust::default()).valid);
    }

    #[test]
    fn words_of_the_format_in_any_order_give_a_report(words in prop::collection::vec(word(), 0..200)) {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        bytes.extend(words.join(" ").as_bytes());
        bytes.extend(b"\nstartxref\n9\n%%EOF");
        prop_assert!(!verify(&bytes, &Trust::default()).valid);
    }
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "<<",
        ">>",
        "[",
        "]",
        "obj",
        "endobj",
        "stream\n",
        "endstream",
        "xref",
        "trailer",
        "/Type",
        "/XRef",
        "/ObjStm",
        "/W",
        "/Index",
        "/Size",
        "/Length",
        "/Prev",
        "/Root",
        "/AcroForm",
        "/Fields",
        "/FT",
        "/Sig",
        "/V",
        "/Kids",
        "/ByteRange",
        "/Contents",
        "/N",
        "/First",
        "R",
        "f",
        "n",
        "(",
        ")",
        "<",
        ">",
        "/",
        "%",
        "\n",
        "-1",
        "0",
        "1",
        "2",
        "9",
        "65535",
        "4294967296",
        "9223372036854775807",
        "99999999999999999999",
        "0.5",
        "null",
        "true",
        "/Filter",
        "/FlateDecode",
        "/DecodeParms",
        "/Predictor",
        "/Columns",
        "/XRefStm",
        "/Encrypt",
    ];
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_mutilated_file_gives_a_report_and_is_not_valid(
        at in any::<prop::sample::Index>(),
        length in 0..200_usize,
        put in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let signed = signed();
        let start = at.index(signed.len());
        let end = (start + length).min(signed.len());
        let mutilated = [&signed[..start], &put, &signed[end..]].concat();
        // The digits of a signature's value may be written in either case.
        let is_same = mutilated.eq_ignore_ascii_case(signed);
        prop_assert!(is_same || !verify(&mutilated, &Trust::default()).valid);
    }
}

fn signed() -> &'static [u8] {
    static SIGNED: std::sync::LazyLock<Vec<u8>> =
        std::sync::LazyLock::new(|| People::new().twice(Form::Streams));
    &SIGNED
}
