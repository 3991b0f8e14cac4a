/** Elements that mappings relate to safeguards, as choices; a chosen one is a row of the statement. */
import type { Alignment, ElementProposal } from "../../../backend";
import type { Choice } from "../../../shared/pick/names.svelte";
import { frameworkShort } from "../rows";

export function proposalChoices(offered: readonly ElementProposal[]): Choice[] {
  return offered.map((one) => {
    const what = [frameworkShort(one.framework), one.element, one.title].filter(Boolean).join(" ");
    return { value: keyOf(one), label: `${what} — ${one.via.replace("45 CFR ", "")}` };
  });
}

/** The offered ones that the statement follows already. */
export function chosenOf(
  offered: readonly ElementProposal[],
  rows: readonly Alignment[],
): string[] {
  const keys = new Set(offered.map(keyOf));
  return rows.map(keyOf).filter((key) => keys.has(key));
}

/** The rows with exactly the chosen ones of those offered; rows that were not offered stay. */
export function withChosen(
  offered: readonly ElementProposal[],
  rows: readonly Alignment[],
  chosen: readonly string[],
): Alignment[] {
  const keys = new Set(offered.map(keyOf));
  const kept = rows.filter((row) => !keys.has(keyOf(row)) || chosen.includes(keyOf(row)));
  const there = new Set(rows.map(keyOf));
  const added = offered.filter((one) => chosen.includes(keyOf(one)) && !there.has(keyOf(one)));
  return [...kept, ...added.map(({ framework, element }) => ({ framework, element }))];
}

/** An id has no space, and no element begins with one. */
function keyOf({ framework, element }: { framework: string; element: string }): string {
  return `${framework} ${element}`;
}
