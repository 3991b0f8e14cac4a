import { describe, expect, it } from "vitest";
import type { FixTarget } from "../../backend";
import { href } from "../../routes";
import { partOf, routeOf } from "./fix";

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
  [
    { kind: "practice", practice: "PR-0002", field: "application.rule" },
    "#/practices/PR-0002?part=use&at=at-application-rule",
  ],
  [
    { kind: "determination", practice: "PR-0003", field: "necessity" },
    "#/practices/PR-0003?part=basis&at=at-basis-case-necessity",
  ],
  [{ kind: "organization", field: "actor_types" }, null],
];

describe("the place where a fault is mended", () => {
  it.each(targets)("of %j", (target, address) => {
    const route = routeOf(target);
    expect(route && href(route)).toBe(address);
  });

  // Every field of a practice that the core's check names as the place of a cure.
  it.each([
    ["is_ehi", "what"],
    ["interference", "what"],
    ["required_by_law", "what"],
    ["protection", "what"],
    ["other_purposes", "what"],
    ["decision", "what"],
    ["review_interval_days", "what"],
    ["scope", "reach"],
    ["restrictiveness", "reach"],
    ["alternatives", "reach"],
    ["risks", "basis"],
    ["basis", "basis"],
    ["application.rule", "use"],
    ["application.differentiators", "use"],
    ["application.internal_comparison", "use"],
    ["application.training", "use"],
    ["application.records", "records"],
    ["reviews", "records"],
  ])("of the field %s is the part %s", (field, part) => expect(partOf(field)).toBe(part));
});
