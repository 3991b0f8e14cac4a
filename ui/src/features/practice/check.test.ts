import { describe, expect, it } from "vitest";
import type { CriterionFinding, Check, ResultState, CriterionResult } from "../../backend";
import { groups, ofPolicy, tally, verdict, worst } from "./check";

function criterion(paragraph: string, result: CriterionResult = "met"): CriterionFinding {
  return {
    id: `SE-${paragraph}-${result}`,
    paragraph,
    basis: "law",
    question: "Is it so?",
    result,
    waits_for: [],
    evidence: [],
    fix: null,
    fix_route: null,
  };
}

function check(conclusion: ResultState, results: CriterionResult[]): Check {
  return {
    practice: "PR-0001",
    title: "Suspend a client",
    policy: null,
    path: "d",
    on: "2026-11-21",
    rule_edition: "",
    conclusion,
    criteria: results.map((result) => criterion("171.203(a)", result)),
    product_rules: [],
  };
}

describe("the check as a page", () => {
  const criteria = [
    criterion("171.203(d)(4)"),
    criterion("171.101, 171.102"),
    criterion("171.203(a)"),
    criterion("171.203(d)"),
    criterion("171.200"),
  ];

  it("groups by paragraph, in the order of the rule, and loses none", () => {
    const found = groups(criteria);
    expect(found.map((group) => group.id)).toEqual(["before", "(a)", "(d)", "(d)(4)"]);
    expect(found.flatMap((group) => group.criteria)).toHaveLength(criteria.length);
  });

  it("shows a policy its own paragraphs only", () => {
    expect(ofPolicy(criteria).map((group) => group.id)).toEqual(["(d)", "(d)(4)"]);
  });

  it.each<[CriterionResult[], CriterionResult]>([
    [["met", "needs_judgement", "not_met"], "not_met"],
    [["met", "needs_judgement", "not_applicable"], "needs_judgement"],
    [["met", "not_applicable"], "met"],
    [["not_applicable"], "not_applicable"],
  ])("lets %j speak as %s", (results, expected) => {
    expect(worst(results.map((result) => criterion("171.203(c)", result)))).toBe(expected);
  });

  it("counts what there is", () => {
    expect(tally(check("not_supported", ["met", "met", "not_met"]).criteria)).toBe(
      "2 met · 1 not met",
    );
  });

  it("puts open criteria in the verdict", () => {
    expect(verdict(check("not_supported", ["not_met", "needs_judgement"]))).toBe(
      "Not supported yet: 1 criterion is not met, 1 criterion waits for your judgement.",
    );
  });

  it.each<ResultState>([
    "supported",
    "in_review",
    "not_supported",
    "expired",
    "not_assessed",
    "outside_definition",
    "exception_not_needed",
  ])("never claims compliance for %s", (conclusion) => {
    expect(verdict(check(conclusion, ["met"]))).not.toMatch(
      /complian|complies|safe harbor|not information blocking|certif/i,
    );
  });
});
