import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt, topBar } from "./open";

const bar = () => within(topBar());

async function panel() {
  const found = await screen.findByRole("region", { name: "Risk R-0010" });
  await within(found).findByRole("heading", { name: "Stolen laptop" });
  return within(found);
}

async function starts(level: string) {
  const risk = await panel();
  const group = risk.getByRole("group", { name: /How likely does it start/ });
  return within(group).getByRole<HTMLInputElement>("radio", { name: level });
}

async function rateVeryHigh() {
  await openAt("#/risks/R-0010", "Risks");
  await userEvent.click(await starts("Very high"));
  await saving.settle();
}

describe("undo", () => {
  it("takes back a rating with the button that names it, and does it again from the message", async () => {
    await rateVeryHigh();
    await userEvent.click(await bar().findByRole("button", { name: "Undo: rating of R-0010" }));
    await waitFor(async () => expect((await starts("Moderate")).checked).toBe(true));
    const idle = bar().getByRole("button", { name: "Undo" });
    expect(idle.getAttribute("aria-disabled")).toBe("true");
    expect(document.activeElement).toBe(idle);
    const said = await screen.findByText("Undone: rating of R-0010.");
    const toast = within(said.parentElement as HTMLElement);
    await userEvent.click(toast.getByRole("button", { name: "Redo" }));
    await waitFor(async () => expect((await starts("Very high")).checked).toBe(true));
  });

  it("answers the keys outside a text field", async () => {
    await rateVeryHigh();
    await bar().findByRole("button", { name: "Undo: rating of R-0010" });
    (await starts("Very high")).focus();
    await userEvent.keyboard("{Control>}z{/Control}");
    await waitFor(async () => expect((await starts("Moderate")).checked).toBe(true));
    await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
    await waitFor(async () => expect((await starts("Very high")).checked).toBe(true));
  });

  it("leaves the keys to a text field", async () => {
    await rateVeryHigh();
    await bar().findByRole("button", { name: "Undo: rating of R-0010" });
    const risk = await panel();
    await userEvent.click(risk.getByRole("textbox", { name: "Why these levels?" }));
    await userEvent.keyboard("{Control>}z{/Control}");
    const { row } = await call("risk::get", { number: "R-0010" });
    expect(row.residual?.initiation).toBe("very_high");
  });

  it("saves what was typed before it takes back, and does not lose what cannot be saved", async () => {
    await rateVeryHigh();
    const risk = await panel();
    const reason = risk.getByRole("textbox", { name: "Why these levels?" });
    await userEvent.clear(reason);
    await userEvent.type(reason, "Too short.");
    await userEvent.click(bar().getByRole("button", { name: "Undo: rating of R-0010" }));
    await screen.findByText(/^Something on this page is not saved yet/);
    expect(reason).toHaveProperty("value", "Too short.");
    expect((await starts("Very high")).checked).toBe(true);
  });

  it("says in words that there is nothing to take back", async () => {
    await openAt("#/risks", "Risks");
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard("{Control>}z{/Control}");
    await screen.findByText(/^You have made no change that can be taken back/);
  });
});
