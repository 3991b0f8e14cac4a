import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call, type PathQuestion } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt, topBar } from "./open";

async function asked(id: string): Promise<PathQuestion> {
  const { factors } = await call("assessment::path", {});
  const found = factors.flatMap((one) => one.questions).find((one) => one.question.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

async function question(id: string, prompt: RegExp) {
  await openAt(`#/assessment/${id}`, /./);
  await screen.findByRole("heading", { level: 1, name: prompt });
  await screen.findByRole("heading", { level: 2, name: "Your answer" });
}

describe("the guided path", () => {
  it("shows the factors in order with counts, and leads to the exact question", async () => {
    await openAt("#/assessment", "Assessment");
    await screen.findByText(/1 of 17 questions answered · about 25 min left/);
    const titles = screen.getAllByText(/^45 CFR 164.306/).map((one) => one.textContent);
    expect(titles).toHaveLength(13);
    expect(titles[0]).toBe("45 CFR 164.306(b)(2)(i)");
    await userEvent.click(screen.getByRole("link", { name: "Next: Q022" }));
    await screen.findByRole("heading", { level: 1, name: "Pick the size band." });
  });

  it("saves words by itself and is found again where the person left", async () => {
    await question("Q013", /^How are role-based access/);
    expect(screen.getByText("Role matrix, last access review.")).toBeTruthy();
    await userEvent.click(screen.getByText("An example for an organization of your size"));
    expect(screen.getByText(/^Five roles in the record system/)).toBeTruthy();
    const box = screen.getByRole("textbox", { name: "Your answer" });
    await userEvent.type(box, "Five roles; looked through every 90 days.");
    const bar = within(topBar());
    await waitFor(() => expect(bar.getByRole("status").textContent).toMatch(/Saved \d\d:\d\d/), {
      timeout: 3000,
    });
    expect((await asked("Q013")).answer?.answer).toBe("Five roles; looked through every 90 days.");
    await userEvent.click(screen.getByRole("link", { name: "All questions" }));
    await screen.findByRole("link", { name: "Back to Q013, answered last" });
  });

  it("takes typed rows by the keys alone", async () => {
    await question("Q028", /^Which systems are out of vendor support/);
    const add = await screen.findByRole("button", { name: "Add a row" });
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
    add.focus();
    await userEvent.keyboard("{Enter}");
    const row = within(screen.getByRole("group", { name: "Row 1" }));
    const system = row.getByRole("combobox", { name: "System" });
    expect(document.activeElement).toBe(system);
    await within(system).findByRole("option", { name: /^A-002/ });
    await userEvent.selectOptions(system, "A-002");
    await userEvent.type(
      row.getByRole("textbox", { name: "What protects it meanwhile" }),
      "Alone.",
    );
    await userEvent.click(screen.getByRole("checkbox", { name: "This list is complete" }));
    await saving.settle();
    const { answer } = await asked("Q028");
    expect(answer).toMatchObject({ rows: [{ asset: "A-002", measure: "Alone." }], complete: true });
    await userEvent.click(row.getByRole("button", { name: "Remove row 1" }));
    await saving.settle();
    expect((await asked("Q028")).answer?.rows ?? []).toEqual([]);
  });

  it("takes money and a date as the parts of one answer, and no letters for money", async () => {
    await question("Q035", /^What budget/);
    const budget = screen.getByRole("textbox", { name: "Budget, US dollars" });
    await userEvent.type(budget, "lots");
    expect(budget.getAttribute("aria-invalid")).toBe("true");
    await userEvent.clear(budget);
    await userEvent.type(budget, "30,000");
    await saving.settle();
    expect((await asked("Q035")).answer?.rows).toEqual([{ budget: "30000" }]);
  });

  it("lets “none” stand alone among the choices", async () => {
    await question("Q008", /^What local hazards/);
    await userEvent.click(screen.getByRole("checkbox", { name: "Flood" }));
    await userEvent.click(screen.getByRole("checkbox", { name: "Tornado" }));
    await saving.settle();
    expect((await asked("Q008")).answer?.choices).toEqual(["flood", "tornado"]);
    await userEvent.click(screen.getByRole("checkbox", { name: "None" }));
    await saving.settle();
    expect((await asked("Q008")).answer?.choices).toEqual(["none"]);
    await userEvent.click(screen.getByRole("checkbox", { name: "Flood" }));
    await saving.settle();
    expect((await asked("Q008")).answer?.choices).toEqual(["flood"]);
  });

  it("offers “does not apply” only where the question says when, and asks for a reason", async () => {
    await question("Q031", /^When were backups/);
    expect(screen.queryByRole("checkbox", { name: "This does not apply here" })).toBeNull();
    await userEvent.click(screen.getByRole("link", { name: /^Previous/ }));
    await screen.findByRole("heading", { level: 1, name: /^Which certified health IT/ });
    await userEvent.click(
      await screen.findByRole("checkbox", { name: "This does not apply here" }),
    );
    expect(screen.getByText("Only where no certified health IT is in use.")).toBeTruthy();
    const reason = screen.getByRole("textbox", { name: "Why it does not apply" });
    await userEvent.type(reason, "No portal.");
    await saving.settle();
    expect((await asked("Q030")).answer).toBeNull();
    await userEvent.type(reason, " Records are kept on paper and a plain file share.");
    await saving.settle();
    expect((await asked("Q030")).state).toBe("not_applicable");
  });

  it("shows last year's answer to confirm, and any change confirms it", async () => {
    await question("Q016", /^Could a safeguard/);
    expect(screen.getByText("Last year's answer: confirm or change")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Confirm Q016" }));
    await waitFor(() => expect(screen.queryByText(/^Last year's answer/)).toBeNull());
    expect((await asked("Q016")).state).toBe("answered");
    await userEvent.click(screen.getByRole("radio", { name: "No" }));
    await saving.settle();
    expect((await asked("Q016")).answer?.choices).toEqual(["no"]);
  });

  it("leads to the room where a question is answered, and takes its mark", async () => {
    await question("Q003", /^How does ePHI flow/);
    expect(screen.getByRole("link", { name: "Open the data flows" }).getAttribute("href")).toBe(
      "#/inventory?part=flows",
    );
    await userEvent.click(screen.getByRole("checkbox", { name: "This list is complete" }));
    await saving.settle();
    expect((await asked("Q003")).answer?.complete).toBe(true);
  });

  it("attaches evidence to the answer", async () => {
    await question("Q013", /^How are role-based access/);
    const pick = screen.getByRole("combobox", { name: "Evidence" });
    await within(pick).findByRole("option", { name: /^E-0003/ });
    await userEvent.selectOptions(pick, "E-0003");
    await saving.settle();
    expect((await asked("Q013")).answer?.evidence).toEqual(["E-0003"]);
  });

  it("skips a question and comes back", async () => {
    await question("Q044", /^Confirm that the tag/);
    await userEvent.click(screen.getByRole("link", { name: /^Skip for now/ }));
    await screen.findByRole("heading", { level: 1, name: /^Which earlier findings/ });
    await userEvent.click(screen.getByRole("link", { name: /^Previous/ }));
    await userEvent.click(
      await screen.findByRole("checkbox", { name: "I have read and understood it" }),
    );
    await saving.settle();
    await screen.findByRole("link", { name: /^Next\s*:/ });
  });

  it("names what could not be examined, with an owner", async () => {
    await openAt("#/assessment?at=open_items", "Assessment");
    await userEvent.click(await screen.findByRole("button", { name: "Add an open item" }));
    await userEvent.keyboard("Laptops at home, not at hand");
    const about = within(screen.getByRole("region", { name: "What could not be examined" }));
    const owner = about.getByRole("combobox", { name: "Owner" });
    await within(owner).findByRole("option", { name: "Ines Calder" });
    await userEvent.selectOptions(owner, "Ines Calder");
    await saving.settle();
    expect((await call("assessment::get", {})).open_items).toEqual([
      { what: "Laptops at home, not at hand", owner: "P-004" },
    ]);
  });
});

describe("beginning an assessment", () => {
  it("carries the last one forward and says how much waits", async () => {
    await openAt("#/assessment", /^Assessment/, "dana", { noAssessment: true });
    const begin = await screen.findByRole("button", { name: "Begin the assessment" });
    expect(screen.getByRole("radio", { name: /^Carry forward AS-2025/ })).toHaveProperty(
      "checked",
      true,
    );
    const year = screen.getByRole("textbox", { name: "Year it counts for" });
    await userEvent.clear(year);
    await userEvent.type(year, "2026");
    await userEvent.click(begin);
    await screen.findByText("AS-2026 is begun; 1 record waits to be confirmed.");
    await screen.findByRole("heading", { level: 1, name: "Assessment AS-2026" });
    const { assessments } = await call("assessment::list", {});
    expect(assessments[0]).toMatchObject({ number: "AS-2026", previous: "AS-2025" });
  });

  it("asks what a blank one covers", async () => {
    await openAt("#/assessment", /^Assessment/, "dana", { noAssessment: true });
    await userEvent.click(await screen.findByRole("radio", { name: /^Start blank/ }));
    await userEvent.click(screen.getByRole("button", { name: "Begin the assessment" }));
    expect(screen.getByText("Say what it covers.")).toBeTruthy();
    expect((await call("assessment::list", {})).may_begin).toBe(true);
  });

  it("changes nothing of an approved one", async () => {
    await openAt("#/assessment/Q013", /./, "dana", { noAssessment: true });
    await screen.findByText("This assessment is approved: its answers no longer change.");
    expect(screen.getByRole("textbox", { name: "Your answer" })).toHaveProperty("disabled", true);
  });
});
