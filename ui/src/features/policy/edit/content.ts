/** The content of a version as the editor holds it: every list there, and what is sent to be saved. */
import type {
  Effect,
  Parameter,
  PolicyDetail,
  PolicyVersion,
  RiskLink,
  Statement,
  Timeframe,
} from "../../../backend";
import type { Stored } from "../../../shared/conflict/draft.svelte";

/** The id of a row that the workspace has not named yet. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** The content with the lists that the core leaves out while they are empty. */
export function stored({ version, revision }: PolicyDetail): Stored<PolicyVersion> {
  const fields: PolicyVersion = {
    ...version,
    scope: { ...version.scope, assets: version.scope.assets ?? [] },
    definitions: version.definitions ?? [],
    roles: version.roles ?? [],
    statements: (version.statements ?? []).map(whole),
    procedures: version.procedures ?? "",
    timeframes: version.timeframes ?? [],
    parameters: version.parameters ?? [],
    incorporates: version.incorporates ?? [],
    safeguards: version.safeguards ?? [],
    monitoring: version.monitoring ?? "",
    review_triggers: version.review_triggers ?? [],
    related: version.related ?? [],
    reviews: version.reviews ?? [],
    distribution: version.distribution ?? [],
    acknowledgements: version.acknowledgements ?? [],
    rejections: version.rejections ?? [],
    approvals: version.approvals ?? [],
  };
  return { fields, revision };
}

/** The content without the lines that hold nothing yet. */
export function savable(version: PolicyVersion): PolicyVersion {
  const written = (lines: string[]) => lines.filter((line) => line.trim() !== "");
  return {
    ...version,
    review_triggers: written(version.review_triggers),
    related: written(version.related),
  };
}

/** "S-15" after "S-14"; a number that was taken once is not given again while a later one stands. */
export function nextNumber(prefix: "S" | "T" | "P", taken: readonly { number: string }[]): string {
  const used = taken.map(({ number }) => Number(number.replace(/\D/g, "")) || 0);
  return `${prefix}-${String(Math.max(0, ...used) + 1).padStart(2, "0")}`;
}

export function newStatement({ statements, roles }: PolicyVersion): Statement {
  const role = roles[0]?.role ?? "";
  return {
    id: NO_ID,
    number: nextNumber("S", statements),
    role,
    text: role === "" ? "" : `${role} shall `,
    restricts_ehi: false,
    risks: [],
    safeguards: [],
    alignments: [],
  };
}

export function newTimeframe({ timeframes, roles }: PolicyVersion): Timeframe {
  return {
    number: nextNumber("T", timeframes),
    phase: "respond",
    role: roles[0]?.role ?? "",
    action: "",
    comparator: "within",
    quantity: 1,
    unit: "hours",
    trigger: "",
  };
}

export function newParameter({ parameters }: PolicyVersion): Parameter {
  const number = nextNumber("P", parameters);
  return { number, phase: "identify", name: "", comparator: ">=", value: "", unit: "" };
}

/** The sentence with another role at its front, if the role before stood there. */
export function withRole(statement: Statement, role: string): Statement {
  const { role: before, text } = statement;
  if (before !== "" && text.trimStart().startsWith(before)) {
    return { ...statement, role, text: `${role}${text.trimStart().slice(before.length)}` };
  }
  return { ...statement, role, text: text.trim() === "" ? `${role} shall ` : text };
}

/** The links to exactly these risks; what a link says of a risk that stays is kept. */
export function linkedTo(links: readonly RiskLink[], risks: readonly string[]): RiskLink[] {
  return risks.map((risk) => links.find((one) => one.risk === risk) ?? { risk });
}

/** What a statement may do to a risk. */
export const EFFECTS = ["lowers_likelihood", "lowers_impact", "detects", "recovers"] as const;
export type EffectKind = (typeof EFFECTS)[number];

export function kindOf(effect: Effect | undefined): EffectKind | "" {
  return EFFECTS.find((kind) => effect !== undefined && kind in effect) ?? "";
}

/** An effect of a kind: one level, or words that are still to be said. */
export function effectOf(kind: EffectKind | ""): Effect | undefined {
  switch (kind) {
    case "lowers_likelihood":
      return { lowers_likelihood: 1 };
    case "lowers_impact":
      return { lowers_impact: 1 };
    case "detects":
      return { detects: "" };
    case "recovers":
      return { recovers: "" };
    default:
      return undefined;
  }
}

function whole(statement: Statement): Statement {
  const { risks = [], safeguards = [], alignments = [] } = statement;
  return { ...statement, risks, safeguards, alignments };
}
