import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call, type SaveRisk } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

const THEIRS: SaveRisk = {
  number: "R-0010",
  initiation: "low",
  adverse: "high",
  impact: { c: "high", i: "low", a: "high" },
  rationale: "Four devices were encrypted in October, says IT.",
  based_on_revision: 1,
};

async function panel() {
  const found = await screen.findByRole("region", { name: "Risk R-0010" });
  await within(found).findByRole("heading", { name: "Stolen laptop" });
  return within(found);
}

/** Both rate how likely it starts, and write another reason; they alone change availability. */
async function bothRate() {
  await openAt("#/risks/R-0010", "Risks");
  const risk = await panel();
  await call("risk::save", THEIRS);
  const starts = risk.getByRole("group", { name: /How likely does it start/ });
  await userEvent.click(within(starts).getByRole("radio", { name: "Very high" }));
  const reason = risk.getByRole("textbox", { name: "Why these levels?" });
  await userEvent.clear(reason);
  await userEvent.type(reason, "Two laptops went missing this quarter.");
  await saving.settle();
  await userEvent.click(await risk.findByRole("button", { name: "Compare and decide" }));
  return within(await screen.findByRole("dialog", { name: "Two people changed the same" }));
}

describe("a conflict", () => {
  it("shows both sides of each field in words, and saves what was chosen of each", async () => {
    const dialog = await bothRate();
    const level = within(dialog.getByRole("group", { name: "Likelihood of initiation" }));
    expect(level.getByText("Low")).toBeTruthy();
    expect(level.getByText("Very high")).toBeTruthy();
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    expect(dialog.getByText("Choose one side of each field.")).toBeTruthy();

    await userEvent.click(level.getByRole("radio", { name: /^Keep theirs/ }));
    const reason = within(dialog.getByRole("group", { name: "Why these levels" }));
    await userEvent.click(reason.getByRole("radio", { name: /^Keep mine/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

    const { row } = await call("risk::get", { number: "R-0010" });
    expect(row.residual?.initiation).toBe("low");
    expect(row.rationale).toBe("Two laptops went missing this quarter.");
    // Nobody disputed it: what they alone changed stays.
    expect(row.residual?.impact.a).toBe("high");
    expect(saving.state.kind).toBe("saved");
  });

  it("keeps one side everywhere at a press, and nothing is saved before", async () => {
    const dialog = await bothRate();
    await userEvent.click(dialog.getByRole("button", { name: "Keep mine everywhere" }));
    expect((await call("risk::get", { number: "R-0010" })).row.residual?.initiation).toBe("low");
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const { row } = await call("risk::get", { number: "R-0010" });
    expect(row.residual?.initiation).toBe("very_high");
    expect(row.residual?.impact.a).toBe("high");
  });

  it("may wait: the words stay in the form", async () => {
    const dialog = await bothRate();
    await userEvent.click(dialog.getByRole("button", { name: "Decide later" }));
    const risk = await panel();
    expect(risk.getByRole("textbox", { name: "Why these levels?" })).toHaveProperty(
      "value",
      "Two laptops went missing this quarter.",
    );
    expect(risk.getByRole("button", { name: "Compare and decide" })).toBeTruthy();
  });

  it("takes up alone what the other changed elsewhere", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    await call("risk::save", THEIRS);
    const harm = within(risk.getByRole("group", { name: /how likely does harm follow/ }));
    await userEvent.click(harm.getByRole("radio", { name: "Low" }));
    await saving.settle();
    const starts = within(risk.getByRole("group", { name: /How likely does it start/ }));
    await waitFor(() =>
      expect(starts.getByRole("radio", { name: "Low" })).toHaveProperty("checked", true),
    );
    expect(screen.queryByRole("button", { name: "Compare and decide" })).toBeNull();
  });

  it.each([
    ["theirs", "The Security Official shall tell partners within 8 hours of detection."],
    ["mine", "The Security Official shall tell partners within 24 hours of detection."],
  ])("of a statement keeps %s", async (side, words) => {
    await openAt("#/policies/POL-11", "Security incident response");
    const card = within(await screen.findByRole("article", { name: "Statement S-02" }));
    await userEvent.click(card.getByRole("button", { name: /Edit\s+S-02/ }));
    const place = { policy: "POL-11", version: "2.0", statement: "S-02" };
    const { revision } = await call("policy::get", { number: "POL-11" });
    const text = "The Security Official shall tell partners within 8 hours of detection.";
    await call("policy::save_statement", { ...place, text, based_on_revision: revision });

    const box = card.getByRole("textbox", { name: "Text of S-02" });
    await userEvent.clear(box);
    await userEvent.type(
      box,
      "The Security Official shall tell partners within 24 hours of detection.",
    );
    await saving.settle();
    await userEvent.click(await card.findByRole("button", { name: "Compare and decide" }));
    const dialog = within(await screen.findByRole("dialog"));
    const group = within(dialog.getByRole("group", { name: "Text of S-02" }));
    await userEvent.click(group.getByRole("radio", { name: new RegExp(`^Keep ${side}`) }));
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const { version } = await call("policy::get", { number: "POL-11" });
    expect(version.statements.find((one) => one.number === "S-02")?.text).toBe(words);
    expect(box).toHaveProperty("value", words);
  });
});
