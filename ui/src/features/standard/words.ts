/** How a standard stands, as words, tone and sign. */
import type { FrameworkRow } from "../../backend";
import type { StateWords } from "../../shared/state/words";

export function standing({ current }: FrameworkRow): StateWords {
  return current
    ? { words: "Current", tone: "met", icon: "met" }
    : { words: "Superseded", tone: "open", icon: "stale" };
}

/** Whether a policy may rest on it for 45 CFR 171.203(d)(3). */
export function qualifies({ serves_d3 }: FrameworkRow): StateWords {
  return serves_d3
    ? { words: "Counts", tone: "met", icon: "met" }
    : { words: "Does not count", tone: "quiet", icon: "none" };
}

export function nameOf({ name, version }: FrameworkRow): string {
  return `${name} ${version}`.trim();
}
