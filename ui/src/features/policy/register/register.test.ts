import { describe, expect, it } from "vitest";
import type { PolicyException } from "../../../backend";
import { exceptionState, latestEnd, mayEnd, readerRows, unread } from "./register";

const one = (part: Partial<PolicyException>) =>
  ({ from: "2026-06-01", until: "2026-11-21", ...part }) as PolicyException;

describe("exceptions", () => {
  it.each([
    [one({}), "2026-11-21", "Open", true],
    [one({}), "2026-11-22", "Expired", false],
    [one({}), "2026-05-31", "To come", true],
    [one({ ended: { on: "2026-07-01", reason: "Replaced." } }), "2026-11-01", "Ended", false],
  ])("stand %#", (exception, on, words, ends) => {
    expect(exceptionState(exception, on).words).toBe(words);
    expect(mayEnd(exception, on)).toBe(ends);
  });

  it.each([
    ["2026-11-21", "2027-11-21"],
    ["2028-02-29", "2029-02-28"],
    ["", ""],
  ])("from %j last until %j at most", (from, until) => expect(latestEnd(from)).toBe(until));
});

describe("readers", () => {
  const read = [
    { who: "Ben Ode", on: "2026-10-01", how: "Signed list" },
    { who: "Ada Lin", on: "2026-11-01", how: "Signed list" },
    { who: "Zoe Mar", on: "2026-10-01", how: "E-mail" },
  ];

  it("stand newest first, by name within a day", () => {
    expect(readerRows(read).map(({ cells }) => cells[0])).toEqual([
      "Ada Lin",
      "Ben Ode",
      "Zoe Mar",
    ]);
  });

  it("leave out who has read it, whatever the case", () => {
    expect(unread(["ada lin ", "Cy Poe"], read)).toEqual(["Cy Poe"]);
  });
});
