/** What a practice of the fake clinic holds, what it is chosen from, and what the core finds in it. */
import type {
  ApplicationRecord,
  Basis,
  Consistency,
  Practice,
  PracticeDetail,
  PracticeOptions,
} from "../../src/backend";

export const DESCRIPTION =
  "A client that reads beyond its grant is stopped until the cause is mended; the stop is reviewed after 5 business days.";

export const OPTIONS: PracticeOptions = {
  practice_types: [
    { id: "PT-01", label: "Suspending a client or an account" },
    { id: "PT-02", label: "Asking for a second factor" },
  ],
  policies: [
    {
      number: "POL-25",
      title: "API, portal and third-party connection security",
      version: "1.1",
      statements: [
        { number: "S-01", text: "The API Lead shall suspend a client within 4 hours." },
        { number: "S-02", text: "The API Lead shall review a suspension within 5 business days." },
      ],
    },
  ],
  risks: [
    { number: "R-0013", title: "API token theft: Patient portal", level: "moderate" },
    { number: "R-0016", title: "Client reads beyond its grant: Patient portal", level: "high" },
  ],
  assets: [
    { number: "A-001", name: "Electronic health record" },
    { number: "A-004", name: "Patient portal" },
  ],
  people: [
    { number: "P-001", name: "Dana Whitfield" },
    { number: "P-002", name: "Dr. Ruth Okafor" },
    { number: "P-004", name: "Ines Calder" },
  ],
  roles: ["API Lead", "Security Official"],
  requestor_classes: ["apps chosen by patients", "business associates"],
  data_classes: ["clinical notes"],
};

export function practiceOf(number: string, title: string): Practice {
  const records = number === "PR-0002" ? RECORDS : [];
  const begun = ["PR-0001", "PR-0002", "PR-0003"].includes(number);
  return {
    id: number,
    number,
    title,
    description: DESCRIPTION,
    state: begun ? "active" : "proposed",
    ...(begun ? { start_date: "2026-06-02" } : {}),
    emergency: false,
    affected_requestors: [],
    affected_ehi: [],
    risks: [],
    scope: {},
    scope_reasons: [],
    alternatives: [],
    application: {
      rule: "",
      named_requestors: [],
      not_yet_applied: false,
      records,
      training: [],
      applied_by: [],
    },
    judgements: [],
    reviews: [],
    ...(BASES[number] ? { basis: BASES[number] } : {}),
  };
}

const RECORDS: ApplicationRecord[] = [
  {
    on: "2026-07-01",
    requestor_class: "apps chosen by patients",
    outcome: "Suspended for 2 days.",
    restricted: true,
  },
  { on: "2026-08-11", requestor_class: "business associates", outcome: "Warned, then mended." },
];

const BASES: Record<string, Basis> = {
  "PR-0001": { policy: { policy: "POL-25", version: "1.0", statements: ["S-01", "S-09"] } },
  "PR-0002": { policy: { policy: "POL-25", version: "1.1", statements: ["S-01"] } },
  "PR-0003": {
    case: {
      no_policy_reason: "None speaks of exports in a dispute.",
      not_this_policy_reason: "",
      facts: "On 3 March a dispute about one export came in.",
      requestor: "A former vendor",
      request: "All records since 2019",
      necessity: "",
      evidence: [],
      alternatives: [],
      few_alternatives_reason: "",
      conclusion: "",
      single_case: false,
      reuses_in_90_days: 0,
      end_condition: "",
    },
  },
};

/** Counts by class; whether they differ is the core's business and no part of the fake. */
export function consistencyOf(records: readonly ApplicationRecord[]): Consistency {
  const names = [...new Set(records.map((one) => one.requestor_class))].sort();
  const classes = names.map((requestor_class) => {
    const own = records.filter((one) => one.requestor_class === requestor_class);
    return {
      requestor_class,
      applied: own.length,
      restricted: own.filter((one) => one.restricted === true).length,
      unknown: own.filter((one) => one.restricted === undefined).length,
    };
  });
  const words = `${records.length} records of ${names.length} classes: too few to compare.`;
  return { classes, p_value: null, differs: false, words };
}

export function warningsOf({ description }: Practice): PracticeDetail["warnings"] {
  if (!/punish/i.test(description)) return [];
  const words = "reads as a punishment. Say which risk it stops instead.";
  return [{ field: "/description", code: "punitive", found: "punish", words }];
}
