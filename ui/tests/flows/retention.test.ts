import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

const records = () =>
  screen
    .getAllByRole("rowheader")
    .map((cell) => cell.textContent?.trim())
    .sort();

async function place(matter: string) {
  await userEvent.click(await screen.findByRole("button", { name: "Place a hold" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Place a legal hold" }));
  await userEvent.type(dialog.getByRole("textbox", { name: "The matter" }), matter);
  await userEvent.type(
    dialog.getByRole("textbox", { name: "Why it is placed" }),
    "Counsel asks to keep all of it.",
  );
  return dialog;
}

describe("retention", () => {
  it("says the rule with its citation, and what keeps each record", async () => {
    await openAt("#/retention", "Retention");
    await screen.findByText(/45 CFR 164.316\(b\)\(2\)\(i\)/);
    expect(screen.getByRole("row", { name: /POL-13\/1.0/ }).textContent).toContain(
      "PR-0001 of 2026 rests on it",
    );
  });

  it("shows the records of one state", async () => {
    await openAt("#/retention", "Retention");
    const state = await screen.findByRole("combobox", { name: "State" });
    await userEvent.selectOptions(state, "Protected (2)");
    expect(records()).toEqual(["AS-2025", "POL-25/1.0"]);
    expect(window.location.hash).toBe("#/retention?state=protected");
  });

  it("disposes of a record only with a reason", async () => {
    await openAt("#/retention", "Retention");
    await userEvent.click(await screen.findByRole("button", { name: /^Dispose of it/ }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Dispose of PDF of POL-03/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Dispose of it" }));
    expect(dialog.getByText("Say why, in 10 characters or more.")).toBeTruthy();
    await userEvent.type(dialog.getByRole("textbox"), "Its six years ended in February.");
    await userEvent.click(dialog.getByRole("button", { name: "Dispose of it" }));
    await waitFor(() => expect(records()).not.toContain("D-0000"));
  });

  it("holds everything, and lets go with a reason", async () => {
    await openAt("#/retention", "Retention");
    const dialog = await place("Audit of 2026");
    await userEvent.click(dialog.getByRole("button", { name: "Place the hold" }));
    await screen.findByText("In force");
    expect(screen.getByRole("row", { name: /D-0000/ }).textContent).toContain("Held");
    expect(screen.queryByRole("button", { name: /^Dispose of it/ })).toBeNull();

    await userEvent.click(screen.getByRole("button", { name: "Release H-001" }));
    const release = within(await screen.findByRole("dialog", { name: "Release H-001" }));
    await userEvent.type(release.getByRole("textbox"), "The audit is closed.");
    await userEvent.click(release.getByRole("button", { name: "Release the hold" }));
    await screen.findByText("Released");
    expect(screen.getByRole("button", { name: /^Dispose of it/ })).toBeTruthy();
  });

  it("holds what was chosen, and at least one record", async () => {
    await openAt("#/retention", "Retention");
    const dialog = await place("Claim of a patient");
    await userEvent.click(dialog.getByRole("checkbox", { name: "Everything in this workspace" }));
    await userEvent.click(dialog.getByRole("button", { name: "Place the hold" }));
    expect(dialog.getByText("Choose at least one record.")).toBeTruthy();
    await userEvent.click(dialog.getByRole("checkbox", { name: "Assessment of 2025" }));
    await userEvent.click(dialog.getByRole("button", { name: "Place the hold" }));
    await screen.findByText(/^1 record · placed by Dana Whitfield/);
    expect(screen.getByRole("row", { name: /AS-2025/ }).textContent).toContain("Hold H-001");
  });
});
