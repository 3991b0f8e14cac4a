import { describe, expect, it } from "vitest";
import { fieldWords, flat, unflat, type RatingFields } from "./fields";
import { given, ratingOf, valuesOf } from "./values";

const RATING: RatingFields = {
  values: { initiation: "low", adverse: "high", c: "very_low", i: "moderate", a: "very_high" },
  rationale: "Seen in March.",
};

describe("the fields of a rating", () => {
  it("go to pointers and back without a loss", () => {
    expect(unflat(flat(RATING))).toEqual(RATING);
    expect(flat(RATING)["/residual/impact/a"]).toBe("very_high");
    const begun: RatingFields = { values: { ...valuesOf(null), i: "low" }, rationale: "" };
    expect(unflat(flat(begun))).toEqual(begun);
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

describe("the five values", () => {
  it("are a rating only when all are given: nothing is rated by itself", () => {
    expect(ratingOf(valuesOf(undefined))).toBeNull();
    expect(ratingOf({ ...RATING.values, a: null })).toBeNull();
    expect(given({ ...RATING.values, a: null })).toBe(4);
    const rated = ratingOf(RATING.values);
    expect(rated?.impact).toEqual({ c: "very_low", i: "moderate", a: "very_high" });
    expect(valuesOf(rated)).toEqual(RATING.values);
  });
});
