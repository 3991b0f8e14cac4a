import { describe, expect, it } from "vitest";
import type { RiskThen } from "../../backend";
import { lagDays, lagWords, sameRating } from "./lag";

// Local noon, so that the test says the same in every time zone.
const noon = (day: string) => new Date(`${day}T12:00:00`).toISOString();

describe("the lag between a day and its record", () => {
  it.each([
    ["2026-05-18", "2026-08-03", 77],
    ["2026-05-18", "2026-05-19", 1],
    ["2026-05-18", "2026-05-18", 0],
    ["2026-05-18", "2026-05-10", 0],
    // Over the change to summer time, and over a leap day.
    ["2026-03-28", "2026-03-30", 2],
    ["2028-02-28", "2028-03-01", 2],
  ])("from %s to %s is %i days", (day, recorded, days) => {
    expect(lagDays(day, noon(recorded))).toBe(days);
  });

  it("is said only where there is one", () => {
    expect(lagWords("2026-05-18", noon("2026-05-19"))).toBe("Recorded 1 day later");
    expect(lagWords("2026-05-18", noon("2026-05-18"))).toBeNull();
  });
});

describe("ratings of one policy", () => {
  const risk = (rated_on: string, recorded_at: string): RiskThen => ({
    number: "R-0001",
    threat: "Flood",
    level: "low",
    rated_on,
    recorded_at,
  });
  const one = risk("2026-02-12", "2026-02-12T09:00:00Z");

  it("are told once where all were rated and recorded together", () => {
    expect(sameRating([one, { ...one, number: "R-0002" }])).toBe(one);
    expect(sameRating([one, risk("2026-02-13", one.recorded_at)])).toBeUndefined();
    expect(sameRating([one, risk("2026-02-12", "2026-03-01T09:00:00Z")])).toBeUndefined();
    expect(sameRating([])).toBeUndefined();
  });
});
