/** The approval of an assessment in words. */
import type {
  ApproverFault,
  AssessmentStatus,
  AssessmentView,
  DifferenceKind,
  Gap,
  Step,
} from "../../backend";
import type { StateWords } from "../../shared/state/words";
import { STEPS } from "../../shared/gap/gaps";

export const STATUSES: Record<AssessmentStatus, StateWords> = {
  draft: { words: "Draft", tone: "open", icon: "pen" },
  in_progress: { words: "Being worked on", tone: "open", icon: "pen" },
  in_review: { words: "In review", tone: "open", icon: "clock" },
  approved: { words: "Approved", tone: "met", icon: "met" },
  superseded: { words: "Superseded", tone: "quiet", icon: "none" },
};

/** What keeps a person from approving, and what to do about it. */
export const FAULTS: Record<ApproverFault, { title: string; next: string }> = {
  wrong_capacity: {
    title: "You cannot approve this assessment",
    next: "The security official or an executive approves it. Ask one of them to sign in.",
  },
  sole_author: {
    title: "You made this assessment alone, so somebody else approves it",
    next: "Ask an executive or another assessor to look at it and approve. If your practice has no second person, say so once in the organization's facts: the approval then shows it plainly.",
  },
};

export const KINDS: Record<DifferenceKind, { title: string; state: StateWords }> = {
  new: { title: "New", state: { words: "New", tone: "open", icon: "pen" } },
  worse: { title: "Worse", state: { words: "Worse", tone: "fault", icon: "up" } },
  better: { title: "Better", state: { words: "Better", tone: "met", icon: "down" } },
  closed: { title: "Closed", state: { words: "Closed", tone: "met", icon: "met" } },
  changed: { title: "Changed", state: { words: "Changed", tone: "quiet", icon: "stale" } },
  gone: { title: "No longer there", state: { words: "Gone", tone: "quiet", icon: "none" } },
};

export type StepGaps = { step: Step; title: string; gaps: Gap[] };

/** What is missing, by step in the order of the work; what blocks comes first. */
export function byStep(gaps: readonly Gap[]): StepGaps[] {
  const steps = Object.keys(STEPS) as Step[];
  return steps
    .map((step) => ({
      step,
      title: STEPS[step],
      gaps: gaps
        .filter((gap) => gap.step === step)
        .sort((a, b) => Number(b.blocking) - Number(a.blocking)),
    }))
    .filter((one) => one.gaps.length > 0);
}

/** Whether nothing that is missing keeps it from being approved. */
export function isComplete({ gaps }: Pick<AssessmentView, "gaps">): boolean {
  return !gaps.some((gap) => gap.blocking);
}

/** The sentence that an approver may take as it is. */
export function statementFor(organization: string): string {
  return `I have read this risk analysis of ${organization || "our organization"} and approve it as accurate and thorough to the best of my knowledge.`;
}
