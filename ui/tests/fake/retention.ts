import type { HoldRow, RetentionRow, RetentionState } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";

const RULE =
  "Policies, procedures and records of required actions are kept for 6 years from the day they were made or the day they were last in effect, whichever is later (45 CFR 164.316(b)(2)(i)).";

type Seed = [
  kind: string,
  id: string,
  title: string,
  created: string,
  last: string | undefined,
  until: string | undefined,
  state: RetentionState,
  needed: string[],
];

const SEEDS: Seed[] = [
  [
    "document",
    "D-0000",
    "PDF of POL-03 version 1.0",
    "2018-03-02",
    "2020-02-28",
    "2026-02-28",
    "disposable",
    [],
  ],
  [
    "policy_version",
    "POL-13/1.0",
    "POL-13 Contingency version 1.0",
    "2017-05-04",
    "2020-06-30",
    "2026-06-30",
    "needed",
    ["PR-0001 of 2026 rests on it"],
  ],
  [
    "policy_version",
    "POL-25/1.0",
    "POL-25 API security version 1.0",
    "2024-06-02",
    "2026-06-01",
    "2032-06-01",
    "protected",
    [],
  ],
  [
    "assessment",
    "AS-2025",
    "Assessment of 2025",
    "2025-11-30",
    "2026-11-01",
    "2032-11-01",
    "protected",
    [],
  ],
  [
    "policy_version",
    "POL-25/1.1",
    "POL-25 API security version 1.1",
    "2026-06-02",
    undefined,
    undefined,
    "in_effect",
    [],
  ],
  [
    "practice",
    "PR-0002",
    "PR-0002 Suspend an API client after abuse",
    "2026-06-14",
    undefined,
    undefined,
    "in_effect",
    [],
  ],
];

export function retention(): Part<"retention"> {
  let rows = SEEDS.map(row);
  const holds: HoldRow[] = [];
  const withHolds = (one: RetentionRow): RetentionRow => {
    const found = holds.filter((hold) => hold.in_force && covers(hold, one));
    const state = found.length > 0 && one.state === "disposable" ? "held" : one.state;
    return { ...one, state, holds: found.map(({ hold }) => hold.number) };
  };
  return {
    "retention::list": () => ({ records: rows.map(withHolds), holds, rule: RULE }),
    "retention::dispose": ({ record }) => {
      const found = withHolds(find(rows, (one) => one.record.id === record.id));
      if (found.state !== "disposable") throw new Failure("retained", "It is still protected.");
      rows = rows.filter((one) => one.record.id !== record.id);
      return { record, emptied: 4, files: 0 };
    },
    "retention::hold": ({ title, reason, records }) => {
      const number = `H-${String(holds.length + 1).padStart(3, "0")}`;
      const hold = { number, title, reason, records, placed_by: "P-001", placed_on: "2026-11-21" };
      // The core leaves an empty list out.
      if (records.length === 0) delete (hold as Partial<typeof hold>).records;
      const placed = { hold, placed_by: "Dana Whitfield", in_force: true };
      holds.unshift(placed);
      return placed;
    },
    "retention::release": ({ number, reason }) => {
      const found = find(holds, (one) => one.hold.number === number);
      found.in_force = false;
      found.hold.released = { by: "P-001", on: "2026-11-21", reason };
      return found;
    },
  };
}

function row([kind, id, title, created_on, last, until, state, needed_by]: Seed): RetentionRow {
  return {
    record: { kind, id },
    title,
    created_on,
    last_in_effect: last,
    protected_until: until,
    state,
    holds: [],
    needed_by,
  };
}

function covers({ hold }: HoldRow, { record }: RetentionRow): boolean {
  return !hold.records?.length || hold.records.some((one) => one.id === record.id);
}
