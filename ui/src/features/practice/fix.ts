/** Where a fault of the check is mended, as an address; null where no screen shows the field yet. */
import type { FixTarget } from "../../backend";
import type { PracticePart, Route } from "../../routes";
import { fieldId } from "../../shared/form/place";

export function routeOf(target: FixTarget): Route | null {
  switch (target.kind) {
    case "policy":
      return { name: "policy", number: target.policy };
    case "policy_version":
      return policy(target.policy, target.version, target.field);
    case "policy_statements":
      return policy(target.policy, target.version, target.statement ?? "statements");
    case "policy_alignments":
      return policy(target.policy, target.version, "alignments");
    case "policy_timeframes":
      return policy(target.policy, target.version, "timeframes");
    case "policy_parameters":
      return policy(target.policy, target.version, "parameters");
    case "risk":
      return { name: "risk", number: target.risk };
    case "judgement":
      return { name: "practice", number: target.practice, at: target.criterion };
    case "practice":
      return practice(target.practice, target.field);
    case "determination":
      return practice(target.practice, `basis.case.${target.field}`);
    case "organization":
    case "assessment":
      return null;
  }
}

/** The part of the page that holds a field; the longest name that fits counts. */
const PARTS: [field: string, part: PracticePart][] = [
  ["application.records", "records"],
  ["reviews", "records"],
  ["application", "use"],
  ["basis", "basis"],
  ["risks", "basis"],
  ["scope", "reach"],
  ["scope_reasons", "reach"],
  ["restrictiveness", "reach"],
  ["second_approval", "reach"],
  ["alternatives", "reach"],
];

/** "application.rule" → "use": the part of the page where the field is. */
export function partOf(field: string): PracticePart {
  const found = PARTS.find(([name]) => field === name || field.startsWith(`${name}.`));
  return found?.[1] ?? "what";
}

function practice(number: string, field: string): Route {
  const at = fieldId(field.replaceAll(".", "/"));
  return { name: "practice", number, part: partOf(field), at };
}

function policy(number: string, version: string, at: string): Route {
  return { name: "policy", number, version, at };
}
