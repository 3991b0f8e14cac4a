import type { Basis, Conclusion, CriterionResult } from "./common";

export type PracticePath = "d" | "e";

export type PracticeRow = {
  number: string;
  title: string;
  policy: string | null;
  path: PracticePath;
  conclusion: Conclusion;
  /** Criteria that are not met or wait for judgement. */
  open: number;
};
export type PracticeListResponse = { practices: PracticeRow[] };

export type CheckedCriterion = {
  id: string;
  paragraph: string;
  basis: Basis;
  question: string;
  result: CriterionResult;
  waits_for: string[];
  evidence: string[];
  /** What would settle it, in words. */
  fix: string | null;
  /** The address of the field that settles it, where a screen has one. */
  fix_route: string | null;
};

export type CheckRequest = { number: string; on?: string };
export type CheckResponse = {
  practice: string;
  title: string;
  policy: { number: string; title: string; version: string } | null;
  path: PracticePath;
  on: string;
  rule_edition: string;
  conclusion: Conclusion;
  criteria: CheckedCriterion[];
  product_rules: CheckedCriterion[];
};

/** A person's judgement on one criterion. */
export type JudgeRequest = { number: string; criterion: string; met: boolean; reason: string };
