/** The faults that the core names by field, brought to the fields of a form. */
import type { Failure } from "../../backend";

/** What the core says of the field, or null; nested fields go by their last name. */
export function problemOf(failure: Failure | null, field: string): string | null {
  return failure?.fields.find((one) => lastName(one.field) === field)?.message ?? null;
}

/** What the core says of fields that the form does not show. */
export function otherProblems(failure: Failure | null, shown: readonly string[]): string[] {
  const others = failure?.fields.filter((one) => !shown.includes(lastName(one.field))) ?? [];
  return others.map((one) => one.message);
}

function lastName(field: string): string {
  return field.split(/[./]/).filter(Boolean).pop() ?? field;
}
