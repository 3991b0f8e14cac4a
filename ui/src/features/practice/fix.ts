/** Where a fault of the check is mended, as an address; null where no screen shows the field yet. */
import type { FixTarget } from "../../backend";
import type { Route } from "../../routes";

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
    case "organization":
    case "practice":
    case "determination":
    case "assessment":
      return null;
  }
}

function policy(number: string, version: string, at: string): Route {
  return { name: "policy", number, version, at };
}
