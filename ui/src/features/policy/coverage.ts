/** Coverage of the register in words, and the page's order and filter. */
import type {
  CoverageLack,
  CoverageState,
  CoverageView,
  RiskCoverage,
  Standing,
} from "../../backend";
import type { StateWords } from "../../shared/state/words";

/** What keeps a risk from being covered, and what to do about it. */
export const LACKS: Record<CoverageLack, string> = {
  no_statement: "No statement of a policy answers it. Link one.",
  only_draft: "Only a version that is not in force yet answers it. Put that version into force.",
  version_ended: "Only a version that is over answered it. Begin a new one.",
  rerated:
    "It was rated higher since the policy was last held against the register. Review the policy.",
  effect_not_stated: "The link does not say what the statement does to it. Say it.",
  times_not_objective: "The policy lacks objective times in its phases. Write them.",
  above_tolerance:
    "It is above your tolerance, without a plan that runs or an acceptance that holds.",
  not_rated: "It is not rated yet. Rate it.",
};

export const STANDINGS: Record<Standing, StateWords> = {
  in_force: { words: "In force", tone: "met", icon: "met" },
  to_come: { words: "Not in force yet", tone: "open", icon: "clock" },
  ended: { words: "Over", tone: "quiet", icon: "none" },
};

export type ThreatRow = {
  threat: string;
  name: string;
  state: CoverageState;
  risks: RiskCoverage[];
};

/** What is worst comes first. */
const ORDER: CoverageState[] = ["uncovered", "stale", "partly_covered", "covered"];

/** The threats with their risks, the least covered first. */
export function threatRows({ coverage, threats }: CoverageView): ThreatRow[] {
  return coverage.threats
    .map(({ threat, state, risks }) => ({
      threat,
      name: threats[threat] ?? threat,
      state,
      risks: coverage.risks.filter((one) => risks.includes(one.risk)),
    }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

export function countOf(rows: readonly ThreatRow[], state: CoverageState): number {
  return rows.filter((row) => row.state === state).length;
}
