import { expect, it } from "vitest";
import { moved } from "./moved";

it("moves a row one place, and leaves the others in their order", () => {
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});
