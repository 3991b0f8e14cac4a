//! What the guard sees as a patient's data and what it leaves alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use riskwright_domain::phi::{PhiKind, Sign, look};

use PhiKind::SocialSecurityNumber as Social;
use PhiKind::{DateOfBirth as Birth, MedicalRecordNumber as Record, NameAndTelephone as Phone};

/// A text with one sign: its kind, and the characters that are marked.
const SIGNS: &[(&str, PhiKind, &str)] = &[
    ("His number is 123-45-6789.", Social, "123-45-6789"),
    ("(219-33-4012)", Social, "219-33-4012"),
    ("SSN:123-45-6789", Social, "123-45-6789"),
    ("número 123-45-6789 für Jörg", Social, "123-45-6789"),
    ("on file: 123 45 6789, since May", Social, "123 45 6789"),
    ("with 123\u{2011}45\u{2011}6789 as printed", Social, "123\u{2011}45\u{2011}6789"),
    ("SSN 123456789", Social, "123456789"),
    ("ssn: 123456789", Social, "123456789"),
    ("SSN is 123456789.", Social, "123456789"),
    ("Social Security number 123456789", Social, "123456789"),
    ("social security no. 123456789", Social, "123456789"),
    ("social security: \"123456789\"", Social, "123456789"),
    ("123456789 (SSN)", Social, "123456789"),
    ("SSN\n123456789", Social, "123456789"),
    ("MRN 0048213", Record, "0048213"),
    ("MRN: A1234", Record, "A1234"),
    ("mrn#44-81-90", Record, "44-81-90"),
    ("MRN = 'LK-20931'", Record, "LK-20931"),
    ("the MRN is 7730112.", Record, "7730112"),
    ("Medical record number 55120-B", Record, "55120-B"),
    ("medical record no. 551209", Record, "551209"),
    ("medical record # 551209", Record, "551209"),
    ("Medical Record Number: MW99821", Record, "MW99821"),
    ("patient id 4417720", Record, "4417720"),
    ("patient_id: 4417720", Record, "4417720"),
    ("Patient ID: PX12345", Record, "PX12345"),
    ("patient identifier 99-12345", Record, "99-12345"),
    ("the chart number 20931-4", Record, "20931-4"),
    ("DOB 3/14/1961", Birth, "3/14/1961"),
    ("DOB: 03-14-61", Birth, "03-14-61"),
    ("D.O.B. 1961-03-14", Birth, "1961-03-14"),
    ("dob=19610314", Birth, "19610314"),
    ("date of birth 14.3.1961", Birth, "14.3.1961"),
    ("Date of Birth: March 14, 1961", Birth, "March 14, 1961"),
    ("date_of_birth: 1961-03-14", Birth, "1961-03-14"),
    ("birth date is Mar 14 1961", Birth, "Mar 14 1961"),
    ("She was born on March 14th, 1961, in Alder Bay.", Birth, "March 14th, 1961"),
    ("born 14 March 1961", Birth, "14 March 1961"),
    ("born 14-Mar-1961", Birth, "14-Mar-1961"),
    ("born in March 1961", Birth, "March 1961"),
    ("birthday on March 14", Birth, "March 14"),
    ("Maria Olsen, 414-555-0142", Phone, "414-555-0142"),
    ("Maria Olsen (414) 555-0142", Phone, "(414) 555-0142"),
    ("Maria Q. Olsen: 414.555.0142", Phone, "414.555.0142"),
    ("call Maria Olsen at 414 555 0142 after noon", Phone, "414 555 0142"),
    ("+1 414 555 0142 belongs to Maria Olsen", Phone, "+1 414 555 0142"),
    ("1-414-555-0142, Maria Olsen", Phone, "1-414-555-0142"),
    ("Mrs. Olsen rang from (414)555-0142", Phone, "(414)555-0142"),
    ("Patient Maria Olsen, phone 555-0142", Phone, "555-0142"),
    ("Security Official Maria Olsen, 414-555-0142", Phone, "414-555-0142"),
    ("Ian McCoy\nhome 414-555-0142", Phone, "414-555-0142"),
];

