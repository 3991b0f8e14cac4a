import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

async function open(login = "dana") {
  await openAt("#/organization", "Organization", login);
  await screen.findByRole("textbox", { name: "Legal name" });
}

const profile = async () => (await call("organization::get", {})).organization;

describe("the organization", () => {
  it("saves each field by itself, with the choices and the numbers", async () => {
    await open();
    await userEvent.click(screen.getByRole("checkbox", { name: "Research" }));
    const patients = screen.getByRole("textbox", { name: /^Patients or members/ });
    await userEvent.clear(patients);
    await userEvent.type(patients, "19,250");
    await userEvent.click(screen.getByRole("radio", { name: /^Low / }));
    await saving.settle();
    expect(await profile()).toMatchObject({
      complexity: ["research", "telehealth"],
      patients: 19_250,
      risk_tolerance: "low",
    });
  });

  it("saves the rest while one text is too short, and says so", async () => {
    await open();
    const name = screen.getByRole("textbox", { name: "Legal name" });
    await userEvent.clear(name);
    const zone = screen.getByRole("combobox", { name: "Time zone" });
    await userEvent.selectOptions(zone, "America/Denver");
    await saving.settle();
    expect(await profile()).toMatchObject({
      name: "Lakeside Family Clinic",
      time_zone: "America/Denver",
    });
    expect(name).toHaveProperty("value", "");
    expect(screen.getByText("This is still empty. The rest is saved.")).toBeTruthy();
  });

  it("takes no letters for a number", async () => {
    await open();
    const workforce = screen.getByRole("textbox", { name: "Workforce members" });
    await userEvent.clear(workforce);
    await userEvent.type(workforce, "many");
    expect(workforce.getAttribute("aria-invalid")).toBe("true");
    await saving.settle();
    expect((await profile()).workforce).toBe(46);
  });

  it("adds a site once it has a name and an address, and removes it", async () => {
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Add a site" }));
    const site = within(screen.getByRole("group", { name: "S-3" }));
    expect(document.activeElement).toBe(site.getByRole("textbox", { name: "Name" }));
    await userEvent.keyboard("North office");
    await saving.settle();
    expect((await profile()).sites).toHaveLength(2);
    await userEvent.type(site.getByRole("textbox", { name: "Postal address" }), "5 Pine Street");
    await saving.settle();
    expect((await profile()).sites[2]).toMatchObject({ number: "S-3", name: "North office" });
    await userEvent.click(screen.getByRole("button", { name: "Remove S-3 North office" }));
    await saving.settle();
    expect((await profile()).sites).toHaveLength(2);
  });

  it("gives a duty to a person from a day on", async () => {
    await open();
    await userEvent.click(screen.getByRole("button", { name: "Add IT Lead" }));
    const holder = within(screen.getByRole("group", { name: "Holder of IT Lead" }));
    const held = holder.getByRole("combobox", { name: "Held by" });
    expect(document.activeElement).toBe(held);
    await userEvent.selectOptions(held, "Ines Calder");
    await userEvent.click(holder.getByRole("checkbox", { name: "Deputy" }));
    await saving.settle();
    const { duties } = await profile();
    expect(duties[2]).toMatchObject({
      role: "IT Lead",
      holders: [{ person: "P-004", deputy: true }],
    });
  });

  it("shows both values where somebody else changed the same, and keeps what is chosen", async () => {
    await open();
    const { organization, revision } = await call("organization::get", {});
    const theirs = "$60,000 a year; the medical director decides about more.";
    await call("organization::save", {
      organization: { ...organization, budget: theirs, workforce: 47 },
      based_on_revision: revision,
    });
    await userEvent.type(screen.getByRole("textbox", { name: "Security budget" }), " Mine.");
    await saving.settle();
    await userEvent.click(await screen.findByRole("button", { name: "Compare and decide" }));
    const dialog = within(await screen.findByRole("dialog"));
    const budget = within(dialog.getByRole("group", { name: "Security budget" }));
    await userEvent.click(budget.getByRole("radio", { name: /^Keep theirs/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByRole("textbox", { name: "Security budget" })).toHaveProperty(
      "value",
      theirs,
    );
    expect(screen.getByRole("textbox", { name: "Workforce members" })).toHaveProperty(
      "value",
      "47",
    );
  });

  it("points out what could name a patient", async () => {
    await open();
    const box = screen.getByRole("textbox", { name: "Technical infrastructure" });
    await userEvent.type(box, " MRN 00412345");
    await screen.findByRole("button", { name: /^Leave it as it is in “Technical/ });
  });

  it("only shows itself to an auditor", async () => {
    await open("paula");
    expect(screen.getByText(/You can read this as auditor/)).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "Legal name" })).toHaveProperty("disabled", true);
    expect(screen.queryByRole("button", { name: "Add a site" })).toBeNull();
  });
});
