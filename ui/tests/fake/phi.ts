import type { Looked, PhiSign } from "../../src/backend";

const SIGNS: [RegExp, PhiSign["kind"], string][] = [
  [
    /\b\d{3}-\d{2}-\d{4}\b/g,
    "social_security_number",
    "This looks like a Social Security number. Leave it out; write “one patient” instead.",
  ],
  [
    /\bMRN[ :#]*\d{5,}\b/gi,
    "medical_record_number",
    "This looks like a medical record number. Write what happened, not to whom.",
  ],
];

export function look(text: string): Looked {
  const signs = SIGNS.flatMap(([pattern, kind, message]) =>
    [...text.matchAll(pattern)].map((found) => ({
      start: [...text.slice(0, found.index)].length,
      length: [...found[0]].length,
      kind,
      message,
    })),
  );
  return { signs };
}
