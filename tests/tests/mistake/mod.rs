//! Mistakes that people make in an exchange file, each put into the sample's text without moving a line.

/// A mistake, and what is to be said of it.
pub struct Mistake {
    /// Texts that stand one behind the other before the place.
    behind: &'static [&'static str],
    /// What stands there.
    right: &'static str,
    /// What is written instead.
    wrong: &'static str,
    /// The field that is named, as a JSON pointer.
    pub field: &'static str,
    /// The code that is given.
    pub code: &'static str,
    /// Lines between the mistake and the place that is told: a missing field is told at what it is missing from.
    above: u64,
}

const fn mistake(
    behind: &'static [&'static str],
    [right, wrong]: [&'static str; 2],
    field: &'static str,
    code: &'static str,
) -> Mistake {
    Mistake { behind, right, wrong, field, code, above: 0 }
}

/// The text with all mistakes, and for each its line.
pub fn with(text: &str, mistakes: &[Mistake]) -> (String, Vec<u64>) {
    let mut edited = text.to_owned();
    let lines = mistakes.iter().map(|one| one.put(&mut edited)).collect();
    assert_eq!(edited.lines().count(), text.lines().count(), "no line moves");
    (edited, lines)
}

impl Mistake {
    fn put(&self, text: &mut String) -> u64 {
        let mut at = 0;
        for mark in self.behind {
            at = after(text, mark, at);
        }
        let at = after(text, self.right, at) - self.right.len();
        text.replace_range(at..at + self.right.len(), self.wrong);
        u64::try_from(text[..at].lines().count()).unwrap() + u64::from(text[..at].ends_with('\n'))
            - self.above
    }
}

fn after(text: &str, mark: &str, from: usize) -> usize {
    let found = text[from..].find(mark).unwrap_or_else(|| panic!("the sample has no {mark:?} behind {from}"));
    from + found + mark.len()
}

/// Mistakes of shape: types, fields, choices, dates, limits.
pub const SHAPE: &[Mistake] = &[
    mistake(
        &[],
        ["riskwright_exchange: 1", "riskwright_exchange: one"],
        "/riskwright_exchange",
        "wrong_type",
    ),
    mistake(&[], ["kind: covered_entity", "kind: covered"], "/organization/kind", "not_a_choice"),
    mistake(&[], ["[health_care_provider]", "[healer]"], "/organization/actor_types/0", "not_a_choice"),
    mistake(&[], ["workforce: 24", "workforce: many"], "/organization/workforce", "wrong_type"),
    mistake(&[], ["time_zone: America/Chicago", "time_zone: -6"], "/organization/time_zone", "wrong_type"),
    mistake(
        &[],
        ["risk_tolerance: low", "risk_tolerance: lowish"],
        "/organization/risk_tolerance",
        "not_a_choice",
    ),
    mistake(
        &["Harbor Street"],
        ["workforce: 18", "workforce: -18"],
        "/organization/sites/0/workforce",
        "out_of_range",
    ),
    mistake(
        &[],
        ["closings: [2026-04-03", "closings: [2026-02-30"],
        "/organization/closings/0",
        "wrong_format",
    ),
    Mistake {
        above: 1,
        ..mistake(
            &["people:", "number: P-001"],
            ["name: Dana Whitfield", "# no name"],
            "/people/0",
            "missing",
        )
    },
    mistake(
        &["number: P-002"],
        ["access: [executive]", "access: executive"],
        "/people/1/access",
        "wrong_type",
    ),
    mistake(&["number: P-003"], ["[privacy,", "[privately,"], "/people/2/access/0", "not_a_choice"),
    mistake(
        &["number: P-004"],
        ["login: priya.raman", "logon: priya.raman"],
        "/people/3/logon",
        "unknown_field",
    ),
    mistake(
        &["number: P-007"],
        ["title: Billing lead and vendor manager", "title:"],
        "/people/6/title",
        "wrong_type",
    ),
    mistake(
        &["number: P-008"],
        ["title: Front desk and facility lead", "title: F"],
        "/people/7/title",
        "too_short",
    ),
    mistake(&["number: E-0001"], ["on: 2026-01-22", "on: 22.01.2026"], "/evidence/0/on", "wrong_format"),
    mistake(
        &["number: R-0001", "residual: "],
        ["initiation: ", "initiation: extremely_"],
        "/assessments/0/risks/0/residual/initiation",
        "not_a_choice",
    ),
    mistake(
        &["number: POL-04"],
        ["may_restrict_ehi: false", "may_restrict_ehi: never"],
        "/policies/0/may_restrict_ehi",
        "wrong_type",
    ),
    mistake(
        &["number: POL-04"],
        ["status: effective", "status: efective"],
        "/policies/0/versions/0/status",
        "not_a_choice",
    ),
    mistake(
        &["number: POL-04", "timeframes:", "number: T-01"],
        ["quantity: ", "quantity: 0."],
        "/policies/0/versions/0/timeframes/0/quantity",
        "wrong_type",
    ),
    mistake(
        &["number: POL-04"],
        ["review_months: 12", "review_months: 999"],
        "/policies/0/versions/0/review_months",
        "out_of_range",
    ),
    mistake(
        &["number: PR-0001"],
        ["start_date: 2026-04-06", "start_date: soon"],
        "/practices/0/start_date",
        "wrong_format",
    ),
];

