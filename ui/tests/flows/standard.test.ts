import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

const main = () => within(screen.getByRole("main"));
const NAME = "Hospital network baseline 2.1";
const REASON = "Agreed by the security officials of eleven hospitals each year.";

function file(title: string): File {
  const controls = [
    { id: "B.2", title: "Response" },
    { id: "B.2.1", title: "Containment of a compromised client" },
  ];
  return new File([JSON.stringify({ title, version: "2.1", controls })], "baseline.json");
}

async function importForm() {
  await openAt("#/standards", "Standards");
  await userEvent.click(await main().findByRole("button", { name: "Import a standard" }));
  return within(await main().findByRole("form", { name: "Import a standard" }));
}

async function take() {
  const form = await importForm();
  await userEvent.upload(form.getByLabelText(/^File/), file("Hospital network baseline"));
  await userEvent.click(await form.findByRole("radio", { name: "Yes" }));
  await userEvent.type(form.getByRole("textbox", { name: /^Why it is one/ }), REASON);
  await userEvent.click(form.getByRole("button", { name: "Import 2 elements" }));
  return within(await main().findByRole("article", { name: NAME }));
}

describe("standards", () => {
  it("are listed with their edition, and whether they count", async () => {
    await openAt("#/standards", "Standards");
    const csf = await main().findByRole("row", { name: /NIST Cybersecurity Framework 2.0/ });
    expect(csf.textContent).toMatch(/Current\s*Counts/);
    const tool = main().getByRole("row", { name: /Security Risk Assessment Tool/ });
    expect(tool.textContent).toContain("Does not count");
    expect(main().getByText("No standard was imported.")).toBeTruthy();
  });

  it("are imported after a look, with what is stated about them", async () => {
    const form = await importForm();
    const submit = form.getByRole("button", { name: "Import" });
    expect(submit).toHaveProperty("disabled", true);
    await userEvent.upload(form.getByLabelText(/^File/), file(""));
    await form.findByText("The catalogue has no title.");
    expect(submit).toHaveProperty("disabled", true);

    await userEvent.upload(form.getByLabelText(/^File/), file("Hospital network baseline"));
    await form.findByText(/^2 elements, 1 withdrawn left out/);
    const publisher = form.getByRole("textbox", { name: "Who publishes it" });
    expect(publisher).toHaveProperty("value", "Lake States Hospital Network");
    const take = form.getByRole("button", { name: "Import 2 elements" });
    await userEvent.click(take);
    expect(form.getByText("Answer yes or no.")).toBeTruthy();
    await userEvent.click(form.getByRole("radio", { name: "Yes" }));
    await userEvent.click(take);
    expect(form.getByText("Say why, in 20 characters or more.")).toBeTruthy();
    await userEvent.type(form.getByRole("textbox", { name: /^Why it is one/ }), REASON);
    await userEvent.click(take);

    const own = within(await main().findByRole("article", { name: NAME }));
    expect(own.getByText("Counts")).toBeTruthy();
    expect(own.getByText(REASON)).toBeTruthy();
    const { frameworks } = await call("framework::list", {});
    expect(frameworks.at(-1)?.import).toMatchObject({ source: "baseline.json", reason: REASON });
  });

  it("are marked as superseded and taken out after a question", async () => {
    const own = await take();
    await userEvent.click(own.getByRole("button", { name: /^Mark as superseded/ }));
    const mark = within(await screen.findByRole("dialog", { name: "Mark as superseded?" }));
    await userEvent.click(mark.getByRole("button", { name: "Mark it" }));
    await own.findByText("Superseded");
    expect(own.getByText("Does not count")).toBeTruthy();

    await userEvent.click(own.getByRole("button", { name: /^Take out/ }));
    const out = within(await screen.findByRole("dialog", { name: "Take the standard out?" }));
    await userEvent.click(out.getByRole("button", { name: "Take it out" }));
    await main().findByText("No standard was imported.");
  });

  it("are only read by an auditor", async () => {
    await openAt("#/standards", "Standards", "paula");
    await main().findByRole("row", { name: /NIST Cybersecurity Framework/ });
    expect(main().queryByRole("button", { name: "Import a standard" })).toBeNull();
  });
});

describe("the standards of a statement", () => {
  const version = async () =>
    (await call("policy::get", { number: "POL-11", version: "2.0" })).version;

  async function form() {
    await openAt("#/policies/POL-11?version=2.0", "Security incident response");
    const { statements } = await version();
    const carrying = statements.find(({ safeguards }) => (safeguards ?? []).length > 0);
    if (carrying === undefined) throw new Error("no statement carries a safeguard");
    const card = within(
      await screen.findByRole("article", { name: `Statement ${carrying.number}` }),
    );
    await userEvent.click(card.getByRole("button", { name: /^Edit/ }));
    const group = await card.findByRole("group", { name: "Standards it follows" });
    return { number: carrying.number, form: within(group) };
  }

  it("name elements with the titles that the standard gives them", async () => {
    const { form: standards } = await form();
    await userEvent.click(standards.getByRole("button", { name: "Add a standard" }));
    const field = standards.getAllByRole("combobox", { name: "Element" }).at(-1);
    if (field === undefined) throw new Error("no field for the element");
    await userEvent.type(field, "RS.MI-02");
    await standards.findByText("Incident Mitigation: eradicated");
    await userEvent.clear(field);
    await userEvent.type(field, "nothing like it");
    await standards.findByText(/^No element begins with this/);
  });

  it("are proposed from the mappings of its safeguards, and said by a person", async () => {
    const { number, form: standards } = await form();
    await userEvent.click(standards.getByRole("button", { name: "Propose from the safeguards" }));
    const related = await standards.findByRole("combobox", { name: "Related elements" });
    const option = within(related).getByRole("option", { name: /IR-4 Incident Handling/ });
    await userEvent.selectOptions(related, option);
    expect(standards.getByText(/The mapping that NIST publishes/)).toBeTruthy();
    await saving.settle();
    const { statements } = await version();
    const saved = statements.find((one) => one.number === number);
    expect(saved?.alignments?.at(-1)).toEqual({ framework: "nist-800-53r5", element: "IR-4" });
  });
});
