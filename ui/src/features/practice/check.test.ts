import { describe, expect, it } from "vitest";
import type { Check, CriterionFinding, CriterionResult } from "../../backend";
import { apart, groups, ofPolicy, tally, worst } from "./check";

function criterion(paragraph: string, result: CriterionResult = "met"): CriterionFinding {
  return {
    id: `SE-${paragraph}-${result}`,
    paragraph,
    basis: "law",
    blocking: true,
    question: "Is it so?",
    result,
    waits_for: [],
    explanation: "",
    evidence: [],
    imported: [],
    judgement: null,
    note: null,
    fix: null,
    fix_target: null,
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
    const results: CriterionResult[] = ["met", "met", "not_met"];
    expect(tally(results.map((result) => criterion("171.203(a)", result)))).toBe(
      "2 met · 1 not met",
    );
  });

  it("keeps our own rules apart from the rule's", () => {
    const own: CriterionFinding = { ...criterion("171.203(b)"), basis: "product_rule" };
    const reading: CriterionFinding = { ...criterion("171.203(a)"), basis: "reading" };
    const { rule, own: found } = apart({ criteria: [own, reading] } as Check);
    expect(rule).toEqual([reading]);
    expect(found).toEqual([own]);
  });
});
