import type { Basis, CheckedCriterion, CheckResponse, CriterionResult } from "../../src/backend";

function one(
  id: string,
  paragraph: string,
  question: string,
  result: CriterionResult,
  more: Partial<CheckedCriterion> = {},
): CheckedCriterion {
  const basis: Basis = "law_with_product_threshold";
  return {
    id,
    paragraph,
    basis,
    question,
    result,
    waits_for: [],
    evidence: [],
    fix: null,
    fix_route: null,
    ...more,
  };
}

export function check(number: string, on = "2026-11-21"): CheckResponse {
  return {
    practice: number,
    title: "Suspend an API client after abuse",
    policy: {
      number: "POL-25",
      title: "API, portal and third-party connection security",
      version: "1.1",
    },
    path: "d",
    on,
    rule_edition: "45 CFR 171.203, edition of 4 November 2020",
    conclusion: "not_supported",
    criteria: [
      one(
        "SE-0-a",
        "171.101, 171.102",
        "Is the organization an actor, and in which capacity does it act here?",
        "met",
        { basis: "law", evidence: ["health care provider"] },
      ),
      one(
        "SE-0-1",
        "171.203",
        "What exactly is the practice, since when, and whose access may it interfere with?",
        "met",
        { evidence: ["since 2 June 2026"] },
      ),
      one(
        "SE-a-1",
        "171.203(a)",
        "For each of confidentiality, integrity and availability: does the practice protect it?",
        "met",
        {
          basis: "reading",
          evidence: ["Protects confidentiality: stops a client that reads beyond its grant"],
        },
      ),
      one(
        "SE-a-2",
        "171.203(a)",
        "Which identified risk does it act on, and is the link direct?",
        "met",
        { evidence: ["R-0016, decision of 12 May 2026"] },
      ),
      one(
        "SE-b-2",
        "171.203(b)",
        "Does the scope of the practice match the scope of the risk?",
        "met",
        { evidence: ["scope equals risk scope in all four dimensions"] },
      ),
      one(
        "SE-c-1",
        "171.203(c)",
        "Who are the similarly situated requestors, and is the practice applied the same way to all?",
        "needs_judgement",
        {
          evidence: [
            "7 application records: 4 apps chosen by patients, 3 business associates; median 2.1 and 2.4 days",
          ],
          fix: "Read the seven records and say whether the rule is applied as written.",
        },
      ),
      one("SE-d1-1", "171.203(d)(1)", "Is the policy in writing and in force?", "met", {
        basis: "law",
        evidence: ["POL-25 v1.1, effective since 2 June 2026"],
      }),
      one(
        "SE-d2-1",
        "171.203(d)(2)",
        "Was the policy prepared from a risk assessment done by or for the actor?",
        "met",
        { evidence: ["Assessment of 3 March 2026 precedes approval"] },
      ),
      one(
        "SE-d3-1",
        "171.203(d)(3)",
        "Which consensus-based standards or best practice guidance apply, and in which edition?",
        "met",
        { evidence: ["NIST CSF 2.0: PR.AA-05, DE.CM-09"] },
      ),
      one(
        "SE-d4-respond-time",
        "171.203(d)(4)",
        "Does the policy give an objective timeframe for responding to security incidents?",
        "met",
        { basis: "reading", evidence: ["T-02 within 4 hours of declaration"] },
      ),
      one(
        "SE-d4-address-param",
        "171.203(d)(4)",
        "Does the policy give other parameters for addressing security incidents?",
        "not_met",
        {
          basis: "reading",
          fix: "No threshold says when access comes back.",
          fix_route: "/policies/POL-11?at=parameters",
        },
      ),
      one(
        "SE-d4-words-after",
        "171.203(d)(4)",
        "Do all parameters agree with each other?",
        "not_applicable",
        { waits_for: ["SE-d4-address-param"] },
      ),
    ],
    product_rules: [
      one(
        "SE-a-4",
        "171.203(a)",
        "Who with security knowledge decided it, and on what record?",
        "met",
        { basis: "product_rule", evidence: ["Dana Whitfield, 12 May 2026"] },
      ),
      one("SE-b-3", "171.203(b)", "When does it end or get re-examined?", "not_met", {
        basis: "product_rule",
        fix: "No day for the next look is set.",
      }),
    ],
  };
}
