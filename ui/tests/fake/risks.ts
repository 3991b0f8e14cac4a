import type {
  AcceptanceLimit,
  CoverageState,
  Level,
  Likelihoods,
  Risk,
  RiskDetail,
  RiskRow,
  Treatment,
} from "../../src/backend";
import { rate } from "./rate";

type Seed = [
  string,
  string,
  string,
  Level,
  Level,
  [Level, Level, Level],
  CoverageState,
  string[],
  string,
];

const SEEDS: Seed[] = [
  [
    "Ransomware through a stolen sign-in",
    "Electronic health record",
    "No second factor on remote access",
    "high",
    "high",
    ["high", "high", "very_high"],
    "covered",
    ["POL-11", "POL-14"],
    "Dana Whitfield",
  ],
  [
    "Credential phishing by e-mail",
    "Staff mailboxes",
    "No second factor on mail",
    "very_high",
    "moderate",
    ["high", "low", "low"],
    "covered",
    ["POL-08", "POL-10"],
    "Dana Whitfield",
  ],
  [
    "Stolen laptop",
    "Clinician laptops",
    "Disk not encrypted on four devices",
    "moderate",
    "high",
    ["high", "low", "low"],
    "partly_covered",
    ["POL-20"],
    "Luis Ortega",
  ],
  [
    "API token theft",
    "Patient portal API",
    "Tokens live 30 days",
    "moderate",
    "moderate",
    ["high", "moderate", "low"],
    "covered",
    ["POL-25"],
    "Mei Tanaka",
  ],
  [
    "API client reads beyond its grant",
    "Patient portal API",
    "Scope checks are coarse",
    "moderate",
    "high",
    ["high", "low", "low"],
    "covered",
    ["POL-25"],
    "Mei Tanaka",
  ],
  [
    "Unauthorized look into records by staff",
    "Electronic health record",
    "Logs are reviewed rarely",
    "high",
    "moderate",
    ["moderate", "very_low", "very_low"],
    "covered",
    ["POL-03", "POL-04"],
    "Dana Whitfield",
  ],
  [
    "Flood in the server room",
    "Imaging archive",
    "Single site, ground floor",
    "low",
    "high",
    ["very_low", "moderate", "high"],
    "stale",
    ["POL-13"],
    "Luis Ortega",
  ],
  [
    "Vendor breach",
    "Billing service",
    "Contract without notice time",
    "moderate",
    "moderate",
    ["high", "low", "moderate"],
    "uncovered",
    [],
    "Dana Whitfield",
  ],
  [
    "Backup cannot be restored",
    "Imaging archive",
    "Restore never tested",
    "moderate",
    "moderate",
    ["very_low", "high", "high"],
    "partly_covered",
    ["POL-14"],
    "Luis Ortega",
  ],
  [
    "Former worker keeps access",
    "Electronic health record",
    "Leaving list reaches IT late",
    "moderate",
    "low",
    ["moderate", "low", "very_low"],
    "covered",
    ["POL-05"],
    "Dana Whitfield",
  ],
  [
    "Power outage over four hours",
    "Electronic health record",
    "No generator",
    "moderate",
    "moderate",
    ["very_low", "low", "moderate"],
    "covered",
    ["POL-15"],
    "Luis Ortega",
  ],
  [
    "Wrong patient chosen in the chart",
    "Electronic health record",
    "Similar names side by side",
    "moderate",
    "low",
    ["low", "high", "very_low"],
    "uncovered",
    [],
    "Mei Tanaka",
  ],
  [
    "Unpatched server on the network edge",
    "VPN gateway",
    "No owner for patches",
    "high",
    "moderate",
    ["high", "moderate", "high"],
    "covered",
    ["POL-26"],
    "Luis Ortega",
  ],
  [
    "Paper left on the shared printer",
    "Printers",
    "No release by badge",
    "moderate",
    "low",
    ["low", "very_low", "very_low"],
    "covered",
    ["POL-19"],
    "Dana Whitfield",
  ],
];

export function risks(): RiskDetail[] {
  return [...SEEDS.map(detail), unrated()];
}

const NAMED = [
  { id: "V-001", name: "No second factor on sign-in" },
  { id: "V-002", name: "Disk not encrypted" },
  { id: "V-003", name: "Restore never tested" },
  { id: "V-004", name: "Logs are reviewed rarely" },
];
const CONDITIONS = [
  { id: "C-001", name: "Single site" },
  { id: "C-002", name: "Clinicians work away from the site" },
];

