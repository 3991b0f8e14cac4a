/** What the rows of a policy are chosen from. */
import type { FrameworkRow, Phase } from "../../../backend";
import type { Choice } from "../../../shared/pick/names.svelte";
import { frameworkShort } from "../rows";
import type { EffectKind } from "./content";

export const PHASES: { value: Phase; label: string }[] = [
  { value: "identify", label: "Identify: notice and triage" },
  { value: "respond", label: "Respond: contain and tell" },
  { value: "address", label: "Address: restore and mend" },
  { value: "govern", label: "Upkeep of the policy" },
];

export const EFFECT_KINDS: { value: EffectKind | ""; label: string }[] = [
  { value: "", label: "Choose what it does" },
  { value: "lowers_likelihood", label: "Lowers the likelihood" },
  { value: "lowers_impact", label: "Lowers the impact" },
  { value: "detects", label: "Detects" },
  { value: "recovers", label: "Helps to recover" },
];

export const LEVELS_LOWERED = ["1", "2", "3", "4"].map((value) => ({
  value,
  label: value === "1" ? "by 1 level" : `by ${value} levels`,
}));

export const SEVERITIES = [
  { value: "", label: "All severities" },
  ...["1", "2", "3", "4"].map((value) => ({ value, label: `Severity ${value}` })),
];

const LIMITS = ["within", "no later than", "every", "for", "before", "at least"];
const UNITS = ["minutes", "hours", "calendar days", "business days", "weeks", "months", "years"];
const SIGNS = [
  { value: ">=", label: "≥ at least" },
  { value: ">", label: "> more than" },
  { value: "=", label: "= exactly" },
  { value: "<", label: "< less than" },
  { value: "<=", label: "≤ at most" },
  { value: "in", label: "one of a list" },
];

export const limits = (now: string): Choice[] => withNow(plain(LIMITS), now);
export const units = (now: string): Choice[] => withNow(plain(UNITS), now);
export const signs = (now: string): Choice[] => withNow(SIGNS, now);

/** The standards that statements may follow; what is superseded or does not count says so. */
export function frameworkChoices(rows: readonly FrameworkRow[], now: string): Choice[] {
  const names = namesOf(rows);
  const choices = rows.map((row) => ({
    value: row.id,
    label: `${frameworkShort(row.id, names)}${standing(row)}`,
  }));
  return withNow(choices, now);
}

/** Names of standards by their ids. */
export function namesOf(rows: readonly FrameworkRow[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ id, name, version }) => [id, `${name} ${version}`.trim()]));
}

function standing({ current, serves_d3 }: FrameworkRow): string {
  if (!current) return " (superseded)";
  return serves_d3 ? "" : " (does not count for 171.203(d)(3))";
}

/** Roles of the policy; one that a row names and the policy does not list stays readable. */
export function roleChoices(roles: readonly string[], now: string): Choice[] {
  const listed = [...new Set(roles.filter((role) => role.trim() !== ""))];
  return withNow([{ value: "", label: "Choose a role" }, ...plain(listed)], now);
}

function plain(values: readonly string[]): Choice[] {
  return values.map((value) => ({ value, label: value }));
}

/** What stands in the row now stays among the choices. */
function withNow(choices: readonly Choice[], now: string): Choice[] {
  const known = choices.some(({ value }) => value === now);
  return known ? [...choices] : [...choices, { value: now, label: now }];
}
