/** A small core in memory, for tests and for work on the screens; never part of a build. */
import type {
  Commands,
  DocumentRow,
  LintResponse,
  RiskDetail,
  VerifyReport,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import type { Transport } from "../../src/backend/transport";
import { check } from "./check";
import { policyDetail, policyRows } from "./policies";
import { rate } from "./rate";
import { risks } from "./risks";

type Core = {
  [K in keyof Commands]: (request: Commands[K]["request"]) => Commands[K]["response"];
};

const PEOPLE = [
  { login: "dana", name: "Dana Whitfield", title: "Security official" },
  { login: "ruth", name: "Dr. Ruth Okafor", title: "Medical director" },
];

export function fake(): Transport {
  const core = build();
  return {
    async send(command, request) {
      const act = core[command as keyof Core] as ((request: unknown) => unknown) | undefined;
      if (act === undefined) throw new Failure("unknown_command", command);
      // As through a real transport: what the screens hold is never what the core holds.
      return structuredClone(act(structuredClone(request)));
    },
  };
}

function build(): Core {
  const register = risks();
  const policy = policyDetail("POL-11");
  const files: DocumentRow[] = [
    paper("POL-25", "1.1", "API, portal and third-party connection security"),
  ];
  return {
    "workspace::recent": () => ({
      workspaces: [
        {
          path: "/home/dana/lakeside.riskwright",
          name: "Lakeside Family Clinic",
          opened_at: "2026-11-20T16:40:00Z",
        },
      ],
    }),
    "workspace::sample": () => ({
      path: "/home/dana/sample/lakeside.riskwright",
      passphrase_hint: "sample",
      people: PEOPLE,
    }),
    "workspace::open": ({ login, passphrase }) => {
      if (passphrase !== "sample") throw new Failure("wrong_passphrase", "");
      const person = PEOPLE.find((one) => one.login === login) ?? PEOPLE[0];
      return {
        organization: "Lakeside Family Clinic",
        person: {
          number: "P-001",
          name: person?.name ?? "",
          title: person?.title ?? "",
          access: ["official"],
        },
        path: "/home/dana/lakeside.riskwright",
      };
    },
    "workspace::close": () => ({}),
    "workspace::home": () => home(register),
    "risk::list": () => ({ assessment: "AS-2026", tolerance: "moderate", risks: register }),
    "risk::get": ({ number }) => find(register, number),
    "risk::rate": rate,
    "risk::save": ({ number, based_on_revision, ...change }) => {
      const risk = find(register, number);
      if (risk.revision !== based_on_revision) throw new Failure("conflict", "");
      Object.assign(risk, change, rateOnly(change), {
        revision: String(Number(risk.revision) + 1),
      });
      return { risk, revision: risk.revision };
    },
    "policy::list": () => ({ policies: policyRows() }),
    "policy::get": ({ number, version }) =>
      number === "POL-11" && version === undefined
        ? policy
        : policyDetail(number, version ?? "1.1"),
    "policy::lint": ({ text }) => lint(text),
    "policy::save_statement": ({ statement, text }) => {
      const found = policy.version.statements.find((one) => one.number === statement);
      if (found === undefined) throw new Failure("not_found", "");
      found.text = text;
      policy.version.revision = String(Number(policy.version.revision) + 1);
      policy.findings = policy.findings.filter((one) => one.item !== statement);
      return { statement: found, findings: policy.findings, revision: policy.version.revision };
    },
    "practice::list": () => ({
      practices: [
        {
          number: "PR-0001",
          title: "Second factor for portal sign-in",
          policy: "POL-10",
          path: "d",
          conclusion: "in_review",
          open: 1,
        },
        {
          number: "PR-0002",
          title: "Suspend an API client after abuse",
          policy: "POL-25",
          path: "d",
          conclusion: "not_supported",
          open: 2,
        },
        {
          number: "PR-0003",
          title: "Hold one export while an account is in dispute",
          policy: null,
          path: "e",
          conclusion: "supported",
          open: 0,
        },
      ],
    }),
    "practice::check": ({ number, on }) => check(number, on),
    "practice::judge": ({ number, criterion, met }) => {
      const result = check(number);
      const judged = result.criteria.find((one) => one.id === criterion);
      if (judged) judged.result = met ? "met" : "not_met";
      return result;
    },
    "document::list": () => ({ documents: files }),
    "document::write": ({ policy, version }) => {
      const row = paper(policy, version ?? "1.0", policyDetail(policy).title);
      row.signatures = [];
      files.push(row);
      return { path: row.path, bytes: row.bytes, content_hash: row.content_hash };
    },
    "document::sign": ({ path, field, login, passphrase }) => {
      if (passphrase !== "sample") throw new Failure("wrong_passphrase", "");
      const signer = PEOPLE.find((one) => one.login === login)?.name ?? login;
      const row = files.find((one) => one.path === path);
      row?.signatures.push({ field, signer });
      return { path, report: report(row) };
    },
    "document::verify": ({ path }) => report(files.find((one) => one.path === path)),
  };
}

function find(register: RiskDetail[], number: string): RiskDetail {
  const risk = register.find((one) => one.number === number);
  if (risk === undefined)
    throw new Failure("not_found", `There is no risk ${number} in this workspace.`);
  return risk;
}

function rateOnly(change: Commands["risk::rate"]["request"]) {
  const { likelihood, level, rank_score } = rate(change);
  return { likelihood, level, rank_score };
}

function lint(text: string): LintResponse {
  const findings = text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/promptly|immediately|timely/g)].map((match) => ({
      line: index + 1,
      column: match.index + 1,
      length: match[0].length,
      text: match[0],
      code: "subjective_word",
      level: "error" as const,
      suggestion: "A third party could not say yes or no. Give a number, a unit and an event.",
      replacement: "within 1 business day of containment",
    })),
  );
  const timeframes = [...text.matchAll(/within (\d+) (hours?) of (\w+)/g)].map((match) => ({
    line: 1,
    column: match.index + 1,
    text: match[0],
    relation: "le",
    quantity: Number(match[1]),
    unit: "hours",
    trigger: match[3] ?? null,
    duration: `PT${match[1]}H`,
  }));
  return { findings, timeframes };
}

