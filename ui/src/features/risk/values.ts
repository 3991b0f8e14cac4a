/** The five values of a rating while a person gives them: none until somebody chooses. */
import type { CiaImpact, Level, Likelihoods } from "../../backend";

export type Values = {
  initiation: Level | null;
  adverse: Level | null;
  c: Level | null;
  i: Level | null;
  a: Level | null;
};

const NONE: Values = { initiation: null, adverse: null, c: null, i: null, a: null };

export function valuesOf(rated: Likelihoods | null | undefined): Values {
  if (!rated) return { ...NONE };
  const { initiation, adverse, impact } = rated;
  return { initiation, adverse, ...impact };
}

/** The rating, once all five values are given. */
export function ratingOf({ initiation, adverse, c, i, a }: Values): Likelihoods | null {
  if (!initiation || !adverse || !c || !i || !a) return null;
  const impact: CiaImpact = { c, i, a };
  return { initiation, adverse, impact };
}

/** How many of the five values are given. */
export function given(values: Values): number {
  return Object.values(values).filter((one) => one !== null).length;
}
