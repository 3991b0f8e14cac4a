//! Faulty data is listed completely, with file, item and field.

use super::{edited, read_owned, shown};

const CRITERIA: &str = "171.203/2020-11-04/security_exception.yaml";
const CRITERIA_HEADER: &str = "171.203/2020-11-04/edition.yaml";
const SAFEGUARDS: &str = "164-subpart-c/2013-03-26/safeguards.yaml";
const FACTORS: &str = "164-subpart-c/2013-03-26/factors.yaml";
const EXCEPTIONS: &str = "part-171/2024-12-17/exceptions.yaml";
const EXCEPTIONS_HEADER: &str = "part-171/2024-12-17/edition.yaml";
const HTI_5: &str = "part-171/hti-5-proposed/edition.yaml";
const THREATS: &str = "threats/2026-09-17/threats.yaml";
const POLICIES: &str = "policies/2026-09-17/policies.yaml";
const FRAMEWORKS: &str = "frameworks/2026-09-17/frameworks.yaml";
const CSF: &str = "frameworks/2026-09-17/nist-csf-2.0.yaml";
const HICP: &str = "frameworks/2026-09-17/hicp-2023.yaml";

/// Edits of the embedded data and the faults to be listed.
type Case = (&'static [(&'static str, &'static str, &'static str)], &'static [&'static str]);

