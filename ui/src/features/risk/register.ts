/** The risk register as a table: which columns, and how each sorts. */
import type { CiaImpact, Level, RiskRow } from "../../backend";
import { LEVELS, levelStep, levelWords } from "../../shared/level/levels";
import { COVERAGE } from "../../shared/state/words";
import type { Column } from "../../shared/table/rows";

/** The highest of the three impacts: the one that counts. */
export function highestImpact(impact: CiaImpact): Level {
  const step = Math.max(levelStep(impact.c), levelStep(impact.i), levelStep(impact.a));
  return LEVELS[step - 1] ?? "very_low";
}

/** The risks of one place of the heat map. */
export function ofPlace(risks: RiskRow[], likelihood?: Level, impact?: Level): RiskRow[] {
  return risks.filter(
    (risk) =>
      (likelihood === undefined || risk.likelihood === likelihood) &&
      (impact === undefined || highestImpact(risk.impact) === impact),
  );
}

/** Every column of the register; the page puts the cells in. */
export const COLUMNS = {
  number: {
    id: "number",
    title: "Risk",
    text: (risk) => risk.number,
    name: (risk) => risk.threat,
    sortBy: (risk) => risk.number,
  },
  what: {
    id: "what",
    title: "Threat and asset",
    text: (risk) => `${risk.threat} ${risk.asset}`,
    sortBy: (risk) => risk.threat,
  },
  likelihood: {
    id: "likelihood",
    title: "Likelihood",
    text: (risk) => levelWords(risk.likelihood),
    sortBy: (risk) => levelStep(risk.likelihood),
    first: "descending",
  },
  impact: {
    id: "impact",
    title: "Impact",
    text: (risk) => levelWords(highestImpact(risk.impact)),
    sortBy: (risk) => levelStep(highestImpact(risk.impact)),
    first: "descending",
  },
  level: {
    id: "level",
    title: "Level",
    text: (risk) => levelWords(risk.level),
    // Risks of one level are ordered by the product of the two 0 to 10 values.
    sortBy: (risk) => levelStep(risk.level) * 1000 + risk.rank_score,
    first: "descending",
  },
  policies: {
    id: "policies",
    title: "Policies",
    text: (risk) => `${risk.policies.join(" ")} ${COVERAGE[risk.coverage].words}`,
  },
  owner: { id: "owner", title: "Owner", text: (risk) => risk.owner, sortBy: (risk) => risk.owner },
} satisfies Record<string, Column<RiskRow>>;
