import { describe, expect, it } from "vitest";
import { groups, keyProblem } from "./key";

const KEY = Array.from({ length: 14 }, () => "AB12").join("-");

describe("the recovery key", () => {
  it("is shown in groups of four", () => {
    expect(groups(KEY)).toHaveLength(14);
    expect(groups("ab12cd34")).toEqual(["AB12", "CD34"]);
  });

  it.each([KEY, KEY.toLowerCase(), KEY.replaceAll("-", " \n"), KEY.replace("1", "l")])(
    "takes it as people type it: %j",
    (typed) => expect(keyProblem(typed)).toBeNull(),
  );

  it("says which group is wrong and how many characters are missing", () => {
    expect(keyProblem("")).toMatch(/printed sheet/);
    expect(keyProblem(KEY.replace(/AB12$/, "AU12"))).toMatch(/^Group 14 has “U”/);
    expect(keyProblem(KEY.slice(0, -5))).toBe(
      "A recovery key has 56 characters in 14 groups; this has 52.",
    );
  });
});
