import { describe, expect, it } from "vitest";
import { Failure, type FailureCode } from "../../backend";
import { CODES, wordsOf } from "./words";

const fail = (code: FailureCode) => new Failure(code, "");

describe("error words", () => {
  it.each(CODES)("says what %s means and what to do next", (code) => {
    const words = wordsOf(fail(code));
    expect(words.title).toMatch(/^[A-Z].*[^.]$/);
    expect(words.next).toMatch(/^[A-Z].*\.$/);
  });

  it("gives no two codes the same title", () => {
    const titles = CODES.map((code) => wordsOf(fail(code)).title);
    expect(new Set(titles).size).toBe(CODES.length);
  });

  it("takes a code that a newer core made for an internal fault", () => {
    const unknown = fail("from_the_future" as FailureCode);
    expect(wordsOf(unknown)).toBe(wordsOf(fail("internal")));
  });
});