/// Texts of the trade that hold no patient's data.
const NOTHING: &[&str] = &[
    "",
    "45 CFR 164.312(a)(2)(iv)",
    "45 CFR 164.308(a)(1)(ii)(A) and 45 CFR 171.203(d)(4)",
    "NIST SP 800-30 Rev. 1, 800-53r5 SC-7(5), 800-66r2",
    "RFC 8785, RFC 9106 section 4",
    "Risk R-0042 of AS-2026 is treated by POL-11, S-03.",
    "MRN: R-0042",
    "patient ID E-0007 in the register",
    "Approved 2026-03-03, in force 2026-04-01.",
    "On 3/14/2026 the firewall was replaced.",
    "From 07:30 to 17:30 on weekdays, 2026-06-03T14:05:00Z",
    "The server at 192.168.10.24/24, gateway 10.0.0.1",
    "fe80::1ff:fe23:4567:890a",
    "Version 10.2.19045.3803 of the image, build 123456789",
    "0.12.8, 1.0.0-rc.1, v3.14.159",
    "SHA-256 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    "MD5 0123456789abcdef0123456789abcdef",
    "3f1b6c1e-7b1d-4c55-9d0e-123456789012",
    "58,000 US dollars, of which $32,000.00 recurring; 123,456,789 in all",
    "9,800 patient records at 2 sites",
    "Help desk 414-555-0142",
    "Call the help desk at (414) 555-0142 within 24 hours.",
    "The Security Official is reached at 414-555-0142.",
    "IT Lead: 414-555-0142; On-call Responder: 414-555-0143",
    "Front Desk Lead, 414-555-0142",
    "Lakeside Family Clinic, 210 Harbor Street, 414-555-0142",
    "Northwind Imaging Inc, (414) 555-0142",
    "Alder Bay Police Department 414-555-0142",
    "Managed Services support, 414-555-0142, Monday to Friday",
    "HIPAA Privacy Officer 414-555-0142",
    "Department of Health, Madison Office: 414-555-0142",
    "Maria Olsen, 800-555-0142, is the vendor's line",
    "Maria Olsen decided it on 2026-04-02.",
    "Maria Olsen holds ticket 555-0142",
    "Maria Olsen wrote the first draft of the whole procedure, and the vendor later reads mail at 414-555-0142",
    "on-call phone 414-555-0142",
    "000-12-3456",
    "666-12-3456",
    "900-12-3456 and 987-65-4321",
    "123-00-4567",
    "123-45-0000",
    "SSN 000123456",
    "SSN 123000000",
    "SSN 912345678",
    "123456789",
    "order 123456789 of the vendor",
    "part 1-123-45-6789",
    "123-45-6789-01",
    "SKU 123-45-67890",
    "AB123-45-6789",
    "10.123-45-6789",
    "counts: 100 12 3400 17",
    "17 100 12 3400",
    "The SSN must never be written into a ticket.",
    "SSN, MRN and date of birth are masked in the log.",
    "Mask the social security number in 30 days.",
    "MRN is required.",
    "MRN format",
    "the MRN of 45 patients",
    "MRN AB-C",
    "medical record number 1234",
    "medical records of 2026",
    "patient ID OAuth2 scope",
    "patient ID 10.0.0.12",
    "patient id 2026-03-14",
    "DOB is a direct identifier under 45 CFR 164.514(b)(2)(i)(C).",
    "date of birth and 2 other fields",
    "born in 1961",
    "born 13/14/1961",
    "DOB 1961-13-14",
    "DOB 99/99/9999",
    "a newborn on 2026-03-14",
    "The alert was raised on March 14, 2026.",
    "T1059, CVE-2021-44228, CWE-79, M1036",
    "CIS 5.3, ISO/IEC 27001:2022 A.8.24",
    "Client 0417: 61,000 requests in 3 hours; client 0350: 410 requests per minute for 20 minutes",
    "NPI 1234567893, Maria Olsen",
    "DEA form 222, EIN 12-3456789",
    "New York, 212 555",
    "Ticket 2026-0831, approved by the IT lead",
    "414-155-0142, Maria Olsen",
    "114-555-0142, Maria Olsen",
];

