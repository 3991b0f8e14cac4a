import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

describe("the window", () => {
  it("shows the rooms that exist, marks where the person is, and counts the work", async () => {
    await openAt("#/policies", "Policies");
    const rooms = within(screen.getByRole("navigation", { name: "Rooms" })).getAllByRole("link");
    expect(rooms.map((room) => room.textContent?.trim())).toEqual([
      "Home",
      "Organization",
      "Assessment",
      "Safeguards 52 of 68",
      "Risks 15",
      "Approval",
      "Events",
      "Reports",
      "Policies 19 of 28",
      "Coverage",
      "Practices 2 of 3",
      "Incidents",
      "Documents",
      "Evidence",
      "As of a day",
      "Retention",
      "Audit trail",
      "People",
      "Backups",
      "Settings",
    ]);
    const current = rooms.filter((room) => room.hasAttribute("aria-current"));
    expect(current.map((room) => [room.textContent, room.getAttribute("aria-current")])).toEqual([
      [expect.stringContaining("Policies"), "page"],
    ]);
    expect(document.title).toBe("Policies · Lakeside Family Clinic");
  });

  it("says so where an address leads nowhere", async () => {
    await openAt("#/nowhere", "This page does not exist");
    expect(screen.getByRole("link", { name: "go home" }).getAttribute("href")).toBe("#/");
  });

  it("goes to a risk by a few letters in the palette", async () => {
    await openAt("#/", /assessment/);
    await userEvent.keyboard("{Control>}k{/Control}");
    const box = await screen.findByRole("combobox", { name: "Search or do" });
    await userEvent.type(box, "flood");
    const option = await screen.findByRole("option", { name: /R-0022 Flood/ });
    await waitFor(() => expect(option.getAttribute("aria-selected")).toBe("true"));
    expect(box.getAttribute("aria-activedescendant")).toBe(option.id);
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/risks/R-0022"));
  });

  it("lists the shortcuts under ?, unless single keys are turned off there", async () => {
    await openAt("#/", /assessment/);
    await userEvent.keyboard("?");
    await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    await userEvent.click(screen.getByRole("checkbox", { name: "Use keys without Ctrl or Alt" }));
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await userEvent.keyboard("?");
    expect(screen.queryByRole("dialog")).toBeNull();
    localStorage.clear();
  });
});
