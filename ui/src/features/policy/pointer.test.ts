import { describe, expect, it } from "vitest";
import type { PolicyVersion } from "../../backend";
import { idsOf, sectionOf } from "./pointer";

const version = {
  statements: [{ number: "S-01" }, { number: "S-03" }],
  timeframes: [{ number: "T-02" }],
  parameters: [{ number: "P-01" }],
} as unknown as PolicyVersion;

describe("places of a version", () => {
  it.each([
    ["/statements/1/text", ["at-statements-1-text", "at-statements-1", "S-03", "statements"]],
    [
      "/timeframes/0/quantity",
      ["at-timeframes-0-quantity", "at-timeframes-0", "T-02", "timeframes"],
    ],
    ["/scope/assets", ["at-scope-assets", "at-scope", "scope"]],
    ["/review_months", ["at-review_months", "reviews"]],
    ["/statements", ["at-statements", "statements"]],
    ["/approvals/0", ["at-approvals-0", "at-approvals", "life"]],
  ])("of %s are looked for in this order", (path, ids) => {
    expect(idsOf(path, version)).toEqual(ids);
  });

  it("knows the section of a field of another name", () => {
    expect(sectionOf("/review_triggers")).toBe("reviews");
    expect(sectionOf("/training")).toBe("training");
  });
});
