import { describe, expect, it } from "vitest";
import type { Clock, Incident, IncidentRow } from "../../backend";
import { withDone, withMoment, withNotNeeded } from "./record";
import { CLOCKS, kindWords, stateOf, tally } from "./words";

/** As the core sends one in which nothing happened: empty lists may be left out. */
const BARE = { number: "IN-001", title: "A drill" } as unknown as Incident;
const row = (part: Partial<IncidentRow>) =>
  ({ open: true, overdue: 0, running: 0, missed: 0, kept: 0, ...part }) as IncidentRow;

describe("what happened in an incident", () => {
  it("has one time for each event; the later word counts, and none takes it back", () => {
    const one = withMoment(BARE, "receipt", "2026-11-21T09:00:00Z");
    expect(one.moments).toEqual([{ event: "receipt", at: "2026-11-21T09:00:00Z" }]);
    const two = withMoment(one, "receipt", "2026-11-21T08:00:00Z");
    expect(two.moments).toEqual([{ event: "receipt", at: "2026-11-21T08:00:00Z" }]);
    expect(withMoment(two, "receipt", null).moments).toEqual([]);
  });

  it("is done, and then needed after all", () => {
    const left = withNotNeeded(BARE, "T-02", "Nothing to contain.");
    expect(left.not_needed).toEqual([{ timeframe: "T-02", reason: "Nothing to contain." }]);
    const done = withDone(left, "T-02", "2026-11-21T10:00:00Z");
    expect(done.done).toEqual([{ timeframe: "T-02", at: "2026-11-21T10:00:00Z" }]);
    expect(done.not_needed).toEqual([]);
    expect(withDone(done, "T-02", null).done).toEqual([]);
    expect(withNotNeeded(left, "T-02", null).not_needed).toEqual([]);
  });
});

describe("incidents in words", () => {
  it.each([
    [row({ overdue: 1, kept: 3, running: 2, missed: 1 }), "1 overdue, 2 running, 1 missed, 3 kept"],
    [row({ kept: 2 }), "2 kept"],
    [row({}), "no clock has started"],
  ])("%#", (one, words) => expect(tally(one)).toBe(words));

  it.each([
    [row({ open: false, overdue: 2 }), "Closed"],
    [row({ overdue: 1 }), "Open, overdue"],
    [row({ running: 1 }), "Open"],
  ])("state %#", (one, words) => expect(stateOf(one).words).toBe(words));

  it("names a drill and its severity", () => {
    expect(kindWords(true, "2")).toBe("A drill of severity 2");
    expect(kindWords(false, null)).toBe("An incident");
  });

  it("has words of its own for each state of a clock, so that colour is not needed", () => {
    const states = Object.keys(CLOCKS) as Clock["state"][];
    expect(new Set(states.map((state) => CLOCKS[state].words)).size).toBe(states.length);
  });
});
