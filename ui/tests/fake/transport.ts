/** A small core in memory, for tests and for work on the screens; never part of a build. */
import type {
  Commands,
  DocumentRow,
  Opened,
  PolicyDetail,
  PracticeRow,
  ResultState,
  RiskDetail,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import type { Transport } from "../../src/backend/transport";
import { check } from "./check";
import { paper, report } from "./documents";
import { home } from "./home";
import { lint } from "./lint";
import { policyDetail, policyRows } from "./policies";
import { rate } from "./rate";
import { risks } from "./risks";

/** Commands that no screen calls yet. */
type Unused =
  | "workspace::new"
  | "workspace::export"
  | "workspace::import"
  | `organization::${string}`
  | `assessment::${string}`
  | `audit::${string}`;

type Core = {
  [K in Exclude<keyof Commands, Unused>]: (
    request: Commands[K]["request"],
  ) => Commands[K]["response"];
};
type Part<Word extends string> = Pick<Core, Extract<keyof Core, `${Word}::${string}`>>;

export function fake(): Transport {
  const register = risks();
  const core: Core = {
    ...workspace(register),
    ...risk(register),
    ...policy(),
    ...practice(),
    ...documents(),
  };
  return {
    async send(command, request) {
      const act = core[command as keyof Core] as ((request: unknown) => unknown) | undefined;
      if (act === undefined) throw new Failure("unknown_command", command);
      // As through a real transport: what the screens hold is never what the core holds.
      return structuredClone(act(structuredClone(request)));
    },
  };
}

const PEOPLE = [
  { login: "dana", name: "Dana Whitfield", title: "Security official" },
  { login: "ruth", name: "Dr. Ruth Okafor", title: "Medical director" },
];
const PASSPHRASE = "sample";
const PATH = "/home/dana/lakeside.riskwright";

function workspace(register: RiskDetail[]): Part<"workspace"> {
  let session: Opened | null = null;
  return {
    "workspace::recent": () => ({
      workspaces: [
        { path: PATH, name: "Lakeside Family Clinic", opened_at: "2026-11-20T16:40:00Z" },
      ],
    }),
    "workspace::sample": () => ({ path: PATH, passphrase: PASSPHRASE, people: PEOPLE }),
    "workspace::current": () => ({ opened: session }),
    "workspace::open": ({ login, passphrase }) => (session = opened(login, passphrase)),
    "workspace::close": () => {
      session = null;
      return {};
    },
    "workspace::home": () => home(register.map((one) => one.row)),
  };
}

function opened(login: string, passphrase: string): Opened {
  const person = PEOPLE.find((one) => one.login === login);
  if (person === undefined || passphrase !== PASSPHRASE) throw new Failure("wrong_passphrase", "");
  return {
    path: PATH,
    organization: "Lakeside Family Clinic",
    person: {
      id: "p",
      number: "P-001",
      access: ["official"],
      function: "administration",
      ...person,
    },
  };
}

function risk(register: RiskDetail[]): Part<"risk"> {
  return {
    "risk::list": () => ({
      assessment: "AS-2026",
      tolerance: "moderate",
      risks: register.map((one) => one.row),
    }),
    "risk::get": ({ number }) => find(register, (one) => one.row.number === number),
    "risk::rate": rate,
    "risk::save": ({ number, based_on_revision, ...change }) => {
      const risk = find(register, (one) => one.row.number === number);
      if (risk.revision !== based_on_revision) throw new Failure("conflict", "");
      const { likelihood, level, rank_score } = rate(change);
      Object.assign(risk.row, change, { likelihood, level, rank_score });
      risk.revision += 1;
      return { row: risk.row, revision: risk.revision };
    },
  };
}

function policy(): Part<"policy"> {
  const draft = policyDetail("POL-11");
  return {
    "policy::list": () => ({ policies: policyRows() }),
    "policy::get": ({ number, version = "2.0" }) =>
      number === draft.row.number && version === draft.version.number
        ? { ...draft, findings: findingsOf(draft) }
        : policyDetail(number, number === draft.row.number ? version : "1.1"),
    "policy::lint": ({ text }) => lint(text),
    "policy::save_statement": ({ statement, text, based_on_revision }) => {
      const found = find(draft.version.statements, (one) => one.number === statement);
      if (draft.revision !== based_on_revision) throw new Failure("conflict", "");
      found.text = text;
      draft.revision += 1;
      return { revision: draft.revision };
    },
  };
}

function findingsOf({ version }: PolicyDetail): PolicyDetail["findings"] {
  return version.statements.flatMap(({ number, text }) =>
    lint(text).findings.map((finding) => ({ section: "statements", item: number, finding })),
  );
}

function practice(): Part<"practice"> {
  const judged = new Map<string, { met: boolean; reason: string }>();
  const checked = (number: string, on?: string) => {
    const result = check(number, on);
    for (const one of result.criteria) {
      const judgement = judged.get(one.id);
      if (judgement === undefined) continue;
      one.result = judgement.met ? "met" : "not_met";
      one.fix = null;
      one.judgement = { criterion: one.id, by: "P-001", on: "2026-11-21", ...judgement };
    }
    return result;
  };
  return {
    "practice::list": () => ({ on: "2026-11-21", practices: practiceRows() }),
    "practice::check": ({ number, on }) => checked(number, on),
    "practice::judge": ({ number, criterion, met, reason }) => {
      judged.set(criterion, { met, reason });
      return checked(number);
    },
  };
}

function practiceRows(): PracticeRow[] {
  type Seed = [string, string, string, ResultState, number, number];
  const seeds: Seed[] = [
    ["PR-0001", "Second factor for portal sign-in", "POL-10 version 1.1", "in_review", 0, 1],
    ["PR-0002", "Suspend an API client after abuse", "POL-25 version 1.1", "not_supported", 1, 1],
    ["PR-0003", "Hold one export during a dispute", "Case determination", "supported", 0, 0],
  ];
  return seeds.map(([number, title, rests_on, conclusion, not_met, needs_judgement]) => ({
    number,
    title,
    description:
      "A client that reads beyond its grant is stopped until the cause is mended; the stop is reviewed after 5 business days.",
    state: "active",
    rests_on,
    conclusion,
    words: "",
    not_met,
    needs_judgement,
  }));
}

function documents(): Part<"document"> {
  const files: DocumentRow[] = [paper("D-0001", "POL-25", "1.1", true)];
  const named = (number: string) => find(files, (one) => one.number === number);
  return {
    "document::list": () => ({ documents: files }),
    "document::write": ({ policy, version }) => {
      const row = paper(`D-000${files.length + 1}`, policy, version ?? "1.0", false);
      files.unshift(row);
      return row;
    },
    "document::sign": ({ number, field, login, passphrase }) => {
      if (passphrase !== PASSPHRASE) throw new Failure("wrong_passphrase", "");
      const place = find(named(number).places, (one) => one.field === field);
      if (place.login !== login) throw new Failure("forbidden", "");
      place.signed = true;
      return { document: named(number), report: report(named(number)) };
    },
    "document::verify": ({ number }) => report(named(number)),
  };
}

function find<T>(list: T[], is: (one: T) => boolean): T {
  const found = list.find(is);
  if (found === undefined) throw new Failure("not_found", "");
  return found;
}
