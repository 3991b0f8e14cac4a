import type { Conclusion, Level, VersionStatus } from "./common";

export type PolicyRow = {
  number: string;
  title: string;
  version: string;
  status: VersionStatus;
  effective_from: string | null;
  next_review: string | null;
  owner: string;
  risks: number;
  statements: number;
  may_restrict_ehi: boolean;
  check: Conclusion | null;
};
export type PolicyListResponse = { policies: PolicyRow[] };

export type StatementRisk = { number: string; name: string; level: Level; effect: string };
export type Alignment = {
  framework: string;
  edition: string;
  element: string;
  explanation: string;
};
export type Statement = {
  number: string;
  role: string;
  text: string;
  risks: StatementRisk[];
  safeguards: string[];
  standards: Alignment[];
};

export type Phase = "identify" | "respond" | "address" | "govern";
export type Timeframe = {
  number: string;
  phase: Phase;
  severity: string | null;
  role: string;
  action: string;
  comparator: string;
  quantity: number;
  unit: string;
  trigger: string;
};
export type Parameter = {
  number: string;
  phase: Phase;
  name: string;
  comparator: string;
  value: string;
  unit: string | null;
};

/** One narrative section; `body` is CommonMark. Statements, timeframes and parameters are apart. */
export type PolicySection = { number: number; title: string; body: string };

export type PolicyVersion = {
  version: string;
  status: VersionStatus;
  effective_from: string | null;
  next_review: string | null;
  content_hash: string | null;
  approvals: { name: string; title: string; on: string }[];
  sections: PolicySection[];
  statements: Statement[];
  timeframes: Timeframe[];
  parameters: Parameter[];
  roles: string[];
  revision: string;
};

export type FindingLevel = "error" | "warning" | "info";
/** A fault of the policy as a whole; `section` counts 1 to 26. */
export type PolicyFinding = {
  section: number;
  item: string | null;
  code: string;
  level: FindingLevel;
  text: string;
  suggestion: string | null;
};

export type PolicyPractice = { number: string; title: string; conclusion: Conclusion };

export type PolicyGetRequest = { number: string; version?: string };
export type PolicyGetResponse = {
  number: string;
  title: string;
  owner: string;
  may_restrict_ehi: boolean;
  versions: { version: string; status: VersionStatus }[];
  version: PolicyVersion;
  findings: PolicyFinding[];
  practices: PolicyPractice[];
};

/** A word of a text; line and column count Unicode scalar values from 1. */
export type LintFinding = {
  line: number;
  column: number;
  length: number;
  text: string;
  code: string;
  level: FindingLevel;
  suggestion: string | null;
  /** Text that can stand in the place of the finding as it is, where there is one. */
  replacement?: string | null;
};
export type LintTimeframe = {
  line: number;
  column: number;
  text: string;
  relation: string;
  quantity: number;
  unit: string;
  trigger: string | null;
  duration: string | null;
};
export type LintRequest = { text: string; roles: string[] };
export type LintResponse = { findings: LintFinding[]; timeframes: LintTimeframe[] };

export type SaveStatementRequest = {
  policy: string;
  version: string;
  statement: string;
  text: string;
  based_on_revision: string;
};
export type SaveStatementResponse = {
  statement: Statement;
  findings: PolicyFinding[];
  revision: string;
};