fn shown(text: &str, sign: &Sign) -> String {
    text.chars().skip(sign.start).take(sign.length).collect()
}

#[test]
fn what_looks_like_a_patients_data_is_found_where_it_stands() {
    assert!(SIGNS.len() >= 40);
    for (text, kind, marked) in SIGNS {
        let found: Vec<(PhiKind, String)> =
            look(text).iter().map(|sign| (sign.kind, shown(text, sign))).collect();
        assert_eq!(found, [(*kind, (*marked).to_owned())], "{text:?}");
    }
}

#[test]
fn what_the_trade_writes_every_day_is_left_alone() {
    assert!(NOTHING.len() >= 60);
    for text in NOTHING {
        assert_eq!(look(text), [], "{text:?}");
    }
}

#[test]
fn every_sign_of_a_text_is_told_in_order() {
    let text = "Maria Olsen, DOB 3/14/1961, MRN 0048213, SSN 123-45-6789, 414-555-0142.";
    let kinds: Vec<PhiKind> = look(text).iter().map(|sign| sign.kind).collect();
    assert_eq!(kinds, [Birth, Record, Social, Phone]);
    let near = "DOB 3/14/1961, MRN 123-45-6789, Maria Olsen, 414-555-0142.";
    let kinds: Vec<PhiKind> = look(near).iter().map(|sign| sign.kind).collect();
    assert_eq!(kinds, [Birth, Social, Phone], "one place is one sign");
}

#[test]
fn a_name_is_near_within_sixty_characters() {
    for (blanks, count) in [(60, 1), (61, 0)] {
        let between = ".".repeat(blanks - 2);
        assert_eq!(look(&format!("Maria Olsen {between} 414-555-0142")).len(), count, "{blanks} in front");
        assert_eq!(look(&format!("414-555-0142 {between} Maria Olsen")).len(), count, "{blanks} behind");
    }
}

#[test]
fn a_long_text_is_looked_at_to_its_end() {
    let line = "Ärzte sehen nichts davon.\n";
    let text = line.repeat(30_000) + "MRN 0048213";
    let start = line.chars().count() * 30_000 + 4;
    assert_eq!(look(&text), [Sign { start, length: 7, kind: Record }]);
    let one_line = "é".repeat(600_001);
    assert_eq!(look(&one_line), []);
}

proptest! {
    #[test]
    fn signs_lie_in_the_text_one_behind_the_other(text in any_text()) {
        let characters = text.chars().count();
        let mut end = 0;
        for sign in look(&text) {
            prop_assert!(sign.length > 0 && sign.start >= end, "{sign:?}");
            end = sign.start + sign.length;
            prop_assert!(end <= characters, "{sign:?} of {characters}");
            prop_assert!(shown(&text, &sign).chars().any(|one| one.is_ascii_digit()));
        }
    }

    #[test]
    fn every_number_that_is_given_out_is_found(area in 1_u32..900, group in 1_u32..100, serial in 1_u32..10_000) {
        prop_assume!(area != 666);
        let text = format!("given as {area:03}-{group:02}-{serial:04}.");
        prop_assert_eq!(look(&text), [Sign { start: 9, length: 11, kind: Social }]);
    }
}

/// Pieces that signs are made of in any order, and any characters at all.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "SSN",
        "123",
        "45",
        "6789",
        "-",
        " ",
        "123456789",
        "MRN",
        ":",
        "#",
        "A1234",
        "DOB",
        "D.O.B.",
        "3/14/1961",
        "March",
        "14",
        ",",
        "1961",
        "Maria",
        "Olsen",
        "Mrs.",
        "(",
        ")",
        "414",
        "555",
        "0142",
        "+1",
        "call",
        "\n",
        "_",
        ".",
        "é",
        "\u{1f980}",
        "born on",
        "patient id",
    ];
    let piece =
        prop_oneof![4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}
