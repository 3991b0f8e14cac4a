import { describe, expect, it } from "vitest";
import { againProblem, goodPair, passphraseProblem } from "./passphrase";

describe("a new passphrase", () => {
  it("must be there and long enough, counted in characters", () => {
    expect(passphraseProblem("", 12)).toBe("Type a passphrase.");
    expect(passphraseProblem("🔑🔑🔑", 12)).toBe("This has 3 characters; 12 are needed.");
    expect(passphraseProblem("twelve chars", 12)).toBeNull();
  });

  it("is typed twice alike", () => {
    expect(againProblem("twelve chars", "")).toBe("Type it once more.");
    expect(againProblem("twelve chars", "twelve chars ")).toBe("The two are not the same.");
    expect(goodPair("twelve chars", "twelve chars", 12)).toBe(true);
    expect(goodPair("twelve chars", "Twelve chars", 12)).toBe(false);
    expect(goodPair("short", "short", 12)).toBe(false);
  });
});
