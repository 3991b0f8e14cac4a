import { describe, expect, it } from "vitest";
import { coverage } from "../../../tests/fake/coverage";
import { countOf, threatRows } from "./coverage";

describe("coverage", () => {
  const rows = threatRows(coverage());

  it("puts the least covered first, each with its own risks", () => {
    expect(rows.map(({ threat, state }) => [threat, state])).toEqual([
      ["T-030", "uncovered"],
      ["T-031", "uncovered"],
      ["T-005", "stale"],
      ["T-014", "partly_covered"],
      ["T-001", "covered"],
    ]);
    expect(rows[0]?.risks.map(({ risk }) => risk)).toEqual(["R-0046"]);
    expect(rows[1]?.risks).toEqual([]);
  });

  it("counts each state, and names a threat without a name by its number", () => {
    expect(countOf(rows, "uncovered")).toBe(2);
    expect(countOf(rows, "covered")).toBe(1);
    expect(rows[1]?.name).toBe("T-031");
  });
});
