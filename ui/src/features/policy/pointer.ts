/** Places within a version: from the core's JSON pointer to what the page shows there. */
import type { PolicyVersion } from "../../backend";
import { fieldId, partsOf } from "../../shared/form/place";

/** Fields that stand in a section of another name. */
const SECTION_OF: Record<string, string> = {
  review_months: "reviews",
  review_triggers: "reviews",
  incorporates: "timeframes",
  approvals: "life",
  effective_from: "life",
  next_review: "life",
};

/** The section that holds a field. */
export function sectionOf(path: string): string {
  const [field = ""] = partsOf(path);
  return SECTION_OF[field] ?? field;
}

/** The number of the row that a pointer names: "/statements/2/text" → "S-03". */
export function rowOf(path: string, version: PolicyVersion): string | undefined {
  const [field = "", place = ""] = partsOf(path);
  const rows = { statements: version.statements, timeframes: version.timeframes ?? [] }[field];
  const numbered = rows ?? (field === "parameters" ? (version.parameters ?? []) : []);
  return place === "" ? undefined : numbered[Number(place)]?.number;
}

/** The ids to look for, the most exact first: the field, what it is part of, its row, its section. */
export function idsOf(path: string, version: PolicyVersion): string[] {
  const all = partsOf(path);
  const fields = all.map((_, cut) => fieldId(all.slice(0, all.length - cut).join("/")));
  const row = rowOf(path, version);
  // The whole list is less exact than the row in it.
  const exact = fields.slice(0, row ? -1 : undefined);
  return [...exact, ...(row ? [row] : []), sectionOf(path)];
}
