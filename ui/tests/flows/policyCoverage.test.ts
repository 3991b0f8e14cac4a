import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

const threats = async () => within(await screen.findByRole("region", { name: "Threats" }));
const names = (folds: HTMLElement[]) => folds.map((one) => one.textContent?.trim());

describe("the coverage", () => {
  it("puts the least covered threat first, in words, with its risks and what they lack", async () => {
    await openAt("#/coverage", "Coverage");
    const shown = await threats();
    const states = [...document.querySelectorAll<HTMLElement>("summary .state")];
    expect(names(states)).toEqual([
      "Without a policy",
      "Without a policy",
      "Stale",
      "Partly covered",
      "Covered",
    ]);
    const stale = shown.getByText("T-005 API token theft").closest("details") as HTMLElement;
    await userEvent.click(stale.querySelector("summary") as HTMLElement);
    const risk = within(stale);
    expect(risk.getByRole("link", { name: "R-0013 Patient portal API" }).getAttribute("href")).toBe(
      "#/risks/R-0013",
    );
    expect(
      within(risk.getByRole("list", { name: "What R-0013 lacks" })).getByText(
        /^It was rated higher since/,
      ),
    ).toBeTruthy();
    const link = risk.getByRole("link", { name: /^POL-11 .*version 1\.1, S-02$/ });
    expect(link.getAttribute("href")).toBe("#/policies/POL-11?version=1.1&at=S-02");
    expect(risk.getByText("In force")).toBeTruthy();
  });

  it("names statements without a risk, those on a duty alone, and items without a policy", async () => {
    await openAt("#/coverage", "Coverage");
    const alone = within(
      await screen.findByRole("region", { name: "1 statement without a risk or a safeguard" }),
    );
    expect(alone.getByText("Keeps the policy back")).toBeTruthy();
    expect(
      screen.getByRole("region", { name: "1 statement that rest on a duty alone" }),
    ).toBeTruthy();
    const items = within(
      screen.getByRole("region", { name: "1 safeguard without a policy in force" }),
    );
    expect(items.getByRole("link", { name: /310\(a\)\(1\)/ }).getAttribute("href")).toMatch(
      /^#\/safeguards\//,
    );
  });

  it("shows one state by its address, and another by choice", async () => {
    await openAt("#/coverage?show=stale", "Coverage");
    const shown = await threats();
    expect(shown.getAllByText(/^T-0\d\d/)).toHaveLength(1);
    await userEvent.selectOptions(shown.getByRole("combobox", { name: "Show" }), "Covered (1)");
    await waitFor(() => expect(window.location.hash).toBe("#/coverage?show=covered"));
    expect(shown.getByText("T-001 Ransomware")).toBeTruthy();
  });

  it("is of another day where one is named, and of today again at a press", async () => {
    await openAt("#/coverage?on=2026-01-31", "Coverage");
    const shown = await threats();
    expect(shown.getAllByText(/^T-0\d\d/)).toHaveLength(1);
    expect(screen.getByText(/AS-2025 against the policies\s+of 31 January 2026/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Today again" }));
    await shown.findByText("T-030 Tornado");
    expect(window.location.hash).toBe("#/coverage");
  });
});
