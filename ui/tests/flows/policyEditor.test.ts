import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

const DRAFT = "#/policies/POL-11?version=2.0";
const TITLE = "Security incident response";
const main = () => within(screen.getByRole("main"));
const version = async () =>
  (await call("policy::get", { number: "POL-11", version: "2.0" })).version;

async function card(number: string) {
  return within(await screen.findByRole("article", { name: `Statement ${number}` }));
}

/** Opens the form of a section. */
async function edit(section: string) {
  await userEvent.click(
    await main().findByRole("button", { name: new RegExp(`^Edit\\s+${section}`) }),
  );
  return within(main().getByRole("group", { name: `Edit ${section}` }));
}

describe("the editor of a draft", () => {
  it("adds a statement under the next number, with role, sentence, risk and effect", async () => {
    await openAt(DRAFT, TITLE);
    await userEvent.click(await main().findByRole("button", { name: "Add a statement" }));
    const form = await card("S-04");
    const text = form.getByRole("textbox", { name: "Text of S-04" });
    expect(document.activeElement).toBe(text);
    expect(text).toHaveProperty("value", "Incident Lead shall ");
    await userEvent.type(text, "close a case within 5 hours of closure.");
    await form.findByText("Read as: within 5 hours of closure (PT5H)");
    await userEvent.selectOptions(
      form.getByRole("combobox", { name: "Who has the duty" }),
      "System Owner",
    );
    await userEvent.click(
      form.getByRole("checkbox", { name: "It stops or limits access, exchange or use of EHI" }),
    );
    await userEvent.selectOptions(
      form.getByRole("combobox", { name: /Risks it answers/ }),
      "R-0010",
    );
    const effect = form.getByRole("combobox", { name: "What it does to R-0010" });
    await userEvent.selectOptions(effect, "Lowers the impact");
    await userEvent.selectOptions(
      form.getByRole("combobox", { name: "By how much, for R-0010" }),
      "by 3 levels",
    );
    await saving.settle();
    expect((await version()).statements.at(-1)).toMatchObject({
      number: "S-04",
      role: "System Owner",
      text: "System Owner shall close a case within 5 hours of closure.",
      restricts_ehi: true,
      risks: [{ risk: "R-0010", effect: { lowers_impact: 3 } }],
    });
    await userEvent.selectOptions(effect, "Detects");
    await userEvent.type(
      form.getByRole("textbox", { name: "What is noticed, for R-0010" }),
      "a lost device",
    );
    await userEvent.click(form.getByRole("button", { name: "Done" }));
    await (await card("S-04")).findByText("detects: a lost device");
  });

  it("says at its place what keeps a link back", async () => {
    await openAt(DRAFT, TITLE);
    const one = await card("S-02");
    await userEvent.click(one.getByRole("button", { name: /^Edit/ }));
    await userEvent.selectOptions(
      one.getByRole("combobox", { name: "What it does to R-0013" }),
      "Choose what it does",
    );
    await saving.settle();
    const effect = one.getByRole("combobox", { name: "What it does to R-0013" });
    await waitFor(() => expect(effect.getAttribute("aria-invalid")).toBe("true"));
    expect(one.getByText(/^R-0013: say what following the statement does/)).toBeTruthy();
  });

  it("moves and removes statements, and the focus goes with them", async () => {
    await openAt(DRAFT, TITLE);
    const one = await card("S-02");
    await userEvent.click(one.getByRole("button", { name: /^Edit/ }));
    await userEvent.click(one.getByRole("button", { name: /^Move up\s*S-02/ }));
    await saving.settle();
    expect((await version()).statements.map(({ number }) => number)).toEqual([
      "S-02",
      "S-01",
      "S-03",
    ]);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^\s*Move up\s*S-02/));
    await userEvent.click((await card("S-02")).getByRole("button", { name: /^Remove\s+S-02/ }));
    expect(document.activeElement?.textContent?.trim()).toBe("Add a statement");
    await saving.settle();
    expect((await version()).statements.map(({ number }) => number)).toEqual(["S-01", "S-03"]);
  });

  it("writes a timeframe row by row, under the next number", async () => {
    await openAt(DRAFT, TITLE);
    const form = await edit("Timeframes");
    await userEvent.click(form.getByRole("button", { name: "Add a timeframe" }));
    const row = within(form.getByRole("group", { name: "T-04" }));
    expect(document.activeElement).toBe(row.getByRole("combobox", { name: "Phase" }));
    await userEvent.type(row.getByRole("textbox", { name: "Does what" }), "tell the partners");
    const many = row.getByRole("textbox", { name: "How many" });
    await userEvent.clear(many);
    await userEvent.type(many, "24");
    await userEvent.type(row.getByRole("textbox", { name: "Clock starts at" }), "declaration");
    await userEvent.click(row.getByRole("button", { name: /^Move up\s+T-04/ }));
    await userEvent.click(form.getByRole("button", { name: /^Done/ }));
    const { timeframes } = await version();
    expect(timeframes.map(({ number }) => number)).toEqual(["T-01", "T-02", "T-04", "T-03"]);
    expect(timeframes[2]).toMatchObject({
      role: "Incident Lead",
      action: "tell the partners",
      comparator: "within",
      quantity: 24,
      unit: "hours",
      trigger: "declaration",
    });
    await waitFor(() =>
      expect(document.activeElement?.textContent?.trim()).toMatch(/^Edit\s*Timeframes/),
    );
  });

  it("saves narrative text as it was typed, and what is amiss stands at it", async () => {
    await openAt(DRAFT, TITLE);
    const form = await edit("Training");
    const box = form.getByRole("textbox", { name: "Training" });
    await userEvent.clear(box);
    await saving.settle();
    await form.findByText("Write this section.");
    await userEvent.type(box, "Every worker:{Enter}{Enter}- on hire{Enter}- every 12 months");
    await userEvent.click(form.getByRole("button", { name: /^Done/ }));
    expect((await version()).training).toBe("Every worker:\n\n- on hire\n- every 12 months");
    expect(main().getByText("every 12 months")).toBeTruthy();
  });

  it("keeps lines that are still empty to itself", async () => {
    await openAt(DRAFT, TITLE);
    const form = await edit("Review");
    const box = form.getByRole("textbox", { name: "Events that start a review" });
    await userEvent.type(box, "{Enter}");
    await saving.settle();
    expect(box).toHaveProperty("value", "a severity 1 incident\na new system\n");
    await userEvent.type(box, "a move");
    await saving.settle();
    expect((await version()).review_triggers).toEqual([
      "a severity 1 incident",
      "a new system",
      "a move",
    ]);
  });

  it("shows both values where somebody else changed the same section, and merges the rest", async () => {
    await openAt(DRAFT, TITLE);
    const form = await edit("Exceptions");
    const { version: theirs, revision } = await call("policy::get", {
      number: "POL-11",
      version: "2.0",
    });
    const content = { ...theirs, exceptions: "None, for 0 days.", monitoring: "Weekly counts." };
    await call("policy::save", { policy: "POL-11", content, based_on_revision: revision });
    const box = form.getByRole("textbox", { name: "Exceptions" });
    await userEvent.clear(box);
    await userEvent.type(box, "For at most 30 calendar days.");
    await saving.settle();
    await userEvent.click(await form.findByRole("button", { name: "Compare and decide" }));
    const dialog = within(
      await screen.findByRole("dialog", { name: "Two people changed the same" }),
    );
    const both = within(dialog.getByRole("group", { name: "Exceptions" }));
    expect(both.getByText("None, for 0 days.")).toBeTruthy();
    await userEvent.click(both.getByRole("radio", { name: /^Keep mine/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(await version()).toMatchObject({
      exceptions: "For at most 30 calendar days.",
      monitoring: "Weekly counts.",
    });
  });
});
