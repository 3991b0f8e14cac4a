import { describe, expect, it } from "vitest";
import { dueAfter, recordOf } from "./triggers.svelte";

describe("an event", () => {
  it.each([
    ["2026-11-21", "2026-12-21"],
    ["2026-12-15", "2027-01-14"],
    ["2028-02-10", "2028-03-11"],
    ["", ""],
  ])("of %j is looked at by %j", (day, due) => expect(dueAfter(day)).toBe(due));

  it("names what it touches by kind and number", () => {
    expect(recordOf("asset A-004")).toEqual({ kind: "asset", id: "A-004" });
  });
});
