/** States and conclusions as words, tone and sign. Never a claim of compliance. */
import type { ResultState, CoverageState, CriterionResult, VersionStatus } from "../../backend";
import type { IconName } from "../panel/Icon.svelte";

export type Tone = "met" | "open" | "fault" | "quiet";
export type StateWords = { words: string; tone: Tone; icon: IconName };

export const RESULTS: Record<CriterionResult, StateWords> = {
  met: { words: "Met", tone: "met", icon: "met" },
  not_met: { words: "Not met", tone: "fault", icon: "fault" },
  needs_judgement: { words: "Your judgement", tone: "open", icon: "judgement" },
  not_applicable: { words: "Not applicable", tone: "quiet", icon: "none" },
};

export const CONCLUSIONS: Record<ResultState, StateWords> = {
  supported: { words: "Supported", tone: "met", icon: "met" },
  in_review: { words: "In review", tone: "open", icon: "judgement" },
  expired: { words: "Expired", tone: "fault", icon: "stale" },
  not_supported: { words: "Not supported", tone: "fault", icon: "fault" },
  not_assessed: { words: "Not assessed", tone: "open", icon: "clock" },
  outside_definition: { words: "Outside the definition", tone: "quiet", icon: "none" },
  exception_not_needed: { words: "Not needed", tone: "quiet", icon: "none" },
};

export const STATUSES: Record<VersionStatus, StateWords> = {
  draft: { words: "Draft", tone: "open", icon: "pen" },
  in_review: { words: "In review", tone: "open", icon: "clock" },
  approved: { words: "Approved", tone: "met", icon: "met" },
  effective: { words: "Effective", tone: "met", icon: "met" },
  superseded: { words: "Superseded", tone: "quiet", icon: "none" },
  retired: { words: "Retired", tone: "quiet", icon: "none" },
  archived: { words: "Archived", tone: "quiet", icon: "none" },
};

export const COVERAGE: Record<CoverageState, StateWords> = {
  covered: { words: "Covered", tone: "met", icon: "met" },
  partly_covered: { words: "Partly covered", tone: "open", icon: "judgement" },
  stale: { words: "Stale", tone: "open", icon: "stale" },
  uncovered: { words: "Without a policy", tone: "fault", icon: "fault" },
};
