import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

async function row(id: string) {
  const { threats } = await call("threat::list", {});
  return threats.find((one) => one.id === id);
}

async function open(hash = "#/threats") {
  await openAt(hash, "Threats and hazards");
  await screen.findByRole("navigation", { name: "Which threats" });
}

describe("threats", () => {
  it("are grouped by the class of their source, with counts", async () => {
    await open();
    expect(screen.getByText(/4 of 10 threats decided · 1 unsure/)).toBeTruthy();
    const adversarial = within(screen.getByRole("region", { name: /^Adversarial/ }));
    expect(adversarial.getAllByRole("heading", { level: 3 })).toHaveLength(4);
    expect(screen.getByRole("link", { name: /^Undecided/ }).textContent).toMatch(/6/);
  });

  it("are decided by the keys, and stay in view until the filter changes", async () => {
    await open("#/threats?show=undecided");
    const group = screen.getByRole("group", { name: "T-002 Social engineering of the front desk" });
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    within(group).getByRole("radio", { name: "Applicable" }).focus();
    await userEvent.keyboard(" ");
    await saving.settle();
    expect((await row("T-002"))?.answer).toBe("applicable");
    expect(screen.getByRole("group", { name: /^T-002/ })).toBeTruthy();
  });

  it("do not apply only with a reason of 20 characters", async () => {
    await open();
    const group = within(screen.getByRole("group", { name: "T-010 Winter storm" }));
    await userEvent.click(group.getByRole("radio", { name: "Not applicable" }));
    const reasons = screen.getAllByRole("textbox", { name: "Why it does not apply here" });
    const reason = reasons[reasons.length - 1] as HTMLElement;
    await userEvent.type(reason, "No snow.");
    expect(screen.getByText(/^12 more characters/)).toBeTruthy();
    await saving.settle();
    expect((await row("T-010"))?.answer).toBeNull();
    await userEvent.type(reason, " It never freezes here.");
    await saving.settle();
    expect(await row("T-010")).toMatchObject({
      answer: "not_applicable",
      reason: "No snow. It never freezes here.",
    });
  });

  it("show the impermissible uses alone, with what they may exploit", async () => {
    await open("#/threats?show=impermissible");
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(2);
    await userEvent.click(screen.getByText(/^Details/, { selector: "#T-004 summary" }));
    expect(screen.getAllByText("V-04 Sign-in without a second factor").length).toBe(2);
  });

  it("of one's own are added, changed and removed", async () => {
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Add your own threat" }));
    await userEvent.keyboard("Building next door");
    await userEvent.click(screen.getByRole("button", { name: "Add the threat" }));
    expect(screen.getByText("Say what happens.")).toBeTruthy();
    await userEvent.type(screen.getByRole("textbox", { name: "What happens" }), "Cables are cut.");
    await userEvent.click(screen.getByRole("checkbox", { name: "Availability" }));
    await userEvent.click(screen.getByRole("button", { name: "Add the threat" }));
    await screen.findByRole("group", { name: "TX-01 Building next door" });
    await userEvent.click(screen.getByRole("button", { name: "Change or remove TX-01" }));
    await userEvent.click(screen.getByRole("button", { name: "Remove TX-01" }));
    await screen.findByText("TX-01 is removed. Undo brings it back.");
    expect(await row("TX-01")).toBeUndefined();
  });

  it("propose risks with the reason why, and those that are ticked are added", async () => {
    await open("#/threats?show=proposals");
    const unrated = await screen.findByRole("link", { name: "A-009 Fax server" });
    expect(unrated.getAttribute("href")).toBe("#/inventory/A-009?at=criticality");
    expect(screen.getByText(/proposes the 5 most critical assets/)).toBeTruthy();
    const one = await screen.findByRole("checkbox", {
      name: /^Theft of a laptop — Laptops.*holds 18,400 records/s,
    });
    await userEvent.click(one);
    await userEvent.click(screen.getByRole("button", { name: "Add 1 risk to the register" }));
    await screen.findByText("1 risk added, not rated yet: R-0101.");
    expect(screen.queryByRole("checkbox", { name: /^Theft of a laptop — Laptops/ })).toBeNull();
    expect((await row("T-003"))?.risks).toEqual(["R-0101"]);
  });

  it("cannot be decided by somebody who only reads", async () => {
    await openAt("#/threats", "Threats and hazards", "paula");
    const group = await screen.findByRole("group", { name: "T-010 Winter storm" });
    expect(group).toHaveProperty("disabled", true);
    expect(screen.queryByRole("button", { name: "Add your own threat" })).toBeNull();
  });
});