function detail(seed: Seed, index: number): RiskDetail {
  const [threat, asset, vulnerability, initiation, adverse, [c, i, a], coverage, policies, owner] =
    seed;
  const residual: Likelihoods = { initiation, adverse, impact: { c, i, a } };
  const { likelihood, impact, level, rank_score } = rate(residual);
  const rationale = `Seen in the walk-through of March: ${vulnerability.toLowerCase()}.`;
  const planned = index % 2 === 0;
  const row: RiskRow = {
    number: `R-${String(index * 3 + 4).padStart(4, "0")}`,
    threat_id: `T-${String(index + 1).padStart(3, "0")}`,
    threat,
    asset_number: `A-${String(index + 1).padStart(3, "0")}`,
    asset,
    vulnerability,
    residual,
    likelihood,
    impact,
    level,
    rank_score,
    inherent: "very_high",
    target: index % 3 === 0 ? "low" : null,
    treatment: planned ? "Mitigate by 2027-01-31 (Luis Ortega)" : "No plan",
    owner,
    rationale,
    policies,
    coverage,
    status: planned ? "treatment_planned" : "evaluated",
  };
  return {
    row,
    risk: {
      ...record(row),
      residual,
      inherent: ALL_VERY_HIGH,
      rated_by: "P-001",
      rated_on: "2026-11-04",
      treatment: planned ? plan() : undefined,
    },
    rated_by: "Dana Whitfield",
    open: true,
    limit: limitOf(level),
    vulnerabilities: NAMED,
    conditions: CONDITIONS,
    revision: 1,
    history: [
      { revision: 1, recorded_at: "2026-11-04T09:12:00Z", by: "dana", level, rationale },
      {
        revision: 0,
        recorded_at: "2025-11-10T09:12:00Z",
        by: "dana",
        level: "high",
        rationale: "First look, before the second factor was bought.",
      },
    ],
  };
}

/** A risk that a threat proposed and nobody has looked at. */
function unrated(): RiskDetail {
  const row: RiskRow = {
    number: "R-0046",
    threat_id: "T-015",
    threat: "Tornado",
    asset_number: "A-001",
    asset: "Electronic health record",
    vulnerability: "",
    residual: null,
    likelihood: null,
    impact: null,
    level: null,
    rank_score: 0,
    inherent: null,
    target: null,
    treatment: "No plan",
    owner: "Dana Whitfield",
    rationale: "",
    policies: [],
    coverage: "uncovered",
    status: "identified",
  };
  const risk = { ...record(row), vulnerabilities: [], effect: "", controls: [], rationale: "" };
  return {
    row,
    risk,
    rated_by: null,
    open: true,
    limit: limitOf(null),
    vulnerabilities: NAMED,
    conditions: CONDITIONS,
    revision: 1,
    history: [],
  };
}

const ALL_VERY_HIGH: Likelihoods = {
  initiation: "very_high",
  adverse: "very_high",
  impact: { c: "very_high", i: "very_high", a: "very_high" },
};

function record(row: RiskRow): Risk {
  return {
    id: "0197",
    number: row.number,
    threat: row.threat_id,
    vulnerabilities: ["V-001"],
    predisposing_conditions: [],
    asset: row.asset_number,
    effect: "Records of patients are read or out of reach, and care is delayed.",
    scope: {},
    controls: [
      { description: "Antivirus on all desktops", safeguards: [], tested_on: "2026-10-12" },
    ],
    rationale: row.rationale,
    owner: "P-001",
    status: row.status,
    evidence: [],
    carried: false,
  };
}

function plan(): Treatment {
  return {
    option: "mitigate",
    plan: "Buy and set up a second factor for every way in from outside.",
    owner: "P-004",
    due: "2027-01-31",
    cost_once: 4200,
    cost_yearly: 900,
    options: [],
  };
}

/** Who may accept a level and how long, as the method limits it. */
export function limitOf(level: Level | null): AcceptanceLimit {
  const high = level === "high" || level === "very_high";
  if (level === "very_high") {
    const who = "Only an executive, for at most 30 days";
    return { may_accept: false, latest: null, who, times: "a plan within 7 days, done in 30." };
  }
  return {
    may_accept: level !== null,
    latest: high ? "2027-02-19" : "2027-11-21",
    who: high
      ? "An executive or the owner of the risk, for at most 90 days"
      : "The security official or an executive, for at most 12 months",
    times: high ? "a plan within 14 days, done in 90." : "a plan within 30 days, done in 180.",
  };
}
