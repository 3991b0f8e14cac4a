import { describe, expect, it } from "vitest";
import type { RiskRow } from "../../backend";
import { sorted } from "../../shared/table/rows";
import { COLUMNS, ofFilter } from "./register";

function risk(number: string, part: Partial<RiskRow>): RiskRow {
  return {
    number,
    threat_id: "T-001",
    threat: "Theft",
    asset_number: "A-001",
    asset: "Laptops",
    vulnerability: "",
    residual: null,
    likelihood: null,
    impact: null,
    level: null,
    rank_score: 0,
    inherent: null,
    target: null,
    treatment: "No plan",
    owner: "Dana Whitfield",
    rationale: "",
    policies: [],
    coverage: "uncovered",
    status: "identified",
    ...part,
  };
}

const RISKS = [
  risk("R-1", {}),
  risk("R-2", { level: "high", likelihood: "high", impact: "high", status: "evaluated" }),
  risk("R-3", { level: "high", status: "treatment_planned", treatment: "Mitigate by 2027-01-31" }),
  risk("R-4", { level: "moderate", status: "evaluated" }),
  risk("R-5", { level: "very_high", status: "accepted", treatment: "Accepted until 2026-12-01" }),
  risk("R-6", { level: "very_high", status: "closed" }),
];
const numbers = (risks: RiskRow[]) => risks.map((one) => one.number);

describe("the filters of the register", () => {
  it.each([
    [{}, ["R-1", "R-2", "R-3", "R-4", "R-5", "R-6"]],
    [{ show: "not_rated" as const }, ["R-1"]],
    [{ show: "above_tolerance" as const }, ["R-2", "R-3", "R-5"]],
    [{ show: "no_plan" as const }, ["R-2"]],
    [{ likelihood: "high" as const, impact: "high" as const }, ["R-2"]],
  ])("%j shows %j", (filter, expected) => {
    expect(numbers(ofFilter(RISKS, filter, "moderate"))).toEqual(expected);
  });

  it("puts what is not rated below every level", () => {
    const order = sorted(RISKS, Object.values(COLUMNS), {
      column: "level",
      direction: "descending",
    });
    expect(numbers(order).at(-1)).toBe("R-1");
  });
});