/// Mistakes between fields and records: each text by itself has its shape.
pub const RULES: &[Mistake] = &[
    mistake(
        &["role: Security Official", "holders:"],
        ["person: P-001", "person: P-099"],
        "/organization/duties/0/holders/0/person",
        "unknown_reference",
    ),
    mistake(
        &["number: P-005"],
        ["login: walter.brandt", "login: dana.whitfield"],
        "/people/4/login",
        "duplicate",
    ),
    mistake(
        &["evidence:"],
        ["number: E-0026", "number: Exhibit-26"],
        "/evidence/25/number",
        "malformed_number",
    ),
    mistake(&["risks:"], ["number: R-0089", "number: R-0087"], "/assessments/0/risks/88/number", "duplicate"),
    mistake(
        &["number: R-0001"],
        ["rated_by: P-0", "rated_by: P-9"],
        "/assessments/0/risks/0/rated_by",
        "unknown_reference",
    ),
    mistake(
        &["number: POL-04"],
        ["assessment: AS-2026", "assessment: AS-2025"],
        "/policies/0/versions/0/assessment",
        "unknown_reference",
    ),
    mistake(
        &["number: POL-04"],
        ["effective_from: 2026-04-01", "effective_from: 2026-01-01"],
        "/policies/0/versions/0/effective_from",
        "date_order",
    ),
    mistake(
        &["number: POL-04", "statements:"],
        ["risk: R-0", "risk: R-9"],
        "/policies/0/versions/0/statements/0/risks/0/risk",
        "unknown_reference",
    ),
    mistake(
        &["number: POL-04", "statements:"],
        ["number: S-02", "number: S-01"],
        "/policies/0/versions/0/statements/1/number",
        "duplicate",
    ),
    mistake(
        &["number: POL-25", "number: S-01"],
        ["framework: nist-800-53r5", "framework: nist-800-53r6"],
        "/policies/9/versions/0/statements/0/alignments/0/framework",
        "unknown_reference",
    ),
    mistake(
        &["number: POL-25", "number: S-01"],
        ["element: PR.IR-04", "element: PR.IR-99"],
        "/policies/9/versions/0/statements/0/alignments/1/element",
        "unknown_reference",
    ),
    mistake(
        &["number: POL-25", "number: S-02"],
        ["45 CFR 164.312(b)", "45 CFR 164.399(b)"],
        "/policies/9/versions/0/statements/1/safeguards/0",
        "unknown_reference",
    ),
    mistake(
        &["number: PR-0001", "basis:"],
        ["policy: POL-25", "policy: POL-99"],
        "/practices/0/basis/policy/policy",
        "unknown_reference",
    ),
    mistake(
        &["number: PR-0001", "judgements:"],
        ["by: P-003", "by: P-033"],
        "/practices/0/judgements/0/by",
        "unknown_reference",
    ),
    mistake(
        &["number: PR-0003"],
        ["end_date: 2026-05-19", "end_date: 2026-05-01"],
        "/practices/2/end_date",
        "date_order",
    ),
];
