import { expect, it } from "vitest";
import { shortHash } from "./hash";

it("shortens a hash to what an eye compares, and nothing that is short", () => {
  expect(shortHash("7d793037a0760186574b0282f2f435e78f90")).toBe("7d79 3037 … 8f90");
  expect(shortHash("7d79")).toBe("7d79");
});
