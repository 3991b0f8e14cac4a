/** NIST SP 800-30 Rev. 1, tables G-5 and I-2, as the core looks them up. */
import type { Level, RateRequest, Rating } from "../../src/backend";

const SCALE: Level[] = ["very_low", "low", "moderate", "high", "very_high"];
const VALUES = [0, 2, 5, 8, 10];
/** Rows and columns from very low to very high. */
const G5 = [
  [0, 0, 1, 1, 1],
  [0, 1, 1, 2, 2],
  [1, 1, 2, 2, 3],
  [1, 2, 2, 3, 4],
  [1, 2, 3, 4, 4],
];
const I2 = [
  [0, 0, 0, 1, 1],
  [0, 1, 1, 1, 2],
  [0, 1, 2, 2, 3],
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4],
];

export function rate({ initiation, adverse, impact }: RateRequest): Rating {
  const likelihood = G5[step(initiation)]?.[step(adverse)] ?? 0;
  const highest = Math.max(step(impact.c), step(impact.i), step(impact.a));
  return {
    likelihood: level(likelihood),
    impact: level(highest),
    level: level(I2[likelihood]?.[highest] ?? 0),
    rank_score: (VALUES[likelihood] ?? 0) * (VALUES[highest] ?? 0),
  };
}

const step = (of: Level) => SCALE.indexOf(of);
const level = (of: number) => SCALE[of] ?? "very_low";
