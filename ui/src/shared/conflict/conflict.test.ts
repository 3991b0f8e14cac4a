import { describe, expect, it } from "vitest";
import { all, choiceOf, complete, pointerWords, settled, valueWords } from "./conflict";

const conflict = (field: string) => ({ field, theirs: "low", yours: "high", by: "ruth", at: "" });

describe("a conflict of fields", () => {
  const base = { "/a": "1", "/b": "1", "/c": "1", "/d": "1" };
  // I changed a and b; they changed a and c.
  const mine = { ...base, "/a": "mine", "/b": "mine" };
  const newest = { ...base, "/a": "theirs", "/c": "theirs" };

  it("keeps what each changed alone, and what was chosen of the rest", () => {
    expect(settled(base, mine, newest, { "/a": "theirs" })).toEqual({
      "/a": "theirs",
      "/b": "mine",
      "/c": "theirs",
      "/d": "1",
    });
    expect(settled(base, mine, newest, { "/a": "mine" })["/a"]).toBe("mine");
  });

  it("takes a choice for a whole as one for its parts", () => {
    expect(choiceOf({ "/residual": "theirs" }, "/residual/impact/c")).toBe("theirs");
    expect(choiceOf({ "/residual/impact": "mine" }, "/residual/adverse")).toBeUndefined();
    expect(choiceOf({ "/res": "mine" }, "/residual")).toBeUndefined();
  });

  it("is decided only when each field is", () => {
    const conflicts = [conflict("/a"), conflict("/b")];
    expect(complete(conflicts, { "/a": "mine" })).toBe(false);
    expect(complete(conflicts, all(conflicts, "theirs"))).toBe(true);
  });

  it.each([
    ["very_high", "Very high"],
    ["Seen in March.", "Seen in March."],
    [null, "nothing"],
    [undefined, "nothing"],
    ["", "nothing"],
    [[], "nothing"],
    [["low", "S-02"], "Low, S-02"],
    [{ c: "high", i: "low" }, "c: High, i: Low"],
    [false, "no"],
    [0, "0"],
  ])("writes %j as %s", (value, words) => expect(valueWords(value)).toBe(words));

  it("names a field that has no words of its own", () => {
    expect(pointerWords("/treatment/due_on")).toBe("Due on");
  });
});
