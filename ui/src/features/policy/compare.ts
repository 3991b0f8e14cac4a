/** Two versions side by side: which two, and what differs by section. */
import type { ComparedSection } from "../../backend";

export type Pair = { from: string; to: string };

/** The two that were asked for, else the last and the one before it. */
export function pairOf(versions: readonly string[], asked: Partial<Pair>): Pair {
  const to = asked.to ?? versions.at(-1) ?? "";
  const before = versions[versions.indexOf(to) - 1];
  return { from: asked.from ?? before ?? to, to };
}

export type SectionRows = { section: string; rows: ComparedSection[] };

/** The sections in their order, each with its rows; the core calls the section of reviews `review`. */
export function bySection(sections: readonly ComparedSection[]): SectionRows[] {
  const found = new Map<string, ComparedSection[]>();
  for (const one of sections) {
    const section = one.section === "review" ? "reviews" : one.section;
    found.set(section, [...(found.get(section) ?? []), one]);
  }
  return [...found].map(([section, rows]) => ({ section, rows }));
}
