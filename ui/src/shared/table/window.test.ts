import { describe, expect, it } from "vitest";
import { drawn, MANY } from "./window";

const view = (above: number) => ({ above, height: 920, row: 46 });

describe("the rows that are drawn", () => {
  it("are all of a short table", () => {
    expect(drawn(MANY, view(3000))).toEqual([0, MANY]);
    expect(drawn(0, view(0))).toEqual([0, 0]);
  });

  it.each([
    // 20 rows in view, and 30 on each side of them.
    [-400, [0, 80]],
    [0, [0, 80]],
    [46 * 100, [70, 150]],
    [46 * 4999, [4920, 5000]],
  ])("of 5,000, scrolled by %i pixels, are %j", (above, expected) => {
    expect(drawn(5000, view(above))).toEqual(expected);
  });

  it("always hold what is in view", () => {
    for (let top = 0; top < 4980; top += 7) {
      const [first, end] = drawn(5000, view(46 * top));
      expect(first).toBeLessThanOrEqual(top);
      expect(end).toBeGreaterThanOrEqual(Math.min(5000, top + 20));
    }
  });
});
