import { expect, it } from "vitest";
import { lagWords } from "./case";

it.each([
  ["2026-03-03T09:00:00Z", "2026-03-03T09:00:20Z", "Written down as it was decided."],
  ["2026-03-03T09:00:00Z", "2026-03-03T09:01:30Z", "Written down 1 minute after it was decided."],
  ["2026-03-03T09:00:00Z", "2026-03-03T12:59:00Z", "Written down 3 hours after it was decided."],
  ["2026-03-03T09:00:00Z", "2026-03-04T20:00:00Z", "Written down 35 hours after it was decided."],
  ["2026-03-03T09:00:00Z", "2026-03-13T09:00:00Z", "Written down 10 days after it was decided."],
  ["2026-03-03T09:00:00Z", undefined, null],
  [undefined, "2026-03-03T09:00:00Z", null],
])("decided %j and recorded %j: %j", (decided, recorded, words) =>
  expect(lagWords(decided, recorded)).toBe(words),
);
