import { describe, expect, it } from "vitest";
import type { VersionAct, VersionStatus } from "../../backend";
import { capacityList, nextOf, othersOf, reasonFault, stepsOf } from "./life";

describe("the life of a version", () => {
  it.each<[VersionAct[], VersionAct | undefined, VersionAct[]]>([
    [["save", "discard", "submit"], "submit", ["discard"]],
    [["send_back", "approve"], "approve", ["send_back"]],
    [["publish", "begin"], "publish", ["begin"]],
    [["begin", "review", "retire"], "review", ["begin", "retire"]],
    [["begin"], "begin", []],
    [[], undefined, []],
  ])("of %j the next is %s, beside it %j", (acts, next, others) => {
    expect(nextOf(acts)).toBe(next);
    expect(othersOf(acts)).toEqual(others);
  });

  it.each<[VersionStatus, number]>([
    ["draft", 4],
    ["effective", 4],
    ["superseded", 5],
  ])("shows %s among %i steps", (status, steps) => {
    expect(stepsOf(status)).toHaveLength(steps);
    expect(stepsOf(status)).toContain(status);
  });

  it("names whose approval is lacking", () => {
    expect(capacityList(["security_official", "executive"])).toBe(
      "the security official and an executive",
    );
  });

  it("counts the characters of a reason without the space around it", () => {
    expect(reasonFault("   nineteen signs here ")).toMatch(/20 characters/);
    expect(reasonFault("twenty signs are here")).toBeNull();
  });
});
