import { describe, expect, it } from "vitest";
import type { Gap } from "../../backend";
import { nextOf } from "./next";

const gap = (subject: string, blocking: boolean): Gap => ({
  step: "ratings",
  code: "risk_not_rated",
  path: "/assessments/0/risks/3/status",
  subject,
  blocking,
});

describe("the next thing to do", () => {
  it("is what the core names, where it names a record", () => {
    const link = { title: "POL-13: review was due", route: "policies/POL-13" };
    expect(nextOf(link, [gap("R-0046", true)])).toEqual({
      title: "POL-13: review was due",
      route: { name: "policy", number: "POL-13" },
    });
  });

  it("is the field of the first gap that blocks, where the core names a room", () => {
    const link = { title: "Ratings: settle R-0046", route: "risks" };
    expect(nextOf(link, [gap("R-0001", false), gap("R-0046", true)])).toEqual({
      title: "R-0046: not rated",
      route: { name: "risk", number: "R-0046", at: "rating" },
    });
  });

  it("is the room where nothing is missing, and nothing where there is nothing", () => {
    const link = { title: "Look at the risks", route: "risks" };
    expect(nextOf(link, [])?.route).toEqual({ name: "risks" });
    expect(nextOf(null, [])).toBeNull();
    expect(nextOf({ title: "Old", route: "gone/away" }, [])).toBeNull();
  });
});