#[test]
fn every_fault_of_an_edit_is_listed() {
    let cases: &[Case] = &[
        (
            &[(THREATS, "- 45 CFR 164.312(d)", "- 45 CFR 164.999")],
            &["threats/2026-09-17/threats.yaml | T-001 | safeguards | unknown 45 CFR 164.999"],
        ),
        (
            &[
                (THREATS, "- V-02", "- V-99"),
                (THREATS, "- PC-05", "- PC-99"),
                (THREATS, "- POL-10", "- POL-99"),
                (THREATS, "HICP-T1", "HICP-T9"),
            ],
            &[
                "threats/2026-09-17/threats.yaml | T-001 | hicp_threat | unknown HICP-T9",
                "threats/2026-09-17/threats.yaml | T-001 | vulnerabilities | unknown V-99",
                "threats/2026-09-17/threats.yaml | T-001 | predisposing_conditions | unknown PC-99",
                "threats/2026-09-17/threats.yaml | T-001 | policies | unknown POL-99",
            ],
        ),
        (
            &[
                (POLICIES, "- 45 CFR 164.308(a)(2)", "- 45 CFR 164.308(a)(9)"),
                (POLICIES, "- GV.RR-01", "- GV.RR-09"),
            ],
            &[
                "policies/2026-09-17/policies.yaml | POL-02 | covers | unknown 45 CFR 164.308(a)(9)",
                "policies/2026-09-17/policies.yaml | POL-02 | csf_2_0 | unknown GV.RR-09",
            ],
        ),
        (
            &[(SAFEGUARDS, "- RA-1\n", "- RA-99\n"), (SAFEGUARDS, "- DE.AE-03", "- DE.AE-99")],
            &[
                "164-subpart-c/2013-03-26/safeguards.yaml | HSR-308-a-1-i | csf_2_0 | unknown DE.AE-99",
                "164-subpart-c/2013-03-26/safeguards.yaml | HSR-308-a-1-i | nist_800_53r5 | unknown RA-99",
            ],
        ),
        (
            &[(SAFEGUARDS, "parent: 45 CFR 164.308(a)(1)(i)\n", "parent: 45 CFR 164.308(a)(1)(ii)(B)\n")],
            &["164-subpart-c/2013-03-26/safeguards.yaml | HSR-308-a-1-ii-A | parent | WrongReference"],
        ),
        (
            &[
                (SAFEGUARDS, "pairs: 287", "pairs: 286"),
                (SAFEGUARDS, "framework: nist-csf-2.0", "framework: other"),
            ],
            &[
                "164-subpart-c/2013-03-26/safeguards.yaml | nist-800-53r5 | pairs | 286 stated, 287 counted",
                "164-subpart-c/2013-03-26/safeguards.yaml | other | crosswalks | unknown other",
            ],
        ),
        (
            &[
                (FACTORS, "question: Q047", "question: Q999"),
                (FACTORS, "- POL-27", "- POL-77"),
                (FACTORS, "- F-a4", "- F-z9"),
            ],
            &[
                "164-subpart-c/2013-03-26/factors.yaml | order | order | unknown F-a4",
                "164-subpart-c/2013-03-26/factors.yaml | order | order | unknown F-z9",
                "164-subpart-c/2013-03-26/factors.yaml | Q001 | feeds | unknown POL-77",
                "164-subpart-c/2013-03-26/factors.yaml | Q048 | asked_if | unknown Q999",
            ],
        ),
        (
            &[
                (
                    FACTORS,
                    "{id: version, title: Version acknowledged",
                    "{id: share, title: Version acknowledged",
                ),
                (FACTORS, "answered_in: criticality", "note: Rated by hand."),
                (
                    FACTORS,
                    "title: Last restore test, kind: date}",
                    "title: Last restore test, kind: date, min: 1}",
                ),
                (FACTORS, "answered_in: own_threats", "note: Kept apart."),
            ],
            &[
                "164-subpart-c/2013-03-26/factors.yaml | Q002 | answered_in | MissingField",
                "164-subpart-c/2013-03-26/factors.yaml | Q011 | columns | MissingField",
                "164-subpart-c/2013-03-26/factors.yaml | Q021 | columns | DuplicateId",
                "164-subpart-c/2013-03-26/factors.yaml | Q031 | columns | WrongReference",
            ],
        ),
        (
            &[(FACTORS, "id: Q002", "id: Q001")],
            &["164-subpart-c/2013-03-26/factors.yaml | Q001 | id | DuplicateId"],
        ),
        (
            &[(CRITERIA, "      - SE-a-2\n", "      - SE-zz\n")],
            &["171.203/2020-11-04/security_exception.yaml | SE-b-1 | requires | unknown SE-zz"],
        ),
        (
            &[(CRITERIA, "      - SE-b-1\n", "      - SE-b-2\n")],
            &["171.203/2020-11-04/security_exception.yaml | SE-b-2 | requires | SE-b-2 > SE-b-2"],
        ),
        (
            &[(CRITERIA, "      - SE-a-2\n", "      - SE-b-2\n")],
            &[
                "171.203/2020-11-04/security_exception.yaml | SE-b-1 | requires | SE-b-1 > SE-b-2 > SE-b-1",
                "171.203/2020-11-04/security_exception.yaml | SE-b-2 | requires | SE-b-2 > SE-b-1 > SE-b-2",
            ],
        ),
        (
            &[(CRITERIA, "- POL-25", "- POL-99")],
            &["171.203/2020-11-04/security_exception.yaml | PT-01 | policies | unknown POL-99"],
        ),
        (
            &[
                (CRITERIA, "blocking: 31", "blocking: 32"),
                (CRITERIA, "  automatic_only: 20\n", "  other: 1\n"),
            ],
            &[
                "171.203/2020-11-04/security_exception.yaml | - | automatic_only | MissingField",
                "171.203/2020-11-04/security_exception.yaml | - | blocking | 32 stated, 31 counted",
                "171.203/2020-11-04/security_exception.yaml | - | other | UnknownField",
            ],
        ),
        (
            &[(CRITERIA, "    basis: law\n", "    basis: custom\n"), (CRITERIA, "id: PT-02", "ident: PT-02")],
            &[
                "171.203/2020-11-04/security_exception.yaml | - | automatic_only | 20 stated, 19 counted",
                "171.203/2020-11-04/security_exception.yaml | - | by_basis.law | 7 stated, 6 counted",
                "171.203/2020-11-04/security_exception.yaml | - | by_path.both | 20 stated, 19 counted",
                "171.203/2020-11-04/security_exception.yaml | - | criteria | 46 stated, 45 counted",
                "171.203/2020-11-04/security_exception.yaml | - | practice_types | malformed",
                "171.203/2020-11-04/security_exception.yaml | SE-0-a | criteria | malformed",
            ],
        ),
        (
            &[
                (EXCEPTIONS, "id: EX-202", "id: EX-201"),
                (EXCEPTIONS, "schema_version: 1", "schema_version: 2"),
            ],
            &[
                "part-171/2024-12-17/exceptions.yaml | - | exceptions | 10 stated, 9 counted",
                "part-171/2024-12-17/exceptions.yaml | - | schema_version | UnknownSchema",
                "part-171/2024-12-17/exceptions.yaml | - | subpart_b | 6 stated, 5 counted",
                "part-171/2024-12-17/exceptions.yaml | EX-201 | id | DuplicateId",
                "part-171/hti-5-proposed/edition.yaml | - | exceptions | 9 stated, 8 counted",
            ],
        ),
        (
            &[(EXCEPTIONS, "reserved:", "kept:")],
            &[
                "part-171/2024-12-17/exceptions.yaml | - | kept | UnknownField",
                "part-171/2024-12-17/exceptions.yaml | - | reserved | MissingField",
            ],
        ),
        (
            &[
                (EXCEPTIONS_HEADER, "rule: part-171", "rule: part-172"),
                (EXCEPTIONS_HEADER, "2024-12-17\nrule", "2024-12-18\nrule"),
            ],
            &[
                "part-171/2024-12-17/edition.yaml | - | id | folder differs from part-171/2024-12-18",
                "part-171/2024-12-17/edition.yaml | - | rule | folder differs from part-172",
            ],
        ),
        (
            &[(CRITERIA_HEADER, "status: in_force", "status: valid")],
            &["171.203/2020-11-04/edition.yaml | 171.203/2020-11-04 | - | malformed"],
        ),
        (
            &[(EXCEPTIONS_HEADER, "effective_from: '2024-12-17'\n", "")],
            &["part-171/2024-12-17/edition.yaml | part-171/2024-12-17 | effective_from | MissingField"],
        ),
        (
            &[(
                EXCEPTIONS_HEADER,
                "effective_from: '2024-12-17'",
                "effective_from: '2024-12-17'\neffective_to: '2024-12-16'",
            )],
            &["part-171/2024-12-17/edition.yaml | part-171/2024-12-17 | effective_to | EndsBeforeStart"],
        ),
        (
            &[(EXCEPTIONS_HEADER, "status: in_force", "status: superseded")],
            &["part-171/2024-12-17/edition.yaml | part-171/2024-12-17 | effective_to | MissingField"],
        ),
        (
            &[(HTI_5, "status: proposed", "status: in_force\neffective_from: '2024-12-17'")],
            &[
                "part-171/2024-12-17/edition.yaml | part-171/2024-12-17 | effective_to | overlaps part-171/hti-5-proposed",
            ],
        ),
        (
            &[
                (HTI_5, "status: proposed", "status: in_force\neffective_from: '2027-01-01'"),
                (
                    EXCEPTIONS_HEADER,
                    "effective_from: '2024-12-17'",
                    "effective_from: '2024-12-17'\neffective_to: '2027-01-01'",
                ),
            ],
            &[
                "part-171/2024-12-17/edition.yaml | part-171/2024-12-17 | effective_to | overlaps part-171/hti-5-proposed",
            ],
        ),
        (
            &[(HTI_5, "remove: EX-403", "remove: EX-404"), (HTI_5, "id: EX-204", "id: EX-209")],
            &[
                "part-171/hti-5-proposed/edition.yaml | - | exceptions | 9 stated, 10 counted",
                "part-171/hti-5-proposed/edition.yaml | - | subpart_d | 0 stated, 1 counted",
                "part-171/hti-5-proposed/edition.yaml | EX-209 | changes | unknown EX-209",
                "part-171/hti-5-proposed/edition.yaml | EX-404 | changes | unknown EX-404",
            ],
        ),
        (
            &[
                (HTI_5, "- remove: EX-403", "- replace: EX-403"),
                (HTI_5, "  exceptions.yaml:", "  exceptions.txt:"),
            ],
            &["part-171/hti-5-proposed/edition.yaml | - | changes | malformed"],
        ),
        (
            &[(HTI_5, "based_on: part-171/2024-12-17", "based_on: part-171/2020-05-01")],
            &[
                "part-171/hti-5-proposed/edition.yaml | part-171/hti-5-proposed | based_on | unknown part-171/2020-05-01",
            ],
        ),
        (
            &[(FRAMEWORKS, "elements_from: nist-csf-2.0", "elements_from: nist-csf-9")],
            &["frameworks/2026-09-17/frameworks.yaml | nist-800-61r3 | elements_from | unknown nist-csf-9"],
        ),
        (
            &[(
                CSF,
                "id: RC.CO-04, kind: subcategory, parent: RC.CO",
                "id: RC.CO-04, kind: subcategory, parent: RC.XX",
            )],
            &["frameworks/2026-09-17/nist-csf-2.0.yaml | RC.CO-04 | parent | unknown RC.XX"],
        ),
        (
            &[(HICP, "framework: hicp-2023", "framework: hicp-2022")],
            &["frameworks/2026-09-17/hicp-2023.yaml | - | framework | folder differs from hicp-2022"],
        ),
    ];
    for (edits, expected) in cases {
        let (_, problems) = read_owned(&edited(edits));
        let mut found: Vec<String> = problems.iter().map(shown).collect();
        let mut expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "after {edits:?}");
    }
}
