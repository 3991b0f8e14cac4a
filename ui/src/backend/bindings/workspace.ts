import type { CoverageState } from "./common";

export type RecentWorkspace = { path: string; name: string; opened_at: string };
export type RecentResponse = { workspaces: RecentWorkspace[] };

export type SamplePerson = { login: string; name: string; title: string };
export type SampleResponse = { path: string; passphrase_hint: string; people: SamplePerson[] };

export type OpenRequest = { path: string; login: string; passphrase: string };
export type SignedInPerson = { number: string; name: string; title: string; access: string[] };
export type OpenResponse = { organization: string; person: SignedInPerson; path: string };

export type AssessmentHead = {
  number: string;
  year: number;
  status: string;
  approved_on: string | null;
};

export type Step = { id: string; title: string; done: number; total: number; detail: string };
export type NextStep = { title: string; route: string };
export type AttentionKind = "overdue" | "stale" | "soon" | "judgement" | "fault";
export type Attention = { kind: AttentionKind; text: string; route: string };

export type HomeResponse = {
  organization: string;
  assessment: AssessmentHead | null;
  steps: Step[];
  next: NextStep | null;
  /** Rows: likelihood very_high to very_low. Columns: impact very_low to very_high. */
  heat: number[][];
  risks_total: number;
  above_tolerance: number;
  attention: Attention[];
  coverage: Record<CoverageState, number>;
};
