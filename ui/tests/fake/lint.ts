import type { Report } from "../../src/backend";

/** A few words and one form of timeframe: enough to show how the page follows the linter. */
export function lint(text: string): Report {
  const findings = text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/promptly|immediately|timely/g)].map((match) => ({
      line: index + 1,
      column: match.index + 1,
      length: match[0].length,
      text: match[0],
      code: "subjective_word" as const,
      level: "error" as const,
      suggestion: "Give a number, a unit and an event: “within 1 business day of containment”.",
    })),
  );
  const timeframes = [...text.matchAll(/within (\d+) hours of (\w+)/g)].map((match) => ({
    line: 1,
    column: match.index + 1,
    text: match[0],
    relation: "le" as const,
    quantity: Number(match[1]),
    unit: "hours" as const,
    trigger: match[2] ?? "",
    duration: `PT${match[1]}H`,
  }));
  return { findings, timeframes };
}
