import { describe, expect, it } from "vitest";
import { effectWords, frameworkShort, parameterRow, timeRow } from "./rows";

describe("rows of a policy", () => {
  it.each([
    ["nist-csf-2.0", "NIST CSF 2.0"],
    ["nist-800-53r5", "NIST 800-53 r5"],
    ["nist-800-63-4", "NIST 800-63-4"],
    ["hicp-2023", "HICP 2023"],
  ])("names %s %s", (id, name) => expect(frameworkShort(id)).toBe(name));

  it("names a standard of one's own by its name, and by its id until that is read", () => {
    const names = { "own-network-2": "Network baseline 2" };
    expect(frameworkShort("own-network-2", names)).toBe("Network baseline 2");
    expect(frameworkShort("own-network-2")).toBe("own-network-2");
  });

  it("writes a limit with its unit in the right number, for all severities where none is named", () => {
    const time = {
      number: "T-01",
      phase: "identify" as const,
      role: "On-call engineer",
      action: "triage the report",
      comparator: "within",
      quantity: 1,
      unit: "hours",
      trigger: "receipt",
    };
    expect(timeRow(time).cells).toEqual([
      "Identify",
      "all",
      "On-call engineer",
      "triage the report",
      "within 1 hour",
      "receipt",
    ]);
    expect(timeRow({ ...time, quantity: 4 }).cells[4]).toBe("within 4 hours");
  });

  it("writes comparators as paper does", () => {
    const one = { number: "P-01", phase: "respond" as const, name: "severity", value: "1, 2" };
    expect(parameterRow({ ...one, comparator: "in" }).cells[2]).toBe("one of 1, 2");
    expect(parameterRow({ ...one, comparator: ">=", value: "5", unit: "times" }).cells[2]).toBe(
      "≥ 5 times",
    );
  });

  it.each([
    [{ lowers_likelihood: 1 }, "lowers likelihood by 1 level"],
    [{ lowers_impact: 2 }, "lowers impact by 2 levels"],
    [{ detects: "misuse" }, "detects: misuse"],
    [{ recovers: "the record" }, "recovers: the record"],
  ])("says what %j does", (effect, words) => expect(effectWords(effect)).toBe(words));
});
