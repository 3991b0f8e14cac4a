import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt, topBar } from "./open";

/** The panel of the risk, once it is read. */
async function panel() {
  const found = await screen.findByRole("region", { name: "Risk R-0010" });
  await within(found).findByRole("heading", { name: "Stolen laptop" });
  return within(found);
}

function pick(group: HTMLElement, level: string): Promise<void> {
  return userEvent.click(within(group).getByRole("radio", { name: level }));
}

describe("rating a risk", () => {
  it("shows the new level at once, saves by itself and follows in the register", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    const row = () => screen.getByRole("link", { name: /^R-0010/ }).closest("tr")?.textContent;
    expect(row()).toContain("Moderate");

    await pick(risk.getByRole("group", { name: /How likely does it start/ }), "Very high");
    await waitFor(() =>
      expect(risk.getByRole("status").textContent).toMatch(/Likelihood very high × impact\s+high/),
    );
    expect(risk.getByRole("status").textContent).toContain("High");
    const bar = within(topBar());
    await waitFor(() => expect(bar.getByRole("status").textContent).toMatch(/Saved \d\d:\d\d/), {
      timeout: 3000,
    });
    expect(row()).toMatch(/High/);
    expect(row()).not.toContain("Moderate");
  });

  it("saves a second change on top of the first", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    const reason = risk.getByRole("textbox", { name: "Why these levels?" });
    for (const word of [" One.", " Two."]) {
      await userEvent.type(reason, word);
      await saving.settle();
      expect(saving.state.kind).toBe("saved");
    }
    const { row, revision } = await call("risk::get", { number: "R-0010" });
    expect(row.rationale).toMatch(/ One\. Two\.$/);
    expect(revision).toBe(3);
  });

  it("does not take a level without a reason", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    const reason = risk.getByRole("textbox", { name: "Why these levels?" });
    await userEvent.clear(reason);
    await userEvent.type(reason, "Because it is.");
    expect(reason.getAttribute("aria-invalid")).toBe("true");
    await saving.settle();
    const { revision } = await call("risk::get", { number: "R-0010" });
    expect(revision).toBe(1);
  });

  it("shows the risks of one place of the heat map, and all again", async () => {
    await openAt("#/risks?likelihood=high&impact=very_high", "Risks");
    const rows = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent?.trim());
    await screen.findByRole("table", { name: "Risk register" });
    expect(rows()).toEqual(["R-0004 Ransomware through a stolen sign-in"]);
    await userEvent.click(screen.getByRole("link", { name: /show all/ }));
    await waitFor(() => expect(rows()).toHaveLength(14));
  });
});
