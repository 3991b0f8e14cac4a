import { describe, expect, it } from "vitest";
import type { Break } from "../../backend";
import { breakWords, tidied } from "./words";

const BREAKS: [Break, RegExp][] = [
  [{ code: "gap", expected: 7, found: 9 }, /Line 7 is missing; line 9 follows/],
  [{ code: "link", sequence: 12 }, /Line 12 does not follow/],
  [{ code: "body", sequence: 12 }, /line 12 recorded is not what is stored/],
  [{ code: "count", sequence: 12 }, /Line 12 carries the wrong number/],
  [{ code: "cut", seen: 90, last: 80 }, /seen line 90; the trail now ends at line 80/],
  [{ code: "replaced", seen: 90 }, /Line 90 is not the one/],
  [{ code: "current", kind: "risk", id: "AS-2026/R-0004" }, /^Risk R-0004 is not as the trail/],
];

describe("the trail in words", () => {
  it.each(BREAKS)("says %j", (one, words) => {
    expect(breakWords(one).what).toMatch(words);
    expect(breakWords(one).means).toMatch(/\.$/);
  });

  it("sends no empty filter", () => {
    expect(tidied({ by: "dana", kind: "", record: "  ", command: " risk " })).toEqual({
      by: "dana",
      command: "risk",
    });
  });
});