function paper(policy: string, version: string, title: string): DocumentRow {
  return {
    path: `/home/dana/lakeside.riskwright/policies/${policy}-v${version}.pdf`,
    title,
    policy,
    version,
    bytes: 57_400,
    written_at: "2026-11-20T15:02:00Z",
    content_hash: "9f3c5d0e7b1a44c2a9e8d6f0b3c1a2e4f5d6c7b8a9e0f1d2c3b4a5968778695a",
    signatures: [
      { field: "author", signer: "Dana Whitfield" },
      { field: "approver", signer: "Dr. Ruth Okafor" },
    ],
  };
}

function report(row: DocumentRow | undefined): VerifyReport {
  const signatures = (row?.signatures ?? []).map(({ field, signer }) => ({
    field,
    signer,
    subfilter: "ETSI.CAdES.detached",
    intact: true,
    trusted: "organization" as const,
    signed_at: "2026-11-20T15:04:00Z",
    changes_after: [],
  }));
  return { valid: signatures.length > 0, covers_whole_file: signatures.length > 0, signatures };
}

function home(register: RiskDetail[]): Commands["workspace::home"]["response"] {
  const order = ["very_low", "low", "moderate", "high", "very_high"];
  const heat = [0, 1, 2, 3, 4].map((row) =>
    [0, 1, 2, 3, 4].map(
      (column) =>
        register.filter((risk) => {
          const impact = Math.max(
            ...Object.values(risk.impact).map((level) => order.indexOf(level)),
          );
          return order.indexOf(risk.likelihood) === 4 - row && impact === column;
        }).length,
    ),
  );
  return {
    organization: "Lakeside Family Clinic",
    assessment: { number: "AS-2026", year: 2026, status: "in_progress", approved_on: null },
    steps: [
      {
        id: "organization",
        title: "Organization",
        done: 14,
        total: 14,
        detail: "14 of 14 answers",
      },
      {
        id: "inventory",
        title: "Inventory",
        done: 16,
        total: 16,
        detail: "16 assets, list complete",
      },
      {
        id: "threats",
        title: "Threats and hazards",
        done: 99,
        total: 99,
        detail: "99 of 99 decided",
      },
      { id: "ratings", title: "Ratings", done: 41, total: 47, detail: "41 of 47 risks" },
      { id: "safeguards", title: "Safeguards", done: 52, total: 68, detail: "52 of 68 items" },
      {
        id: "approval",
        title: "Approval",
        done: 0,
        total: 1,
        detail: "opens when all above is done",
      },
      { id: "policies", title: "Policies", done: 19, total: 28, detail: "19 of 28 effective" },
      { id: "practices", title: "Practices", done: 2, total: 3, detail: "2 of 3 supported" },
    ],
    next: {
      title: "settle the parameter for “address” in POL-11",
      route: "/policies/POL-11?at=parameters",
    },
    heat,
    risks_total: register.length,
    above_tolerance: 3,
    attention: [
      {
        kind: "overdue",
        text: "Contingency plan policy: yearly review was due 14 November",
        route: "/policies/POL-13",
      },
      {
        kind: "stale",
        text: "R-0022 went from moderate to high after POL-13 was approved",
        route: "/risks/R-0022",
      },
      {
        kind: "soon",
        text: "Restore test of the imaging archive in 6 days",
        route: "/organization/tests",
      },
      {
        kind: "judgement",
        text: "Practice “Suspend an API client after abuse”: 1 criterion waits for you",
        route: "/practices/PR-0002?at=SE-c-1",
      },
    ],
    coverage: { covered: 33, partly: 8, stale: 2, uncovered: 4 },
  };
}
