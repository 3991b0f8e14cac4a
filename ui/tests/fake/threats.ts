/** Some threats of the catalogue, and what the fake clinic decided. */
import type { NamedId, Proposal, SourceClass, ThreatRow } from "../../src/backend";
import { Failure } from "../../src/backend";
import type { FakeAssessment } from "./assessment";
import { find, type Part } from "./core";
import type { Past } from "./past";

type Seed = [name: string, source: SourceClass, answer?: ThreatRow["answer"], impermissible?: true];

const SEEDS: Seed[] = [
  ["Ransomware through a stolen sign-in", "adversarial", "applicable"],
  ["Social engineering of the front desk", "adversarial"],
  ["Theft of a laptop", "adversarial", "applicable"],
  ["Looking up a coworker's record", "adversarial", undefined, true],
  ["Message to the wrong patient", "accidental", undefined, true],
  ["Loss of a portable disk", "accidental", "unsure"],
  ["Failure of a storage device", "structural"],
  ["Software without patches", "structural"],
  ["Flood", "environmental", "not_applicable"],
  ["Winter storm", "environmental"],
];

export function threat(work: FakeAssessment, past: Past): Part<"threat"> {
  const rows = SEEDS.map(rowOf);
  const named = (id: string) => find(rows, (row) => row.id === id);
  const added = new Set<string>();
  return {
    "threat::list": () => ({
      assessment: work.number,
      open: work.open,
      catalogue: "2026-09-17",
      threats: rows,
    }),
    "threat::decide": ({ threat: id, answer, reason, based_on_revision }) => {
      if (!work.open) throw new Failure("frozen", "");
      const row = named(id);
      if (row.revision !== based_on_revision) throw new Failure("conflict", "");
      if (answer === "not_applicable" && (reason ?? "").length < 20)
        throw new Failure("invalid", "");
      const old = { answer: row.answer, reason: row.reason };
      const put = (change: typeof old) => {
        Object.assign(row, change, { carried: false });
        row.revision += 1;
      };
      const wanted = { answer, reason: reason ?? null };
      put(wanted);
      past.did(
        "threat::decide",
        { kind: "threat_disposition", id: `${work.number}/${id}` },
        `decision about ${id}`,
        () => put(old),
        () => put(wanted),
      );
      return { number: id, revision: row.revision };
    },
    "threat::save_own": ({ id, ...change }) => {
      if (id !== undefined) {
        Object.assign(named(id), change);
        return { number: id, revision: 1 };
      }
      const number = `TX-0${rows.filter((one) => one.own).length + 1}`;
      const row = rowOf([change.name, change.source_class], 0);
      rows.push({ ...row, ...change, id: number, own: true, revision: 0 });
      return { number, revision: 1 };
    },
    "threat::remove_own": ({ id }) => {
      rows.splice(rows.indexOf(named(id)), 1);
      return {};
    },
    "threat::propose": () => ({
      proposals: rows.flatMap((row) => proposalsOf(row, added)),
      without: [],
      unrated_assets: [{ id: "A-009", name: "Fax server" }],
      most_assets: 5,
    }),
    "threat::add_risks": ({ risks }) => ({
      numbers: risks.map(({ threat: id, asset }) => {
        added.add(`${id} ${asset}`);
        const number = `R-${String(100 + added.size).padStart(4, "0")}`;
        named(id).risks.push(number);
        return number;
      }),
    }),
  };
}

const WEAK: NamedId[] = [{ id: "V-04", name: "Sign-in without a second factor" }];

function rowOf([name, source_class, answer, impermissible]: Seed, place: number): ThreatRow {
  return {
    id: `T-${String(place + 1).padStart(3, "0")}`,
    name,
    description: `${name}, so that records are read, wrong or out of reach.`,
    source_class,
    source: source_class === "adversarial" ? "criminal group" : "",
    hicp_threat: place === 0 ? "Ransomware attacks" : null,
    cia: ["C", "A"],
    impermissible_use: impermissible ?? false,
    own: false,
    answer: answer ?? null,
    reason: answer === "not_applicable" ? "Both sites stand 60 feet above the lake." : null,
    carried: false,
    vulnerabilities: WEAK,
    conditions: [],
    safeguards: ["45 CFR 164.312(d)"],
    risks: [],
    revision: answer ? 1 : 0,
  };
}

function proposalsOf({ id, name, answer }: ThreatRow, added: ReadonlySet<string>): Proposal[] {
  if (answer !== "applicable") return [];
  const assets = [
    ["A-001", "Electronic health record"],
    ["A-002", "Laptops"],
  ] as const;
  return assets
    .filter(([asset]) => !added.has(`${id} ${asset}`))
    .map(([asset, asset_name]) => ({
      threat: id,
      threat_name: name,
      asset,
      asset_name,
      vulnerabilities: WEAK,
      conditions: [],
      because: `${asset_name} holds 18,400 records and its loss of confidentiality would be severe.`,
    }));
}
