import { expect, it } from "vitest";
import { timeLeft } from "./words";

it.each([
  [null, ""],
  [0, ""],
  [25, "about 25 min left"],
  [89, "about 89 min left"],
  [90, "about 1.5 hours left"],
  [240, "about 4 hours left"],
])("%s minutes read as %j", (minutes, words) => expect(timeLeft(minutes)).toBe(words));
