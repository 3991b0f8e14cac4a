import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

const ENCRYPTION = "45 CFR 164.312(a)(2)(iv)";

async function panel(citation: string) {
  return within(await screen.findByRole("region", { name: `Safeguard ${citation}` }));
}

async function stored(citation: string) {
  const { items } = await call("safeguard::list", {});
  const row = items.find(({ safeguard }) => safeguard.citation === citation);
  if (row === undefined) throw new Error(citation);
  return row;
}

async function write(form: ReturnType<typeof within>, name: string, text: string) {
  await userEvent.type(form.getByRole("textbox", { name }), text);
}

describe("the safeguards", () => {
  it("are all 68 under their sections, each with its mark, and say how many are settled", async () => {
    await openAt("#/safeguards", "Safeguards");
    const main = within(screen.getByRole("main"));
    await main.findByRole("heading", { name: /^Technical safeguards/ });
    expect(main.getAllByRole("link", { name: /^164\.3/ })).toHaveLength(68);
    expect(main.getByText(/of 68 settled/)).toBeTruthy();
    expect(main.getByRole("link", { name: /^164\.312\(a\)\(2\)\(iv\)/ }).textContent).toContain(
      "(A) Addressable",
    );
    expect(main.getByRole("link", { name: /^164\.312\(a\)\(2\)\(i\) / }).textContent).toContain(
      "(R) Required",
    );
  });

  it("take a status that the rule allows, and ask a gap for an owner and a day", async () => {
    await openAt("#/safeguards/312-a-2-i", "Safeguards");
    const form = await panel("164.312(a)(2)(i)");
    expect(form.queryByRole("radio", { name: "Not applicable" })).toBeNull();
    expect(form.queryByRole("radio", { name: "Alternative in place" })).toBeNull();
    await userEvent.click(form.getByRole("radio", { name: "Planned" }));
    expect(form.getByText("A gap has an owner.")).toBeTruthy();
    await userEvent.selectOptions(
      await form.findByRole("combobox", { name: "Who closes the gap" }),
      "Ines Calder",
    );
    await saving.settle();
    const { status } = await stored("45 CFR 164.312(a)(2)(i)");
    expect(status).toMatchObject({ status: "planned", owner: "P-004" });
  });

  it("say what a decision lacks, refuse cost alone in words, and save the rest", async () => {
    await openAt("#/safeguards/312-a-2-iv", "Safeguards");
    const form = await panel("164.312(a)(2)(iv)");
    await userEvent.click(form.getByRole("radio", { name: "No: it is not" }));
    await userEvent.click(form.getByRole("checkbox", { name: "Cost is the main reason" }));
    expect(form.getByText("Cost alone is no reason")).toBeTruthy();
    await saving.settle();
    expect((await stored(ENCRYPTION)).decision).toBeNull();

    await userEvent.click(form.getByRole("checkbox", { name: "Cost is the main reason" }));
    await write(form, "What it would add here", "Little: the disk is in a locked room.");
    await write(
      form,
      "Alternative measure that does the same",
      "The server has no port to the outside.",
    );
    await saving.settle();
    const { decision, decision_lacks } = await stored(ENCRYPTION);
    expect(decision).toMatchObject({
      reasonable: false,
      contribution: "Little: the disk is in a locked room.",
      alternative: "The server has no port to the outside.",
    });
    expect(decision_lacks).toContain("size");
    const lack = await form.findByRole("link", { name: "Technical infrastructure" });
    await userEvent.click(lack);
    await waitFor(() =>
      expect(document.activeElement).toBe(
        form.getByRole("textbox", { name: "Technical infrastructure" }),
      ),
    );
  });

  it("are approved by the official, one decision or several, and by nobody else", async () => {
    await openAt("#/safeguards", "Safeguards");
    const { items } = await call("safeguard::list", {});
    const two = items.filter((row) => row.safeguard.designation === "addressable").slice(0, 2);
    for (const { safeguard } of two) {
      const text = "Weighed in October.";
      const factors = { size: text, infrastructure: text, cost: text, probability: text };
      const decision = {
        specification: safeguard.citation,
        contribution: text,
        ...factors,
        reasonable: true,
        rationale: text,
        risks: [],
        cost_is_main_reason: false,
        implemented_by: "2027-01-31",
        carried: false,
      };
      await call("safeguard::decide", { decision, based_on_revision: 0 });
    }
    window.location.hash = "#/risks";
    await screen.findByRole("heading", { level: 1, name: "Risks" });
    window.location.hash = "#/safeguards";
    await userEvent.click(await screen.findByRole("button", { name: "Approve 2 decisions" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Approve decisions" }));
    await userEvent.click(dialog.getByRole("button", { name: "Approve 2 decisions" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    for (const { safeguard } of two) {
      expect((await stored(safeguard.citation)).decision?.approval?.by).toBe("P-001");
    }
    expect(screen.queryByRole("button", { name: /^Approve/ })).toBeNull();
  });

  it("do not change for a reader", async () => {
    await openAt("#/safeguards/312-a-2-iv", "Safeguards", "paula");
    const form = await panel("164.312(a)(2)(iv)");
    expect(form.getByRole("textbox", { name: "Cost" })).toHaveProperty("disabled", true);
    expect(form.getByText(/You can read this as auditor/)).toBeTruthy();
  });
});
