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
    await waitFor(() => expect(rows()).toHaveLength(15));
  });
});

/** The panel of a risk by its number and threat. */
async function panelOf(number: string, threat: string) {
  const found = await screen.findByRole("region", { name: `Risk ${number}` });
  await within(found).findByRole("heading", { name: threat });
  return within(found);
}

const rate = async (form: ReturnType<typeof within>, level: string) => {
  for (const name of [/does it start/, /harm follow/, /^Confid/, /^Integ/, /^Avail/])
    await pick(form.getByRole("group", { name }), level);
};

describe("an unrated risk", () => {
  it("says so plainly, and is rated only when all five values and a reason are given", async () => {
    await openAt("#/risks/R-0046", "Risks");
    const risk = await panelOf("R-0046", "Tornado");
    expect(screen.getByRole("link", { name: /^R-0046/ }).closest("tr")?.textContent).toContain(
      "Not rated",
    );
    expect(risk.getByText("Not rated: 0 of 5 values are given.")).toBeTruthy();
    expect(risk.getByRole("button", { name: "Plan a treatment" })).toHaveProperty("disabled", true);
    await pick(risk.getByRole("group", { name: /does it start/ }), "Low");
    await userEvent.type(
      risk.getByRole("textbox", { name: "Why these levels?" }),
      "Two in thirty years in this county.",
    );
    await saving.settle();
    expect((await call("risk::get", { number: "R-0046" })).row.level).toBeNull();
    await rate(risk, "Low");
    await saving.settle();
    expect((await call("risk::get", { number: "R-0046" })).row.level).toBe("low");
    await waitFor(() =>
      expect(risk.getByRole("button", { name: "Plan a treatment" })).toHaveProperty(
        "disabled",
        false,
      ),
    );
  });

  it("can be removed", async () => {
    await openAt("#/risks/R-0046", "Risks");
    const risk = await panelOf("R-0046", "Tornado");
    await userEvent.click(risk.getByRole("button", { name: "Remove the risk" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Remove R-0046" }));
    await userEvent.click(dialog.getByRole("button", { name: "Remove the risk" }));
    await waitFor(() => expect(screen.queryByRole("link", { name: /^R-0046/ })).toBeNull());
  });

  it("is found by the filter", async () => {
    await openAt("#/risks?show=not_rated", "Risks");
    await screen.findByRole("table", { name: "Risk register" });
    const rows = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent?.trim());
    expect(rows()).toEqual(["R-0046 Tornado"]);
    const show = screen.getByRole("combobox", { name: "Show" });
    await userEvent.selectOptions(show, within(show).getByRole("option", { name: /no plan/ }));
    expect(rows()).not.toContain("R-0046 Tornado");
    expect(window.location.hash).toBe("#/risks?show=no_plan");
  });
});

describe("the facts of a risk", () => {
  it("are saved by themselves", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    await userEvent.type(
      risk.getByRole("textbox", { name: "What would happen?" }),
      " Four laptops hold a copy.",
    );
    await userEvent.selectOptions(
      risk.getByRole("combobox", { name: "Weaknesses it uses" }),
      "Disk not encrypted",
    );
    await userEvent.click(risk.getByRole("button", { name: "Add a control" }));
    const control = within(risk.getByRole("group", { name: "Control 2" }));
    await userEvent.type(control.getByRole("textbox", { name: "What is in place" }), "Cable locks");
    await saving.settle();
    const { risk: stored } = await call("risk::get", { number: "R-0010" });
    expect(stored.effect).toMatch(/Four laptops hold a copy\.$/);
    expect(stored.vulnerabilities).toEqual(["V-001", "V-002"]);
    expect(stored.controls.map(({ description }) => description)).toEqual([
      "Antivirus on all desktops",
      "Cable locks",
    ]);
  });

  it("survive a rating that is saved beside them", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    await pick(risk.getByRole("group", { name: /does it start/ }), "High");
    await saving.settle();
    await userEvent.type(risk.getByRole("textbox", { name: "What would happen?" }), " More.");
    await saving.settle();
    expect(saving.state.kind).toBe("saved");
    const { risk: stored } = await call("risk::get", { number: "R-0010" });
    expect([stored.residual?.initiation, stored.effect.slice(-5)]).toEqual(["high", "More."]);
  });
});

describe("what is done about a risk", () => {
  it("is a plan that is saved once it is whole", async () => {
    await openAt("#/risks/R-0007", "Risks");
    const risk = await panelOf("R-0007", "Credential phishing by e-mail");
    await userEvent.click(risk.getByRole("button", { name: "Plan a treatment" }));
    const plan = within(await risk.findByRole("group", { name: "Plan" }));
    expect(plan.getByText(/^Not saved yet: say what will be done, by when/)).toBeTruthy();
    await userEvent.type(plan.getByRole("textbox", { name: "What will be done" }), "Filter mail.");
    await userEvent.type(plan.getByRole("textbox", { name: "Cost, once" }), "1,200{Tab}");
    const due = within(plan.getByRole("group", { name: "By when" }));
    await userEvent.click(due.getAllByRole("spinbutton")[0] as HTMLElement);
    await userEvent.keyboard("31012027");
    await saving.settle();
    const { risk: stored } = await call("risk::get", { number: "R-0007" });
    expect(stored.treatment).toMatchObject({
      plan: "Filter mail.",
      due: "2027-01-31",
      cost_once: 1200,
    });
  });

  it("is an acceptance within the limit, in one's own name", async () => {
    await openAt("#/risks/R-0007?at=acceptance", "Risks");
    const risk = await panelOf("R-0007", "Credential phishing by e-mail");
    const form = within(await risk.findByRole("form", { name: "Accept the risk" }));
    expect(form.getByText(/ends on 19 February 2027 at the latest/)).toBeTruthy();
    await userEvent.click(form.getByRole("button", { name: "Accept the risk" }));
    expect(form.getByText("Say why it can be lived with.")).toBeTruthy();
    await userEvent.type(form.getByRole("textbox"), "The filter comes in spring.");
    await userEvent.click(form.getByRole("button", { name: "Accept the risk" }));
    await risk.findByText(/until\s+19 February 2027: The filter comes in spring/);
  });

  it("ends with a new rating, a reason and evidence", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    await userEvent.click(risk.getByRole("button", { name: "The plan is done" }));
    const form = within(await risk.findByRole("form", { name: "Finish the treatment" }));
    await userEvent.click(form.getByRole("button", { name: "Finish the treatment" }));
    expect(form.getByText("Choose at least one item that proves it works.")).toBeTruthy();
    await rate(form, "Low");
    await userEvent.type(form.getByRole("textbox"), "All four disks are encrypted and tested.");
    const proof = form.getByRole("combobox", { name: "What proves it" });
    await userEvent.selectOptions(
      proof,
      await within(proof).findByRole("option", { name: /^E-0001/ }),
    );
    await userEvent.click(form.getByRole("button", { name: "Finish the treatment" }));
    await waitFor(async () =>
      expect((await call("risk::get", { number: "R-0010" })).row.status).toBe("treated"),
    );
    await risk.findByText("Every rating: 3");
  });

  it("is closed only with a reason", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = await panel();
    await userEvent.click(risk.getByRole("button", { name: "Close the risk" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Close R-0010" }));
    await userEvent.type(dialog.getByRole("textbox"), "The laptops were given back.");
    await userEvent.click(dialog.getByRole("button", { name: "Close the risk" }));
    await risk.findByText("The risk is closed.");
  });
});
