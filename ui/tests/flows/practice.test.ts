import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

const TITLE = "Suspend an API client after abuse";

describe("the check of a practice", () => {
  it("reads as a page: each paragraph with its criteria, product rules apart", async () => {
    await openAt("#/practices/PR-0002", TITLE);
    const section = within(await screen.findByRole("region", { name: /^\(d\)\(4\)/ }));
    expect(section.getByText("Not met")).toBeTruthy();
    const fix = section.getByRole("link", { name: /^Fix this/ });
    expect(fix.getAttribute("href")).toBe("#/policies/POL-11?version=2.0&at=parameters");
    const own = screen.getByRole("region", { name: "Good practice beyond the rule" });
    expect(within(own).getAllByText(/product rule$/)).toHaveLength(2);
  });

  it("keeps to the careful words", async () => {
    await openAt("#/practices/PR-0002", TITLE);
    await screen.findByText(/is for OIG, CMS and the courts/);
    expect(document.body.textContent).not.toMatch(
      /complian|is not information blocking|safe harbor/i,
    );
  });

  it("takes a person's judgement only with its reason", async () => {
    await openAt("#/practices/PR-0002", TITLE);
    const section = within(await screen.findByRole("region", { name: /^\(c\)/ }));
    await userEvent.click(section.getByRole("button", { name: /^Judge this/ }));
    await userEvent.click(section.getByRole("button", { name: "It is met" }));
    expect(section.getByText(/^Say why, in 20/)).toBeTruthy();
    await userEvent.type(section.getByRole("textbox"), "All seven records follow the rule.");
    await userEvent.click(section.getByRole("button", { name: "It is met" }));
    await waitFor(() => expect(section.getByText("Met")).toBeTruthy());
  });

  it("leaves out what is settled, if asked", async () => {
    await openAt("#/practices/PR-0002", TITLE);
    await screen.findByRole("region", { name: /^\(a\)/ });
    await userEvent.click(screen.getByRole("checkbox", { name: "Show only what is open" }));
    expect(screen.queryByRole("region", { name: /^\(a\)/ })).toBeNull();
    expect(screen.getByRole("region", { name: /^\(c\)/ })).toBeTruthy();
  });

  it("is made for the day the person asks for", async () => {
    await openAt("#/practices/PR-0002?on=2026-06-30", TITLE);
    await screen.findByText(/checked for 30 June 2026/);
  });
});
