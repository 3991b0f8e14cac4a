import { describe, expect, it } from "vitest";
import { bySection, pairOf } from "./compare";

describe("two versions", () => {
  it.each([
    [{}, { from: "1.1", to: "2.0" }],
    [{ to: "1.1" }, { from: "1.0", to: "1.1" }],
    [{ from: "1.0" }, { from: "1.0", to: "2.0" }],
    [{ to: "1.0" }, { from: "1.0", to: "1.0" }],
  ])("asked for %j are %j", (asked, pair) => {
    expect(pairOf(["1.0", "1.1", "2.0"], asked)).toEqual(pair);
  });

  it("gathers the rows of a section", () => {
    const one = (section: string, row: string | null) => ({ section, row, words: [] });
    const grouped = bySection([
      one("purpose", null),
      one("statements", "S-01"),
      one("statements", "S-02"),
      one("review", null),
    ]);
    expect(grouped.map(({ section, rows }) => [section, rows.length])).toEqual([
      ["purpose", 1],
      ["statements", 2],
      ["reviews", 1],
    ]);
  });
});
