import { describe, expect, it } from "vitest";
import { fieldWords, flat, unflat, type RatingFields } from "./fields";

const RATING: RatingFields = {
  initiation: "low",
  adverse: "high",
  impact: { c: "very_low", i: "moderate", a: "very_high" },
  rationale: "Seen in March.",
};

describe("the fields of a rating", () => {
  it("go to pointers and back without a loss", () => {
    expect(unflat(flat(RATING))).toEqual(RATING);
    expect(flat(RATING)["/residual/impact/a"]).toBe("very_high");
  });

  it("compare a rationale as it is stored", () => {
    expect(flat({ ...RATING, rationale: "Seen in March. " })).toEqual(flat(RATING));
  });

  it("are named in words", () => {
    for (const pointer of Object.keys(flat(RATING)))
      expect(fieldWords(pointer)).not.toMatch(/[/_]/);
    expect(fieldWords("/residual/initiation")).toBe("Likelihood of initiation");
    expect(fieldWords("/rated_on")).toBe("Rated on");
  });
});
