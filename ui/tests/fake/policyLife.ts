/** The life of the fake's policy versions: what keeps one back, and from draft into force and out of it. */
import type {
  Approval,
  Capacity,
  Gates,
  GateRow,
  PolicyVersion,
  Rejection,
  VersionAct,
  VersionStatus,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Core } from "./core";
import type { FakeLibrary } from "./library";
import { lint } from "./lint";
import type { Register } from "./people";

type Acts = Pick<
  Core,
  `policy::${"gates" | "submit" | "send_back" | "approve" | "approve_by_document" | "approve_on_paper" | "publish" | "review" | "retire"}`
>;

/** The only file that the fake takes for a signed copy. */
export const SIGNED = "signed copy";

const TODAY = "2026-11-21";
const HASH = "4be1a07c55d2e9810f3c6a7b8d9e0f112233445566778899aabbccddeeff0011";

export class PolicyLives {
  #library: FakeLibrary;
  #staff: Register;

  constructor(library: FakeLibrary, staff: Register) {
    this.#library = library;
    this.#staff = staff;
  }

  acts(): Acts {
    return {
      "policy::gates": ({ policy, version }) => this.#gates(policy, version),
      "policy::submit": ({ policy, version, effective_from, next_review }) => {
        if (effective_from < TODAY)
          throw wrong("effective_from", "too_early", "Choose today or a later day.");
        const missing = this.#gates(policy, version).rows.filter((row) => !row.warning);
        if (missing.length > 0) throw new Failure("invalid", "The version is not complete.");
        const next = next_review ?? `${Number(effective_from.slice(0, 4)) + 1}-06-01`;
        return this.#move(policy, version, "in_review", { effective_from, next_review: next });
      },
      "policy::send_back": ({ policy, version, reason }) => {
        const rejection: Rejection = { reason, by: this.#you.number, on: TODAY };
        const { rejections } = this.#version(policy, version);
        const back = { effective_from: undefined, next_review: undefined, approvals: [] };
        const all = [...(rejections ?? []), rejection];
        return this.#move(policy, version, "draft", { ...back, rejections: all });
      },
      "policy::approve": ({ policy, version, capacity, statement, content_hash }) => {
        if (content_hash !== HASH) throw new Failure("conflict", "");
        const by = this.#you.number;
        return this.#approved(policy, version, {
          by,
          capacity,
          on: TODAY,
          statement,
          content_hash,
        });
      },
      "policy::approve_by_document": ({ policy, version, person, document, file, ...given }) => {
        if (atob(file) !== SIGNED)
          throw wrong("file", "not_this", "This is not the file that was sent.");
        const means = {
          kind: "signed_pdf" as const,
          document,
          sha256: HASH,
          signer: "R. Castellan",
        };
        const one = { ...given, by: person, on: TODAY, content_hash: HASH, means };
        return this.#approved(policy, version, one);
      },
      "policy::approve_on_paper": ({ policy, version, person, evidence, hash, ...given }) => {
        if (!HASH.startsWith(hash.toLowerCase()))
          throw wrong("hash", "not_this", "The signed pages show another content hash.");
        const means = { kind: "wet_ink" as const, evidence };
        return this.#approved(policy, version, { ...given, by: person, content_hash: HASH, means });
      },
      "policy::publish": ({ policy, version }) => this.#move(policy, version, "effective", {}),
      "policy::review": ({ policy, outcome, next_review }) => {
        const { version } = this.#library.named(policy);
        const reviews = [...version.reviews, { on: TODAY, by: this.#you.number, outcome }];
        return this.#move(policy, version.number, "effective", { reviews, next_review });
      },
      "policy::retire": ({ policy, last_day }) => {
        const { version } = this.#library.named(policy);
        this.#move(policy, version.number, "retired", { effective_to: last_day });
        return {};
      },
    };
  }

  get #you() {
    return find(this.#staff.rows, ({ person }) => person.login === this.#staff.you).person;
  }

  #approved(policy: string, version: string, one: Approval): Gates {
    const approvals = [...this.#version(policy, version).approvals, one];
    const { name } = find(this.#staff.rows, ({ person }) => person.number === one.by).person;
    const { capacity, on, means } = one;
    const words = means ? means.kind : null;
    this.#library
      .named(policy, version)
      .approvals.push({ name, capacity, on, means: words, imported_from: null });
    const last = lackingOf(approvals).length === 0;
    return this.#move(policy, version, last ? "approved" : "in_review", { approvals });
  }

  #version(policy: string, version: string): PolicyVersion {
    return this.#library.named(policy, version).version;
  }

  #move(
    policy: string,
    number: string,
    status: VersionStatus,
    part: Partial<PolicyVersion>,
  ): Gates {
    const one = this.#library.named(policy, number);
    this.#library.put(one, { ...one.version, ...part, status });
    return this.#gates(policy, number);
  }

