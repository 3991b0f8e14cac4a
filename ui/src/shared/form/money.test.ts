import { describe, expect, it } from "vitest";
import { costWords, dollarsOf } from "./money";

describe("a sum of money", () => {
  it.each([
    ["", undefined],
    ["1200", 1200],
    ["$1,200", 1200],
    ["0", 0],
    ["12.50", null],
    ["-5", null],
    ["about 20", null],
    ["9999999999", null],
  ])("reads %j as %s", (text, dollars) => expect(dollarsOf(text)).toBe(dollars));

  it("is said with how often it is paid", () => {
    expect(costWords(1200, 300)).toBe("$1,200 once, $300 a year");
    expect(costWords(0, undefined)).toBe("$0 once");
    expect(costWords(undefined, undefined)).toBe("no cost given");
  });
});
