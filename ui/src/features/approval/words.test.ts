import { describe, expect, it } from "vitest";
import type { Gap, Step } from "../../backend";
import { byStep, isComplete } from "./words";

const gap = (step: Step, subject: string, blocking: boolean): Gap => ({
  step,
  code: "status_missing",
  path: "",
  subject,
  blocking,
});

describe("what is missing", () => {
  const gaps = [
    gap("safeguards", "b", false),
    gap("safeguards", "a", true),
    gap("inventory", "c", false),
  ];

  it("stands by step in the order of the work, what blocks first", () => {
    const steps = byStep(gaps).map(({ step, gaps }) => [step, gaps.map(({ subject }) => subject)]);
    expect(steps).toEqual([
      ["inventory", ["c"]],
      ["safeguards", ["a", "b"]],
    ]);
  });

  it("keeps an assessment from approval only where it blocks", () => {
    expect(isComplete({ gaps })).toBe(false);
    expect(isComplete({ gaps: gaps.filter(({ blocking }) => !blocking) })).toBe(true);
  });
});
