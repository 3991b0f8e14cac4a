import { describe, expect, it } from "vitest";
import type { HoldRow, RetentionRow, RetentionState } from "../../backend";
import { coverWords, MEANINGS, STATES, tally } from "./words";

const row = (state: RetentionState): RetentionRow => ({
  record: { kind: "policy_version", id: "POL-11/1.0" },
  title: "POL-11 version 1.0",
  created_on: "2018-03-02",
  state,
  holds: [],
  needed_by: [],
});
const hold = (ids: string[]): HoldRow => ({
  hold: {
    number: "H-001",
    title: "Audit",
    reason: "OIG asked for it.",
    placed_by: "P-001",
    placed_on: "2026-11-21",
    records: ids.map((id) => ({ kind: "policy_version", id })),
  },
  placed_by: "Dana Whitfield",
  in_force: true,
});

describe("retention in words", () => {
  it("counts the records of each state", () => {
    const rows = [row("held"), row("in_effect"), row("held")];
    expect(tally(rows)).toEqual({
      in_effect: 1,
      protected: 0,
      held: 2,
      needed: 0,
      disposable: 0,
    });
  });

  it("says what a hold covers: no record named means everything", () => {
    expect(coverWords(hold([]))).toBe("Everything");
    const written = hold([]);
    delete (written.hold as Partial<HoldRow["hold"]>).records;
    expect(coverWords(written)).toBe("Everything");
    expect(coverWords(hold(["POL-11/1.0"]))).toBe("1 record");
    expect(coverWords(hold(["POL-11/1.0", "POL-11/1.1"]))).toBe("2 records");
  });

  it("explains every state that it names", () => {
    expect(Object.keys(MEANINGS)).toEqual(Object.keys(STATES));
  });
});
