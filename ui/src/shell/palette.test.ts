import { describe, expect, it } from "vitest";
import { matching, type Entry } from "./palette";

const entry = (title: string): Entry => ({ title, kind: "", act: () => undefined });
const entries = [
  "Home",
  "Policies",
  "POL-11 Security incident response",
  "R-0004 Stolen policy binder",
].map(entry);
const found = (typed: string) => matching(entries, typed).map((one) => one.title);

describe("the palette", () => {
  it("offers the rooms before anything is typed", () => {
    expect(found("")[0]).toBe("Home");
  });

  it("puts what begins with the letters first", () => {
    expect(found("pol")).toEqual([
      "Policies",
      "POL-11 Security incident response",
      "R-0004 Stolen policy binder",
    ]);
  });

  it("wants every word, in any order", () => {
    expect(found("incident pol")).toEqual(["POL-11 Security incident response"]);
    expect(found("incident home")).toEqual([]);
  });
});
