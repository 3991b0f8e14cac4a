/** The five-step scale of NIST SP 800-30 Rev. 1, tables G-2 to I-2. */
export type Level = "very_low" | "low" | "moderate" | "high" | "very_high";

/** Impact on confidentiality, integrity and availability of ePHI (table H-3). */
export type Impact<L = Level> = { c: L; i: L; a: L };

/** The result of the Security Exception check, in its order of precedence. */
export type Conclusion =
  | "exception_not_needed"
  | "outside_definition"
  | "not_assessed"
  | "not_supported"
  | "expired"
  | "in_review"
  | "supported";

/** How one criterion of 45 CFR 171.203 came out. */
export type CriterionResult = "met" | "not_met" | "needs_judgement" | "not_applicable";

/** Whether a criterion is the rule's own word or ours. */
export type Basis = "law" | "reading" | "law_with_product_threshold" | "product_rule";

/** Whether policies answer a risk or a threat. */
export type CoverageState = "covered" | "partly" | "stale" | "uncovered";

export type VersionStatus =
  | "draft"
  | "in_review"
  | "approved"
  | "effective"
  | "superseded"
  | "retired"
  | "archived"
  | "disposable";
