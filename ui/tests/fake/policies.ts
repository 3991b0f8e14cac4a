import type { PolicyDetail, PolicyRow, ResultState, VersionStatus } from "../../src/backend";

const TITLES: [
  string,
  string,
  VersionStatus,
  string,
  number,
  number,
  boolean,
  ResultState | null,
][] = [
  ["POL-01", "Security management and risk analysis", "effective", "2027-03-03", 6, 9, false, null],
  ["POL-03", "Sanctions", "effective", "2027-03-03", 2, 4, false, null],
  ["POL-04", "Audit controls and activity review", "effective", "2027-03-03", 4, 7, false, null],
  [
    "POL-10",
    "Authentication and password management",
    "effective",
    "2027-05-20",
    5,
    8,
    true,
    "in_review",
  ],
  ["POL-11", "Security incident response", "draft", "2027-06-01", 5, 3, true, "not_supported"],
  ["POL-13", "Contingency and disaster recovery", "effective", "2026-11-14", 3, 10, false, null],
  ["POL-14", "Data backup", "in_review", "2027-06-01", 3, 6, false, null],
  [
    "POL-25",
    "API, portal and third-party connection security",
    "effective",
    "2027-06-02",
    2,
    6,
    true,
    "supported",
  ],
];

export function policyRows(): PolicyRow[] {
  return TITLES.map(
    ([number, title, status, next_review, risks, statements, may_restrict_ehi, check]) => ({
      number,
      title,
      version: status === "draft" ? "2.0" : "1.1",
      status,
      effective_from: status === "effective" ? "2026-06-02" : null,
      next_review,
      owner: "Dana Whitfield",
      risks,
      statements,
      may_restrict_ehi,
      check,
    }),
  );
}

const STATEMENTS: PolicyDetail["version"]["statements"] = [
  {
    id: "1",
    number: "S-01",
    role: "Incident Lead",
    restricts_ehi: false,
    text: "The Incident Lead shall contain a severity 1 incident within 4 hours of declaration.",
    risks: [{ risk: "R-0004", effect: { lowers_impact: 1 } }],
    safeguards: ["45 CFR 164.308(a)(6)(ii)"],
    alignments: [
      {
        framework: "nist-csf-2.0",
        element: "RS.MI-01",
        explanation: "Incidents are contained.",
        applicability: "",
      },
    ],
  },
  {
    id: "2",
    number: "S-02",
    role: "Security Official",
    restricts_ehi: false,
    text: "The Security Official shall promptly notify affected partners.",
    risks: [{ risk: "R-0013", effect: { detects: "misuse at a partner" } }],
    safeguards: [],
    alignments: [],
  },
  {
    id: "3",
    number: "S-03",
    role: "System Owner",
    restricts_ehi: false,
    text: "The System Owner shall restore the electronic health record within 72 hours of declaration.",
    risks: [{ risk: "R-0004", effect: { recovers: "the record" } }],
    safeguards: ["45 CFR 164.308(a)(7)(ii)(B)"],
    alignments: [
      {
        framework: "nist-csf-2.0",
        element: "RC.RP-01",
        explanation: "Recovery is executed.",
        applicability: "",
      },
    ],
  },
];

export function policyDetail(number: string, asked?: string): PolicyDetail {
  const found = policyRows().find((one) => one.number === number);
  const row = found ?? { ...(policyRows()[0] as PolicyRow), number };
  const version = asked ?? row.version;
  const draft = version === "2.0";
  return {
    row,
    versions: number === "POL-11" ? ["1.1", "2.0"] : ["1.1"],
    author: "Luis Ortega",
    approvals: draft
      ? []
      : [
          {
            name: "Dana Whitfield",
            capacity: "Security official",
            on: "2026-06-01",
            means: null,
            imported_from: null,
          },
          {
            name: "Dr. Ruth Okafor",
            capacity: "Executive",
            on: "2026-06-01",
            means: null,
            imported_from: null,
          },
        ],
    risks: {
      "R-0004": { name: "Ransomware", level: "very_high" },
      "R-0013": { name: "API token theft", level: "moderate" },
    },
    frameworks: { "nist-csf-2.0": "CSF 2.0" },
    findings: [],
    practices: [
      {
        number: "PR-0002",
        title: "Suspend an API client after abuse",
        conclusion: "not_supported",
      },
    ],
    exceptions: [],
    revision: 7,
    version: policyVersion(version, draft),
  };
}

function policyVersion(number: string, draft: boolean): PolicyDetail["version"] {
  return {
    id: "v",
    number,
    status: draft ? "draft" : "effective",
    author: "P-002",
    created_on: "2026-05-02",
    change_reason: "Yearly review",
    assessment: "AS-2026",
    ...(draft ? {} : { effective_from: "2026-06-02" }),
    next_review: "2027-06-01",
    purpose:
      "This policy says who acts, how fast and by what measure when a security incident touches electronic health information. It answers the risks of ransomware, token theft and staff who look where they should not.",
    scope: {
      text: "It applies to:\n\n- all workers, students and volunteers\n- both sites and the home offices",
      assets: ["A-001", "A-004"],
    },
    definitions: [
      {
        term: "Declaration",
        meaning: "The time at which the Incident Lead opens the incident record.",
      },
    ],
    roles: [
      { role: "Incident Lead", authority: "Declares and leads incidents.", may_stop_access: true },
      { role: "Security Official", authority: "Owns this policy.", may_stop_access: false },
      { role: "System Owner", authority: "Restores a system.", may_stop_access: false },
    ],
    statements: structuredClone(STATEMENTS),
    procedures: "",
    timeframes: [
      {
        number: "T-01",
        phase: "identify",
        severity: "1",
        role: "On-call engineer",
        action: "triage the report",
        comparator: "within",
        quantity: 1,
        unit: "hours",
        trigger: "receipt",
      },
      {
        number: "T-02",
        phase: "respond",
        severity: "1",
        role: "Incident Lead",
        action: "contain",
        comparator: "within",
        quantity: 4,
        unit: "hours",
        trigger: "declaration",
      },
      {
        number: "T-03",
        phase: "address",
        role: "System Owner",
        action: "restore service",
        comparator: "within",
        quantity: 72,
        unit: "hours",
        trigger: "declaration",
      },
    ],
    parameters: [
      {
        number: "P-01",
        phase: "identify",
        name: "failed sign-ins in 15 minutes",
        comparator: ">=",
        value: "5",
        unit: "sign-ins",
      },
      { number: "P-02", phase: "respond", name: "severity", comparator: "in", value: "1, 2, 3, 4" },
    ],
    incorporates: [],
    safeguards: ["45 CFR 164.308(a)(6)(i)", "45 CFR 164.308(a)(6)(ii)"],
    even_application:
      "Every party whose access shows the same rated risk is treated the same way: apps that patients choose, business associates and our own staff.",
    factors: {
      size: "Forty people at two sites.",
      infrastructure: "Hosted record, own imaging archive.",
      cost: "One part-time engineer.",
      probability: "Ransomware is the highest risk of the register.",
    },
    sanctions: "POL-03 applies.",
    exceptions: "Only the Security Official, for at most 90 calendar days.",
    training: "Every worker on hire and every 12 months.",
    monitoring: "",
    review_months: 12,
    review_triggers: ["a severity 1 incident", "a new system"],
    availability: "On the shared drive and in the binder at both front desks.",
    related: ["45 CFR 164.308(a)(6)"],
    reviews: [],
    distribution: [],
    acknowledgements: [],
    rejections: [],
    approvals: [],
  };
}