  #gates(policy: string, number: string): Gates {
    const { version, versions, revision } = this.#library.named(policy, number);
    const { status } = version;
    const reviewed = status === "in_review";
    const lacking = reviewed ? lackingOf(version.approvals) : [];
    const drafting = versions.some(
      (one) => !["approved", "effective", "retired"].includes(this.#version(policy, one).status),
    );
    return {
      policy,
      version: number,
      status,
      content_hash: status === "draft" ? null : HASH,
      rows: ["draft", "in_review", "approved"].includes(status) ? rowsOf(version) : [],
      lacking,
      may_approve: lacking.filter((one) => capacityOf(this.#you.access) === one),
      acts: actsOf(status, drafting),
      revision,
    };
  }
}

function capacityOf(access: readonly string[]): Capacity | undefined {
  if (access.includes("official")) return "security_official";
  return access.includes("executive") ? "executive" : undefined;
}

function lackingOf(approvals: readonly { capacity: Capacity }[]): Capacity[] {
  const needed: Capacity[] = ["security_official", "executive"];
  return needed.filter((capacity) => !approvals.some((one) => one.capacity === capacity));
}

function actsOf(status: VersionStatus, drafting: boolean): VersionAct[] {
  const begin: VersionAct[] = drafting ? [] : ["begin"];
  if (status === "draft") return ["save", "discard", "submit"];
  if (status === "in_review") return ["send_back", "approve"];
  if (status === "approved") return ["publish", ...begin];
  return status === "effective" ? [...begin, "review", "retire"] : begin;
}

/** A few of the core's gates: enough to show each kind of place. */
function rowsOf(version: PolicyVersion): GateRow[] {
  const statements = version.statements.flatMap(({ number, text, risks }, at) => [
    ...lint(text).findings.map(() =>
      row(`/statements/${at}/text`, "time", number, "a time is not objective (subjective word)."),
    ),
    ...((risks ?? []).length === 0
      ? [row(`/statements/${at}/risks`, "duty_alone", number, "link a risk.")]
      : []),
    ...(risks ?? []).flatMap((link, place) =>
      link.effect
        ? []
        : [
            row(
              `/statements/${at}/risks/${place}/effect`,
              "effect_missing",
              link.risk,
              "say what following the statement does to this risk.",
            ),
          ],
    ),
  ]);
  const training =
    version.training.trim() === ""
      ? [row("/training", "section_empty", "", "write this section.")]
      : [];
  const monitoring =
    version.monitoring.trim() === ""
      ? [{ ...row("/monitoring", "section_empty", "", "write this section."), warning: true }]
      : [];
  return [...training, ...monitoring, ...statements];
}

function row(path: string, code: string, subject: string, sentence: string): GateRow {
  const words = subject === "" ? sentence : `${subject}: ${sentence}`;
  return { path, code, subject, words, warning: false };
}

function wrong(field: string, code: string, message: string): Failure {
  return new Failure("invalid", "", null, [{ field, code, message }]);
}
