import type { Check, CriterionFinding, CriterionResult } from "../../src/backend";

type More = Partial<CriterionFinding>;

function one(
  id: string,
  paragraph: string,
  question: string,
  result: CriterionResult,
  more: More = {},
): CriterionFinding {
  return {
    id,
    paragraph,
    basis: "law_with_product_threshold",
    blocking: true,
    question,
    result,
    waits_for: [],
    explanation: "",
    evidence: [],
    imported: [],
    judgement: null,
    note: null,
    fix: null,
    fix_target: null,
    ...more,
  };
}

export function check(number: string, on = "2026-11-21"): Check {
  return {
    practice: number,
    path: "d",
    on,
    rule_edition: "2020-11-04",
    conclusion: "not_supported",
    words:
      "Not supported yet — the documentation lacks conditions of the Security Exception (45 CFR 171.203). That alone does not decide whether the practice is information blocking; OIG, CMS and the courts do.",
    supported_until: null,
    lapses: [],
    fix: null,
    fix_target: null,
    criteria: criteria(number),
  };
}

function criteria(practice: string): CriterionFinding[] {
  return [
    one(
      "SE-0-a",
      "171.101, 171.102",
      "Is the organization an actor, and in which capacity does it act here?",
      "met",
      {
        basis: "law",
        explanation: "The organization is a health care provider.",
      },
    ),
    one(
      "SE-a-1",
      "171.203(a)",
      "For each of confidentiality, integrity and availability: does the practice protect it?",
      "met",
      {
        basis: "reading",
        explanation: "Protects confidentiality: stops a client that reads beyond its grant.",
        note: "Protecting one of the three is read as enough.",
      },
    ),
    one(
      "SE-a-2",
      "171.203(a)",
      "Which identified risk does it act on, and is the link direct?",
      "met",
      {
        explanation: "One risk of an approved assessment is linked.",
        evidence: ["R-0016", "AS-2026"],
      },
    ),
    one(
      "SE-b-2",
      "171.203(b)",
      "Does the scope of the practice match the scope of the risk?",
      "met",
      {
        explanation: "The scope equals the scope of the risk in all four dimensions.",
        evidence: ["R-0016"],
      },
    ),
    one(
      "SE-c-1",
      "171.203(c)",
      "Who are the similarly situated requestors, and is the practice applied the same way to all?",
      "needs_judgement",
      {
        explanation:
          "Seven records: 4 apps chosen by patients, 3 business associates; median 2.1 and 2.4 days.",
        fix: "Judge whether this is met, and write down why.",
        fix_target: { kind: "judgement", practice, criterion: "SE-c-1" },
      },
    ),
    one("SE-d1-1", "171.203(d)(1)", "Is the policy in writing and in force?", "met", {
      basis: "law",
      evidence: ["POL-25 v1.1"],
      imported: ["Approval of POL-25 v1.1 by Dana Whitfield (recorded in an imported file)"],
    }),
    one(
      "SE-d2-1",
      "171.203(d)(2)",
      "Was the policy prepared from a risk assessment done by or for the actor?",
      "met",
      {
        evidence: ["AS-2026"],
      },
    ),
    one(
      "SE-d3-1",
      "171.203(d)(3)",
      "Which consensus-based standards or best practice guidance apply, and in which edition?",
      "met",
      {
        evidence: ["NIST CSF 2.0: PR.AA-05, DE.CM-09"],
      },
    ),
    one(
      "SE-d4-respond-time",
      "171.203(d)(4)",
      "Does the policy give an objective timeframe for responding to security incidents?",
      "met",
      {
        basis: "reading",
        evidence: ["POL-25 T-02"],
      },
    ),
    one(
      "SE-d4-address-param",
      "171.203(d)(4)",
      "Does the policy give other parameters for addressing security incidents?",
      "not_met",
      {
        basis: "reading",
        fix: "Add a parameter that says when access comes back.",
        fix_target: {
          kind: "policy_parameters",
          policy: "POL-11",
          version: "2.0",
          phase: "address",
        },
      },
    ),
    one(
      "SE-d4-agree",
      "171.203(d)(4)",
      "Do all parameters agree with each other?",
      "not_applicable",
      {
        waits_for: ["SE-d4-address-param"],
      },
    ),
    one(
      "SE-a-4",
      "171.203(a)",
      "Who with security knowledge decided it, and on what record?",
      "met",
      {
        basis: "product_rule",
        evidence: ["Dana Whitfield, 12 May 2026"],
      },
    ),
    one("SE-b-3", "171.203(b)", "When does it end or get re-examined?", "not_met", {
      basis: "product_rule",
      fix: "Set the day of the next look.",
      fix_target: { kind: "practice", practice, field: "review_interval_days" },
    }),
  ];
}
