/** The fake's library of policies: reading, saving, and what the catalogue asks for. */
import type { Drafted, PolicyDetail, PolicyRow, PolicyVersion } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";
import { comparison, coverage } from "./coverage";
import { lint } from "./lint";
import { merged } from "./merge";
import type { Past } from "./past";
import type { Register } from "./people";
import { policyDetail, policyRows } from "./policies";
import { PolicyLives } from "./policyLife";
import { drafted, LEFT_OUT, recommended } from "./recommended";
import { registers } from "./registers";

export function policy(past: Past, staff: Register): Part<"policy"> {
  const library = new FakeLibrary();
  const lives = new PolicyLives(library, staff);
  return {
    "policy::list": () => ({ policies: library.rows }),
    "policy::get": ({ number, version }) => library.shown(number, version),
    "policy::lint": ({ text }) => lint(text),
    "policy::save_statement": ({ statement, text, based_on_revision, ...name }) => {
      const { version } = library.named(name.policy, name.version);
      const statements = version.statements.map((one) =>
        one.number === statement ? { ...one, text } : one,
      );
      const content = { ...version, statements };
      const label = `text of ${statement} in ${name.policy}`;
      return { revision: save(name.policy, content, based_on_revision, label).revision };
    },
    "policy::save": ({ policy, content, based_on_revision }) =>
      save(policy, content, based_on_revision, `content of ${policy} ${content.number}`),
    "policy::recommend": () => ({ assessment: "AS-2026", policies: recommended(library.rows) }),
    "policy::draft": ({ number }) => {
      if (library.rows.some((one) => one.number === number)) throw new Failure("exists", "");
      const { title } = find(recommended([]), (one) => one.policy === number);
      library.add(drafted(number, title));
      return { number, version: "1.0", left_out: LEFT_OUT, links_lost: 0 };
    },
    "policy::begin": ({ number, change_reason }) => library.begin(number, change_reason),
    "policy::discard": ({ policy, version }) => library.discard(policy, version),
    ...lives.acts(),
    ...registers(library),
    "policy::coverage": ({ on }) => coverage(on),
    "policy::compare": ({ policy, from, to }) =>
      comparison(library.named(policy, from).version, library.named(policy, to).version),
  };

  function save(number: string, content: PolicyVersion, based: number, label: string) {
    const one = library.named(number, content.number);
    if (one.version.status !== "draft") throw new Failure("frozen", "");
    const old = one.version;
    const both = merged(library.at(one, based), content, old);
    const put = (version: PolicyVersion) => library.put(one, version);
    put(both);
    const record = { kind: "policy_version", id: `${number}/${content.number}` };
    past.did(
      "policy::save",
      record,
      label,
      () => put(old),
      () => put(both),
    );
    return library.shown(number, content.number);
  }
}

export class FakeLibrary {
  rows: PolicyRow[] = policyRows();
  #details = new Map<string, PolicyDetail>();
  #before = new Map<string, PolicyVersion>();

  named(number: string, asked?: string): PolicyDetail {
    const version = asked ?? this.rows.find((one) => one.number === number)?.version ?? "1.1";
    const key = `${number}/${version}`;
    const one = this.#details.get(key) ?? policyDetail(number, version);
    this.#details.set(key, one);
    return one;
  }

  /** With what the linter finds now. */
  shown(number: string, version?: string): PolicyDetail {
    const one = this.named(number, version);
    return one.version.status === "draft" ? { ...one, findings: findingsOf(one) } : one;
  }

  /** The content as it was at a revision. */
  at(one: PolicyDetail, revision: number): PolicyVersion {
    return this.#before.get(`${idOf(one)} ${revision}`) ?? one.version;
  }

  put(one: PolicyDetail, version: PolicyVersion): void {
    this.#before.set(`${idOf(one)} ${one.revision}`, one.version);
    one.version = version;
    one.revision += 1;
    const row = this.rows.find(
      ({ number, version }) => number === one.row.number && version === one.version.number,
    );
    if (row) row.status = version.status;
    one.row = { ...one.row, status: version.status };
  }

  add(one: PolicyDetail): void {
    this.#details.set(idOf(one), one);
    this.rows = [...this.rows, one.row];
  }

  begin(number: string, change_reason: string): Drafted {
    const before = this.named(number);
    const next = `${Math.trunc(Number(before.version.number)) + 1}.0`;
    const versions = [...before.versions, next];
    const version: PolicyVersion = {
      ...structuredClone(before.version),
      number: next,
      status: "draft",
      change_reason,
      effective_from: undefined,
      next_review: undefined,
      approvals: [],
    };
    before.versions = versions;
    this.#details.set(`${number}/${next}`, { ...before, versions, version, approvals: [] });
    return { number, version: next, left_out: [], links_lost: 1 };
  }

  discard(number: string, version: string): Record<string, never> {
    const one = this.named(number, version);
    if (one.version.status !== "draft") throw new Failure("frozen", "");
    this.#details.delete(idOf(one));
    const left = one.versions.filter((other) => other !== version);
    if (left.length === 0) this.rows = this.rows.filter((row) => row.number !== number);
    else
      this.rows = this.rows.map((row) =>
        row.number === number ? { ...row, version: left.at(-1) ?? "", status: "effective" } : row,
      );
    return {};
  }
}

function idOf({ row, version }: PolicyDetail): string {
  return `${row.number}/${version.number}`;
}

function findingsOf({ version }: PolicyDetail): PolicyDetail["findings"] {
  return version.statements.flatMap(({ number, text }) =>
    lint(text).findings.map((finding) => ({ section: "statements", item: number, finding })),
  );
}
