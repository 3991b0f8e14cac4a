import { describe, expect, it } from "vitest";
import { kindWords, recordWords, routeOf } from "./record";

describe("records", () => {
  it.each([
    ["risk", "R-0042", { name: "risk", number: "R-0042" }],
    ["risk", "AS-2026/R-0042", { name: "risk", number: "R-0042" }],
    ["policy", "POL-11", { name: "policy", number: "POL-11", version: undefined }],
    ["policy_version", "POL-11/2.0", { name: "policy", number: "POL-11", version: "2.0" }],
    ["practice", "PR-0002", { name: "practice", number: "PR-0002" }],
    ["evidence", "E-0003", { name: "evidence", number: "E-0003" }],
    ["asset", "AS-2026/A-001", { name: "asset", number: "A-001" }],
    ["threat_disposition", "AS-2026/T-005", { name: "threat", number: "T-005" }],
    ["factor_answer", "AS-2026/Q013", { name: "question", number: "Q013" }],
    [
      "safeguard_status",
      "AS-2026/45 CFR 164.312(a)(2)(iv)",
      { name: "safeguard", number: "312-a-2-iv" },
    ],
    ["legal_hold", "H-001", { name: "retention" }],
  ])("shows a %s %s on its page", (kind, id, route) => {
    expect(routeOf({ kind, id })).toEqual(route);
  });

  it.each([
    ["event", "0197c0de"],
    ["person", "P-001"],
    ["risk", "0197c0de-0000-7000-8000-000000000000"],
  ])("offers no page for %s %s", (kind, id) => expect(routeOf({ kind, id })).toBeNull());

  it("names a record in words", () => {
    expect(recordWords({ kind: "risk", id: "AS-2026/R-0042" })).toBe("Risk R-0042");
    const status = { kind: "safeguard_status", id: "AS-2026/45 CFR 164.312(b)" };
    expect(recordWords(status)).toBe("Safeguard 164.312(b)");
    expect(kindWords("training_record")).toBe("training record");
  });
});
