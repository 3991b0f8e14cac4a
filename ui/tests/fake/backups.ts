/** The fake's backups: three, and what restoring one would change. */
import type { BackupRow, KeptRecord, RestoreChange } from "../../src/backend";
import { find, type Part } from "./core";

const KEPT: KeptRecord[] = [
  {
    record: { kind: "policy_version", id: "POL-25/2.0" },
    title: "POL-25 API security version 2.0",
    reason: "It was approved since.",
  },
];
const CHANGES: RestoreChange[] = [
  {
    record: { kind: "risk", id: "R-0022" },
    title: "Flood in the server room",
    change: "goes_away",
    fields: [],
  },
  {
    record: { kind: "risk", id: "R-0010" },
    title: "Stolen laptop",
    change: "changes",
    fields: ["/initial/initiation", "/rationale"],
  },
  {
    record: { kind: "policy_version", id: "POL-11/2.0" },
    title: "Security incident response, version 2.0",
    change: "changes",
    fields: ["/statements"],
  },
  {
    record: { kind: "evidence", id: "E-0003" },
    title: "Letter of the cleaning firm",
    change: "comes_back",
    fields: [],
  },
];

export function backups(today = new Date()): Part<"backup"> {
  const back = (days: number) => new Date(today.getTime() - days * 86_400_000).toISOString();
  const row = (days: number, reason: BackupRow["reason"]): BackupRow => ({
    name: `lakeside ${back(days).slice(0, 10)} ${reason}`,
    made_at: back(days),
    bytes: 1_310_000 - days * 1000,
    reason,
  });
  const list = [row(1, "daily"), row(2, "request"), row(6, "migration")];
  return {
    "backup::list": () => ({
      backups: list,
      folder: "/home/dana/.local/share/riskwright/backups",
      keep_rule: "The last 7 days, 4 weeks and 12 months are kept; what somebody asked for stays.",
    }),
    "backup::make": () => {
      const made = { ...row(0, "request"), name: `lakeside ${list.length}` };
      list.unshift(made);
      return made;
    },
    "backup::preview": ({ name }) => ({
      backup: find(list, (one) => one.name === name),
      sequence: 410,
      current_sequence: 437,
      changes: CHANGES,
      kept: KEPT,
    }),
    "backup::restore": ({ name }) => {
      find(list, (one) => one.name === name);
      const before = row(0, "before_restore");
      list.unshift(before);
      return { changed: CHANGES.length, before, kept: KEPT };
    },
  };
}
