/** What the rows of a policy are chosen from. */
import type { Phase } from "../../../backend";
import type { Choice } from "../../../shared/pick/names.svelte";
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

/** Frameworks of the catalogue whose elements statements follow. */
const FRAMEWORKS = [
  { value: "nist-csf-2.0", label: "NIST CSF 2.0" },
  { value: "nist-800-53r5", label: "NIST SP 800-53 Rev. 5" },
  { value: "nist-800-66r2", label: "NIST SP 800-66 Rev. 2" },
  { value: "nist-800-63-4", label: "NIST SP 800-63-4" },
  { value: "cis-v8.1", label: "CIS Controls 8.1" },
  { value: "iso-27001-2022", label: "ISO/IEC 27001:2022" },
  { value: "hicp-2023", label: "HICP 2023" },
];

export const limits = (now: string): Choice[] => withNow(plain(LIMITS), now);
export const units = (now: string): Choice[] => withNow(plain(UNITS), now);
export const signs = (now: string): Choice[] => withNow(SIGNS, now);
export const frameworks = (now: string): Choice[] => withNow(FRAMEWORKS, now);

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
