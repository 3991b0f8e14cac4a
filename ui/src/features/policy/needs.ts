/** What the assessment asks for, sorted and in words. */
import type { Recommendation } from "../../backend";
import { levelWords, stepOr } from "../../shared/level/levels";
import { count } from "../../shared/text/count";

/** Policies that are needed and of which no version exists, the highest risk first. */
export function unwritten(all: readonly Recommendation[]): Recommendation[] {
  return all
    .filter((one) => one.needed && one.newest === undefined)
    .sort((a, b) => stepOr(b.highest) - stepOr(a.highest));
}

/** Policies that this organization does not need as it is, and has not written. */
export function unneeded(all: readonly Recommendation[]): Recommendation[] {
  return all.filter((one) => !one.needed && one.newest === undefined);
}

/** "4 safeguards ask for it; 2 risks, the highest high". */
export function whyWords({ safeguards, risks, highest }: Recommendation): string {
  const n = safeguards.length;
  const asks = `${count(n, "safeguard")} ${n === 1 ? "asks" : "ask"} for it`;
  if (risks.length === 0) return `${asks}; no open risk needs it`;
  const level = highest ? levelWords(highest).toLowerCase() : "not rated yet";
  return `${asks}; ${count(risks.length, "risk")}, the highest ${level}`;
}
