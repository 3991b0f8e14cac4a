import type { CoverageState, Impact, Level } from "./common";

export type RiskRow = {
  number: string;
  threat_id: string;
  threat: string;
  asset_number: string;
  asset: string;
  vulnerability: string;
  initiation: Level;
  adverse: Level;
  impact: Impact;
  likelihood: Level;
  level: Level;
  rank_score: number;
  inherent: Level | null;
  target: Level | null;
  treatment: string | null;
  owner: string;
  rationale: string;
  policies: string[];
  coverage: CoverageState;
};

export type RiskListResponse = { assessment: string | null; tolerance: Level; risks: RiskRow[] };

export type RiskControl = { name: string; status: string };
export type RiskChange = { recorded_at: string; by: string; text: string };

export type RiskDetail = RiskRow & {
  effect: string;
  controls: RiskControl[];
  history: RiskChange[];
  revision: string;
  /** False where the assessment is approved: its ratings are frozen. */
  editable: boolean;
};

export type RateRequest = { initiation: Level; adverse: Level; impact: Impact };
export type RateResponse = { likelihood: Level; impact: Level; level: Level; rank_score: number };

export type RiskSaveRequest = RateRequest & {
  number: string;
  rationale: string;
  based_on_revision: string;
};
export type RiskSaveResponse = { risk: RiskDetail; revision: string };
