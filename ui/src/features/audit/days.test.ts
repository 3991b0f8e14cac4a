import { describe, expect, it } from "vitest";
import type { AuditLine } from "../../backend";
import { byDay } from "./days";

const line = (sequence: number, recorded_at: string): AuditLine => ({
  sequence,
  recorded_at,
  by: "dana",
  command: "risk::save",
  kind: "risk",
  record: "R-0001",
  revision: 1,
  words: "",
});
const chicago = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  timeZone: "America/Chicago",
});

describe("the days of the trail", () => {
  it("puts lines of one local day together, newest first as they came", () => {
    const lines = [
      line(3, "2026-11-21T05:59:00Z"),
      line(2, "2026-11-21T06:00:00Z"),
      line(1, "2026-11-20T20:00:00Z"),
    ].sort((a, b) => b.recorded_at.localeCompare(a.recorded_at));
    // Midnight in Chicago is six hours after midnight UTC.
    expect(byDay(lines, chicago).map(({ day, lines }) => [day, lines.length])).toEqual([
      ["21 November", 1],
      ["20 November", 2],
    ]);
  });
});
