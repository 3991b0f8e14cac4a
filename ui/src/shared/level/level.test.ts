import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import LevelBadge from "./LevelBadge.svelte";
import LevelPicker from "./LevelPicker.svelte";
import { LEVELS, levelWords } from "./levels";

describe("LevelBadge", () => {
  it.each(LEVELS.map((level, index) => [level, index + 1] as const))(
    "shows %s in words and as %i filled bars of five",
    (level, step) => {
      const { container } = render(LevelBadge, { level });
      expect(container.textContent?.trim()).toBe(levelWords(level));
      expect(container.querySelectorAll("rect")).toHaveLength(5);
      expect(container.querySelectorAll("rect.filled")).toHaveLength(step);
    },
  );
});

describe("LevelPicker", () => {
  it("is a named group of five radio buttons that tells the picked level", async () => {
    const onpick = vi.fn();
    const { getByRole, getAllByRole } = render(LevelPicker, {
      legend: "If it starts, how likely is harm?",
      hint: "With today's controls.",
      value: "low",
      onpick,
    });
    const group = getByRole("group", { name: "If it starts, how likely is harm?" });
    expect(group.getAttribute("aria-describedby")).toBeTruthy();
    expect(getAllByRole("radio")).toHaveLength(5);
    expect(getByRole("radio", { name: "Low" })).toHaveProperty("checked", true);

    await userEvent.click(getByRole("radio", { name: "Very high" }));
    expect(onpick).toHaveBeenCalledExactlyOnceWith("very_high");
  });
});
