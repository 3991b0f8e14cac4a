/** The practices of the fake clinic: their records, their check and the acts on them. */
import type { Practice, PracticeDetail, PracticeRow, ResultState } from "../../src/backend";
import { Failure } from "../../src/backend";
import { check } from "./check";
import { find, type Part } from "./core";
import { merged } from "./merge";
import { consistencyOf, DESCRIPTION, OPTIONS, practiceOf, warningsOf } from "./practice";
import type { Register } from "./people";

const TODAY = "2026-11-21";
const NOW = "2026-11-21T15:00:00Z";

type Seed = [string, string, string | null, ResultState, number, number];
const SEEDS: Seed[] = [
  ["PR-0001", "Second factor for portal sign-in", "POL-10 version 1.1", "in_review", 0, 1],
  ["PR-0002", "Suspend an API client after abuse", "POL-25 version 1.1", "not_supported", 1, 1],
  ["PR-0003", "Hold one export during a dispute", "Case determination", "supported", 0, 0],
];

type Stored = { row: PracticeRow; practice: Practice; revision: number; before: Practice[] };

export function practice(staff: Register): Part<"practice"> {
  const judged = new Map<string, { met: boolean; reason: string }>();
  const all: Stored[] = SEEDS.map((seed) => stored(rowOf(seed), practiceOf(seed[0], seed[1])));
  const named = (number: string) => find(all, (one) => one.practice.number === number);
  const you = () => find(staff.rows, ({ person }) => person.login === staff.you).person.number;

  function put(one: Stored, changed: Practice): PracticeDetail {
    one.before.push(one.practice);
    one.practice = changed;
    one.revision += 1;
    const { title, description, state } = changed;
    one.row = { ...one.row, title, description, state };
    return detail(one);
  }

  function use(one: Stored, part: Partial<Practice["application"]>): PracticeDetail {
    const { practice } = one;
    return put(one, { ...practice, application: { ...practice.application, ...part } });
  }

  return {
    "practice::list": () => ({ on: TODAY, practices: all.map(({ row }) => row) }),
    "practice::check": ({ number, on }) => checked(judged, number, on),
    "practice::judge": ({ number, criterion, met, reason }) => {
      judged.set(criterion, { met, reason });
      return checked(judged, number);
    },
    "practice::options": () => OPTIONS,
    "practice::get": ({ number }) => detail(named(number)),
    "practice::begin": ({ title, description, practice_type }) => {
      const number = `PR-${String(all.length + 1).padStart(4, "0")}`;
      const row = rowOf([number, title, null, "not_assessed", 0, 0]);
      const one: Practice = { ...practiceOf(number, title), description, practice_type };
      all.push(stored({ ...row, description, state: "proposed" }, one));
      return detail(named(number));
    },
    "practice::save": ({ practice, based_on_revision }) => {
      const one = named(practice.number);
      if (practice.title.length < 5) throw wrong("title", "Between 5 and 200 characters.");
      const base = one.before[based_on_revision - 1] ?? one.practice;
      return put(one, merged(base, stamped(practice), one.practice));
    },
    "practice::remove": ({ number }) => {
      const one = named(number);
      if (one.practice.state !== "proposed") throw new Failure("frozen", "");
      all.splice(all.indexOf(one), 1);
      return {};
    },
    "practice::start": ({ number, on }) => {
      const one = named(number);
      if ((on ?? TODAY) > TODAY) throw wrong("on", "A practice is started on its first day.");
      return put(one, { ...one.practice, state: "active", start_date: on });
    },
    "practice::end": ({ number, on }) => {
      const one = named(number);
      return put(one, { ...one.practice, state: "ended", end_date: on });
    },
    "practice::record": ({ number, ...record }) => {
      const one = named(number);
      const records = [...one.practice.application.records, record];
      return use(one, { records, not_yet_applied: false });
    },
    "practice::review": ({ number, ...review }) => {
      const one = named(number);
      const reviews = [...one.practice.reviews, { ...review, on: TODAY, by: you() }];
      return put(one, { ...one.practice, reviews });
    },
    "practice::approve_block": ({ number, record }) => {
      const one = named(number);
      if (one.practice.decision?.by === you()) throw new Failure("forbidden", "");
      return put(one, { ...one.practice, second_approval: { by: you(), on: TODAY, record } });
    },
    "practice::decide": ({ number, decided_at }) => {
      const one = named(number);
      const { basis } = one.practice;
      if (!basis || !("case" in basis)) throw wrong("basis", "Say first what it rests on.");
      if (basis.case.necessity.trim() === "")
        throw wrong("basis/case/necessity", "Say why it is necessary.");
      const decided = { decided_at, recorded_at: NOW, approver: you() };
      return put(one, { ...one.practice, basis: { case: { ...basis.case, ...decided } } });
    },
    "practice::write_sheet": ({ number }) => {
      const sha256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
      const content = btoa(`sheet of ${number}`);
      return { file_name: `${number}-evidence.pdf`, content, sha256, bytes: 21_300 };
    },
  };
}

function stored(row: PracticeRow, practice: Practice): Stored {
  return { row, practice, revision: 1, before: [] };
}

function detail({ practice, revision }: Stored): PracticeDetail {
  const { basis } = practice;
  return {
    practice,
    revision,
    locked: basis !== undefined && "case" in basis && basis.case.recorded_at !== undefined,
    consistency: consistencyOf(practice.application.records),
    warnings: warningsOf(practice),
  };
}

/** The levels of risks are given by the core. */
function stamped(practice: Practice): Practice {
  const level = (number: string) => OPTIONS.risks.find((one) => one.number === number)?.level;
  const risks = practice.risks.map((one) => ({
    ...one,
    level: one.level ?? level(one.risk) ?? undefined,
  }));
  return { ...practice, risks };
}

function rowOf([number, title, rests_on, conclusion, not_met, needs_judgement]: Seed): PracticeRow {
  return {
    number,
    title,
    description: DESCRIPTION,
    state: "active",
    rests_on,
    conclusion,
    words: "",
    not_met,
    needs_judgement,
  };
}

function checked(
  judged: Map<string, { met: boolean; reason: string }>,
  number: string,
  on?: string,
) {
  const result = check(number, on);
  for (const one of result.criteria) {
    const judgement = judged.get(one.id);
    if (judgement === undefined) continue;
    one.result = judgement.met ? "met" : "not_met";
    one.fix = null;
    one.judgement = { criterion: one.id, by: "P-001", on: TODAY, ...judgement };
  }
  return result;
}

function wrong(field: string, message: string): Failure {
  return new Failure("invalid", "", null, [{ field, code: "wrong", message }]);
}
