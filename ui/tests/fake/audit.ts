import type { AuditFilter, AuditLine } from "../../src/backend";
import type { Part } from "./core";
import type { Past } from "./past";

type Seed = [by: string, command: string, kind: string, record: string, words: string];

const SEEDS: Seed[] = [
  ["dana", "risk::save", "risk", "R-0010", "Rated R-0010 Stolen laptop as moderate."],
  ["ruth", "document::sign", "document", "D-0001", "Signed POL-25 version 1.1 as executive."],
  ["dana", "document::write", "document", "D-0001", "Wrote the PDF of POL-25 version 1.1."],
  [
    "dana",
    "policy::save_statement",
    "policy_version",
    "POL-11/2.0",
    "Changed statement S-02 of POL-11 version 2.0.",
  ],
  ["luis", "practice::judge", "practice", "PR-0002", "Judged (d)(4) of PR-0002 as not met."],
  ["dana", "evidence::add", "evidence", "E-0003", "Recorded E-0003 Restore test of October."],
  ["dana", "workspace::open", "event", "0197c0de", "Signed in."],
];

const HASH = "7d793037a0760186574b0282f2f435e7c1a2b3d4e5f60718293a4b5c6d7e8f90";

/** A trail long enough that it takes two pages. */
export function seed(past: Past): void {
  for (let index = 0; index < 133; index += 1) {
    const [by, command, kind, record, words] = SEEDS[6 - (index % 7)] as Seed;
    const recorded_at = new Date(Date.UTC(2026, 9, 28, 8) + index * 4 * 3_600_000).toISOString();
    past.tell({ recorded_at, by, command, kind, record, words });
  }
}

export function audit(past: Past): Part<"audit"> {
  return {
    "audit::list": ({ before, limit = 100, filter }) => {
      const found = past.lines.filter((line) => passes(line, filter));
      const older = found.filter((line) => before === undefined || line.sequence < before);
      return {
        lines: older.slice(0, limit),
        total: found.length,
        people: [...new Set(past.lines.map((line) => line.by))].sort(),
        kinds: [...new Set(past.lines.map((line) => line.kind))].sort(),
      };
    },
    "audit::verify": () => ({
      holds: true,
      head: { sequence: past.lines.length, hash: HASH },
      breaks: [],
    }),
  };
}

function passes(line: AuditLine, filter: AuditFilter): boolean {
  const day = line.recorded_at.slice(0, 10);
  return (
    (filter.by === undefined || line.by === filter.by) &&
    (filter.kind === undefined || line.kind === filter.kind) &&
    (filter.command === undefined || line.command.startsWith(filter.command)) &&
    (filter.record === undefined ||
      line.record.toLowerCase().includes(filter.record.toLowerCase())) &&
    (filter.from === undefined || day >= filter.from) &&
    (filter.until === undefined || day <= filter.until)
  );
}
