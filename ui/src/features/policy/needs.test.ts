import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../backend";
import { unneeded, unwritten, whyWords } from "./needs";

const base: Recommendation = {
  policy: "POL-16",
  title: "Facility access",
  purpose: "",
  needed: true,
  safeguards: ["45 CFR 164.310(a)(1)"],
  risks: [],
  in_force: false,
};

describe("what the assessment asks for", () => {
  it("puts the highest risk first and leaves out what is written", () => {
    const all: Recommendation[] = [
      base,
      { ...base, policy: "POL-17", highest: "high" },
      { ...base, policy: "POL-18", highest: "very_high" },
      { ...base, policy: "POL-19", newest: "draft" },
      { ...base, policy: "POL-27", needed: false },
    ];
    expect(unwritten(all).map((one) => one.policy)).toEqual(["POL-18", "POL-17", "POL-16"]);
    expect(unneeded(all).map((one) => one.policy)).toEqual(["POL-27"]);
  });

  it.each<[Partial<Recommendation>, string]>([
    [{}, "1 safeguard asks for it; no open risk needs it"],
    [
      { safeguards: ["a", "b"], risks: ["R-0001"], highest: "very_high" },
      "2 safeguards ask for it; 1 risk, the highest very high",
    ],
    [
      { risks: ["R-0001", "R-0002"] },
      "1 safeguard asks for it; 2 risks, the highest not rated yet",
    ],
  ])("says why %#", (part, words) => expect(whyWords({ ...base, ...part })).toBe(words));
});
