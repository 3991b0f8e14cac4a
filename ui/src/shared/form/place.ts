/** Places within a record: from the core's JSON pointer to the field that shows it. */

/** The parts of a pointer: "/scope/assets" → "scope", "assets". */
export function partsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** The id of the element that holds a field: "/scope/assets" → "at-scope-assets". */
export function fieldId(path: string): string {
  return ["at", ...partsOf(path)].join("-");
}
