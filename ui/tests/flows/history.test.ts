import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

describe("a day in the past", () => {
  it("shows what was in force, and marks what was recorded later", async () => {
    await openAt("#/history?on=2026-11-21", "As of a day");
    const early = within(await screen.findByRole("article", { name: /POL-25 version 1.1/ }));
    expect(early.queryByText(/days later/)).toBeNull();
    expect(early.getByText("Stolen laptop")).toBeTruthy();
    const late = within(screen.getByRole("article", { name: /POL-10 version 1.1/ }));
    expect(late.getByText("Recorded 77 days later")).toBeTruthy();
    expect(late.getByText(/^Came with the imported file/)).toBeTruthy();
    expect(screen.getByRole("list", { name: /What to know/ }).textContent).toContain("POL-10");
  });

  it("shows the practice with the conclusion for that day, and leads to its check", async () => {
    await openAt("#/history?on=2026-11-21", "As of a day");
    const practices = within(await screen.findByRole("region", { name: "Practices that ran" }));
    expect(practices.getByText(/supports the conditions/)).toBeTruthy();
    expect(practices.getByRole("link").getAttribute("href")).toBe(
      "#/practices/PR-0002?on=2026-11-21",
    );
  });

  it("says so where nothing was in force", async () => {
    await openAt("#/history?on=2020-01-01", "As of a day");
    await screen.findByText("Nothing is recorded as in force on this day.");
  });

  it("asks anew for another day, and keeps the day in the address", async () => {
    await openAt("#/history?on=2020-01-01", "As of a day");
    await screen.findByText("Nothing is recorded as in force on this day.");
    const group = screen.getByRole("group", { name: "In force on" });
    const year = within(group).getByRole("spinbutton", { name: /year/ });
    await userEvent.click(year);
    await userEvent.keyboard("2027");
    await screen.findByRole("article", { name: /POL-25/ });
    expect(window.location.hash).toBe("#/history?on=2027-01-01");
  });

  it("goes back to what is known now", async () => {
    await openAt("#/history?on=2026-11-21&known=2026-06-30T12:00:00Z", "As of a day");
    await screen.findByText(/as known on 30 June 2026/);
    await userEvent.click(screen.getByRole("button", { name: "As known now" }));
    await screen.findByText(/as known on 21 November 2026/);
    await waitFor(() => expect(window.location.hash).toBe("#/history?on=2026-11-21"));
  });
});
