/** The Security Exception check as a page reads it: grouped by paragraph, counted. */
import type { Check, CriterionFinding, CriterionResult } from "../../backend";

export type Group = { id: string; title: string; criteria: CriterionFinding[] };

/** Our words for each paragraph; the rule's own text is 45 CFR 171.203. */
const PARAGRAPHS: Record<string, string> = {
  before: "Before the conditions: actor, EHI and interference",
  "(a)": "(a) Directly about safeguarding EHI",
  "(b)": "(b) Tailored to the specific risk",
  "(c)": "(c) Same treatment for everyone in the same situation",
  "(d)": "(d) Carries out a security policy of the organization",
  "(d)(1)": "(d)(1) The policy is in writing",
  "(d)(2)": "(d)(2) It answers risks that were assessed",
  "(d)(3)": "(d)(3) It follows standards or best practice guidance",
  "(d)(4)": "(d)(4) It sets objective times and other parameters",
  "(e)": "(e) Decided for this one case",
  "(e)(1)": "(e)(1) Necessary against the risk",
  "(e)(2)": "(e)(2) No alternative interferes less",
};

/** The criteria under their paragraphs, in the order of the rule. */
export function groups(criteria: CriterionFinding[]): Group[] {
  return Object.entries(PARAGRAPHS)
    .map(([id, title]) => ({
      id,
      title,
      criteria: criteria.filter((criterion) => paragraphOf(criterion) === id),
    }))
    .filter((group) => group.criteria.length > 0);
}

/** Only the criteria of 171.203(d): what a policy's own page shows. */
export function ofPolicy(criteria: CriterionFinding[]): Group[] {
  return groups(criteria).filter((group) => group.id.startsWith("(d)"));
}

/** The result that speaks for a whole paragraph: the first that is not settled. */
export function worst(criteria: CriterionFinding[]): CriterionResult {
  const order: CriterionResult[] = ["not_met", "needs_judgement", "met"];
  const found = order.find((result) => criteria.some((criterion) => criterion.result === result));
  return found ?? "not_applicable";
}

export function isOpen(criterion: CriterionFinding): boolean {
  return criterion.result === "not_met" || criterion.result === "needs_judgement";
}

/** "9 met · 1 not met · 1 for your judgement · 2 not applicable". */
export function tally(criteria: CriterionFinding[]): string {
  const of = (result: CriterionResult) => criteria.filter((one) => one.result === result).length;
  const parts: [number, string][] = [
    [of("met"), "met"],
    [of("not_met"), "not met"],
    [of("needs_judgement"), "for your judgement"],
    [of("not_applicable"), "not applicable"],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${n} ${words}`)
    .join(" · ");
}

/** The criteria that the conclusion rests on, and those that are ours. */
export function apart(check: Check): { rule: CriterionFinding[]; own: CriterionFinding[] } {
  return {
    rule: check.criteria.filter((one) => one.basis !== "product_rule"),
    own: check.criteria.filter((one) => one.basis === "product_rule"),
  };
}

function paragraphOf(criterion: CriterionFinding): string {
  const found = /171\.203(\([a-e]\))(\(\d\))?/.exec(criterion.paragraph);
  if (found === null) return "before";
  const [, letter = "", digit = ""] = found;
  const id = letter + digit;
  return id in PARAGRAPHS ? id : letter;
}
