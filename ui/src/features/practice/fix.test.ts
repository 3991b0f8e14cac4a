import { describe, expect, it } from "vitest";
import type { FixTarget } from "../../backend";
import { href } from "../../routes";
import { routeOf } from "./fix";

const targets: [FixTarget, string | null][] = [
  [
    { kind: "policy_parameters", policy: "POL-25", version: "1.1", phase: "address" },
    "#/policies/POL-25?version=1.1&at=parameters",
  ],
  [
    { kind: "policy_statements", policy: "POL-25", version: "1.1", statement: "S-03" },
    "#/policies/POL-25?version=1.1&at=S-03",
  ],
  [{ kind: "risk", assessment: "AS-2026", risk: "R-0021" }, "#/risks/R-0021"],
  [
    { kind: "judgement", practice: "PR-0002", criterion: "SE-c-1" },
    "#/practices/PR-0002?at=SE-c-1",
  ],
  [{ kind: "organization", field: "actor_types" }, null],
];

describe("the place where a fault is mended", () => {
  it.each(targets)("of %j", (target, address) => {
    const route = routeOf(target);
    expect(route && href(route)).toBe(address);
  });
});
