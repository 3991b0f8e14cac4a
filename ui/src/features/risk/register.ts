/** The risk register as a table: which columns, how each sorts, and which risks a filter shows. */
import type { Level, RiskRow } from "../../backend";
import type { RiskShow } from "../../routes";
import { levelOr, stepOr } from "../../shared/level/levels";
import { COVERAGE } from "../../shared/state/words";
import type { Column } from "../../shared/table/rows";

export type RiskFilter = { likelihood?: Level; impact?: Level; show?: RiskShow };

export const SHOWS: Record<RiskShow, string> = {
  not_rated: "Not rated",
  above_tolerance: "Above tolerance",
  no_plan: "Above tolerance, no plan",
};

/** Whether the risk is above what the organization accepts without a plan. */
export function aboveTolerance(risk: RiskRow, tolerance: Level): boolean {
  return risk.status !== "closed" && stepOr(risk.level) > stepOr(tolerance);
}

/** Whether nothing is done about a risk that is above tolerance. */
export function withoutPlan(risk: RiskRow, tolerance: Level): boolean {
  const handled = risk.status === "treatment_planned" || risk.status === "accepted";
  return aboveTolerance(risk, tolerance) && !handled && risk.treatment === "No plan";
}

/** The risks that pass the filter: a place of the heat map, or a question. */
export function ofFilter(risks: RiskRow[], filter: RiskFilter, tolerance: Level): RiskRow[] {
  const { likelihood, impact, show } = filter;
  return risks.filter(
    (risk) =>
      (likelihood === undefined || risk.likelihood === likelihood) &&
      (impact === undefined || risk.impact === impact) &&
      (show === undefined || SHOWN[show](risk, tolerance)),
  );
}

const SHOWN: Record<RiskShow, (risk: RiskRow, tolerance: Level) => boolean> = {
  not_rated: (risk) => risk.level === null,
  above_tolerance: aboveTolerance,
  no_plan: withoutPlan,
};

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
    text: (risk) => (risk.likelihood ? levelOr(risk.likelihood) : "—"),
    sortBy: (risk) => stepOr(risk.likelihood),
    first: "descending",
  },
  impact: {
    id: "impact",
    title: "Impact",
    text: (risk) => (risk.impact ? levelOr(risk.impact) : "—"),
    sortBy: (risk) => stepOr(risk.impact),
    first: "descending",
  },
  level: {
    id: "level",
    title: "Level",
    text: (risk) => levelOr(risk.level),
    // Risks of one level are ordered by the product of the two 0 to 10 values.
    sortBy: (risk) => stepOr(risk.level) * 1000 + risk.rank_score,
    first: "descending",
  },
  plan: {
    id: "plan",
    title: "What is done",
    text: (risk) => risk.treatment,
    sortBy: (risk) => risk.treatment,
  },
  policies: {
    id: "policies",
    title: "Policies",
    text: (risk) => `${risk.policies.join(" ")} ${COVERAGE[risk.coverage].words}`,
  },
  owner: { id: "owner", title: "Owner", text: (risk) => risk.owner, sortBy: (risk) => risk.owner },
} satisfies Record<string, Column<RiskRow>>;
