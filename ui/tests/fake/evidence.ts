import type { Evidence, EvidenceRow, RecordName } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";
import type { Past } from "./past";

/** Far smaller than the real one, so that a test can show the limit. */
export const LARGEST_FILE = 20_000_000;

const SEEDS: Omit<Evidence, "id">[] = [
  {
    number: "E-0003",
    title: "Restore test of October",
    kind: "test_result",
    on: "2026-10-12",
    reference: "Binder 4, tab 2",
    file_name: "restore-test-2026-10.pdf",
    bytes: 184_200,
    sha256: "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
    about: [{ kind: "risk", id: "AS-2026/R-0028" }],
  },
  {
    number: "E-0002",
    title: "Log of API calls by the billing client",
    kind: "log",
    on: "2026-09-30",
    reference: "Log store, folder portal-2026-09",
    about: [{ kind: "practice", id: "PR-0002" }],
  },
  {
    number: "E-0001",
    title: "Inventory of laptops with disk encryption",
    kind: "record",
    on: "2026-09-18",
    reference: "Device console, report 14",
    file_name: "laptops.csv",
    bytes: 8_410,
    sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    about: [{ kind: "risk", id: "AS-2026/R-0010" }],
  },
];

export function evidence(past: Past): Part<"evidence"> {
  const rows: EvidenceRow[] = SEEDS.map((seed) => row({ id: seed.number, ...seed }));
  const tell = (command: string, number: string, words: string) =>
    past.tell({
      recorded_at: new Date().toISOString(),
      by: "dana",
      command,
      kind: "evidence",
      record: number,
      words,
    });
  return {
    "evidence::list": ({ about }) => ({
      items: rows.filter((one) => about === undefined || isAbout(one, about)),
      largest_file: LARGEST_FILE,
    }),
    "evidence::add": ({ file, ...given }) => {
      const number = `E-${String(rows.length + 1).padStart(4, "0")}`;
      const stored = file && { file_name: file.name, bytes: Math.round(file.base64.length * 0.75) };
      const made = row({ id: number, number, ...given, ...stored });
      rows.unshift(made);
      tell("evidence::add", number, `Recorded ${number} ${given.title}.`);
      return made;
    },
    "evidence::save": ({ number, based_on_revision, ...change }) => {
      const found = find(rows, (one) => one.evidence.number === number);
      if (found.revision !== based_on_revision) throw new Failure("conflict", "");
      Object.assign(found, row({ ...found.evidence, ...change }));
      found.revision = based_on_revision + 1;
      tell("evidence::save", number, `Changed the particulars of ${number}.`);
      return found;
    },
    "evidence::remove": ({ number }) => {
      const found = find(rows, (one) => one.evidence.number === number);
      rows.splice(rows.indexOf(found), 1);
      tell("evidence::remove", number, `Took ${number} off the register.`);
      return {};
    },
  };
}

function row(evidence: Evidence): EvidenceRow {
  // The core leaves an empty list out.
  if (evidence.about?.length === 0) delete (evidence as Partial<Evidence>).about;
  return { evidence, stored: evidence.file_name !== undefined, used_by: [], revision: 1 };
}

function isAbout(row: EvidenceRow, { kind, id }: RecordName): boolean {
  return (row.evidence.about ?? []).some((one) => one.kind === kind && one.id === id);
}
