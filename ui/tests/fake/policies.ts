import type { Conclusion, PolicyGetResponse, PolicyRow, VersionStatus } from "../../src/backend";

const TITLES: [
  string,
  string,
  VersionStatus,
  string,
  number,
  number,
  boolean,
  Conclusion | null,
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

export function policyDetail(number: string, version = "2.0"): PolicyGetResponse {
  const row = policyRows().find((one) => one.number === number);
  const draft = version === "2.0";
  return {
    number,
    title: row?.title ?? number,
    owner: "Dana Whitfield",
    may_restrict_ehi: true,
    versions: [
      { version: "2.0", status: "draft" },
      { version: "1.1", status: "effective" },
    ],
    version: {
      version,
      status: draft ? "draft" : "effective",
      effective_from: draft ? null : "2026-06-02",
      next_review: "2027-06-01",
      content_hash: null,
      approvals: draft
        ? []
        : [
            { name: "Dana Whitfield", title: "Security official", on: "2026-06-01" },
            { name: "Dr. Ruth Okafor", title: "Medical director", on: "2026-06-01" },
          ],
      sections: [
        {
          number: 2,
          title: "Purpose",
          body: "This policy says who acts, how fast and by what measure when a security incident touches electronic health information. It answers the risks of ransomware, token theft and staff who look where they should not.",
        },
        {
          number: 3,
          title: "Scope",
          body: "It applies to:\n\n- all workers, students and volunteers\n- both sites and the home offices\n- every system of the inventory that holds ePHI",
        },
        {
          number: 14,
          title: "Even application",
          body: "Every party whose access shows the same rated risk is treated the same way: apps that patients choose, business associates and our own staff.",
        },
        { number: 15, title: "Effect on access", body: "" },
      ],
      statements: [
        {
          number: "S-01",
          role: "Incident Lead",
          text: "The Incident Lead shall contain a severity 1 incident within 4 hours of declaration.",
          risks: [
            {
              number: "R-0004",
              name: "Ransomware",
              level: "very_high",
              effect: "lowers impact by 1 level",
            },
          ],
          safeguards: ["45 CFR 164.308(a)(6)(ii)"],
          standards: [
            {
              framework: "CSF",
              edition: "2.0",
              element: "RS.MI-01",
              explanation: "Incidents are contained.",
            },
          ],
        },
        {
          number: "S-02",
          role: "Security Official",
          text: "The Security Official shall promptly notify affected partners.",
          risks: [
            {
              number: "R-0013",
              name: "API token theft",
              level: "moderate",
              effect: "detects: misuse at a partner",
            },
          ],
          safeguards: [],
          standards: [],
        },
        {
          number: "S-03",
          role: "System Owner",
          text: "The System Owner shall restore the electronic health record within 72 hours of declaration.",
          risks: [
            {
              number: "R-0004",
              name: "Ransomware",
              level: "very_high",
              effect: "recovers: the record",
            },
          ],
          safeguards: ["45 CFR 164.308(a)(7)(ii)(B)"],
          standards: [
            {
              framework: "CSF",
              edition: "2.0",
              element: "RC.RP-01",
              explanation: "Recovery is executed.",
            },
          ],
        },
      ],
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
          severity: null,
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
        {
          number: "P-02",
          phase: "respond",
          name: "severity",
          comparator: "in",
          value: "1, 2, 3, 4",
          unit: null,
        },
      ],
      roles: ["Incident Lead", "Security Official", "System Owner"],
      revision: "7",
    },
    findings: draft
      ? [
          {
            section: 7,
            item: "S-02",
            code: "subjective_word",
            level: "error",
            text: "“promptly” is not an objective time",
            suggestion:
              "A third party could not say yes or no. Give a number, a unit and an event.",
          },
          {
            section: 10,
            item: null,
            code: "parameter_missing",
            level: "warning",
            text: "No parameter for “address”",
            suggestion: "171.203(d)(4) names other parameters too.",
          },
        ]
      : [],
    practices: [
      {
        number: "PR-0002",
        title: "Suspend an API client after abuse",
        conclusion: "not_supported",
      },
    ],
  };
}
