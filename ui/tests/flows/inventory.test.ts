import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

const all = () => call("inventory::get", {});

async function asset(number: string) {
  const found = (await all()).assets.find((row) => row.asset.number === number);
  if (found === undefined) throw new Error(number);
  return found.asset;
}

async function panel(number: string) {
  await openAt(`#/inventory/${number}`, "Inventory");
  return within(await screen.findByRole("region", { name: `Asset ${number}` }));
}

describe("assets", () => {
  it("say in the table what they still lack", async () => {
    await openAt("#/inventory", "Inventory");
    const row = await screen.findByRole("row", { name: /^A-004/ });
    expect(row.textContent).toContain("Lacks an owner, ratings, a risk");
    expect((await screen.findByRole("row", { name: /^A-002/ })).textContent).toContain("Complete");
  });

  it("are drawn in part where there are thousands, and found by the filter", async () => {
    await openAt("#/inventory", "Inventory", "dana", { moreAssets: 2000 });
    await screen.findByText(/2004 assets/);
    const table = screen.getByRole("table", { name: "Assets" });
    expect(table.querySelectorAll("tbody tr").length).toBeLessThan(200);
    await userEvent.type(screen.getByRole("searchbox", { name: "Filter assets" }), "n 1777");
    await screen.findByRole("link", { name: /^A-1781/ });
  });

  it("are added by name and filled in from there", async () => {
    await openAt("#/inventory", "Inventory");
    await userEvent.click(await screen.findByRole("button", { name: "Add an asset" }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
    await userEvent.keyboard("Fax server{Enter}");
    const fax = within(await screen.findByRole("region", { name: "Asset A-005" }));
    await userEvent.selectOptions(fax.getByRole("combobox", { name: "Owner" }), "Ines Calder");
    const kinds = fax.getByRole("textbox", { name: "Kinds of information" });
    await userEvent.clear(kinds);
    await userEvent.type(kinds, "referrals, claims,");
    await saving.settle();
    expect(await asset("A-005")).toMatchObject({
      name: "Fax server",
      owner: "P-004",
      information: ["referrals", "claims"],
    });
  });

  it("are rated once all three harms are picked", async () => {
    const portal = await panel("A-004");
    const pick = (name: RegExp, level: string) =>
      userEvent.click(
        within(portal.getByRole("group", { name })).getByRole("radio", { name: level }),
      );
    await pick(/^Confidentiality/, "High");
    await pick(/^Integrity/, "Moderate");
    await saving.settle();
    expect((await asset("A-004")).criticality).toBeUndefined();
    await pick(/^Availability/, "Low");
    await saving.settle();
    expect((await asset("A-004")).criticality).toEqual({ c: "high", i: "moderate", a: "low" });
  });

  it("ask about Part 2 only where such records are held, and tell unknown from no", async () => {
    const record = await panel("A-001");
    expect(record.queryByRole("group", { name: /^Can it keep such records/ })).toBeNull();
    await userEvent.click(record.getByRole("checkbox", { name: /^Holds records of a substance/ }));
    const apart = within(record.getByRole("group", { name: /^Can it keep such records/ }));
    expect(apart.getByRole("radio", { name: "Not known yet" })).toHaveProperty("checked", true);
    await userEvent.click(apart.getByRole("radio", { name: "No" }));
    await userEvent.click(record.getByRole("button", { name: "Tick what it can do" }));
    await userEvent.click(record.getByRole("checkbox", { name: "Audit log" }));
    await saving.settle();
    expect(await asset("A-001")).toMatchObject({
      part_2_records: true,
      part_2_segmented: false,
      capabilities: ["audit_log"],
    });
  });

  it("are not removed while a flow names them", async () => {
    const server = await panel("A-003");
    await userEvent.click(server.getByRole("button", { name: /^Remove A-003/ }));
    expect((await server.findByRole("alert")).textContent).toContain("Data flows name it");
  });

  it("come from the starter list by ticking", async () => {
    await openAt("#/inventory?part=starters", "Inventory");
    const there = await screen.findByRole("checkbox", { name: /^Electronic health record/ });
    expect(there).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("checkbox", { name: /^Fax server/ }));
    await userEvent.click(screen.getByRole("checkbox", { name: /^Backups/ }));
    await userEvent.click(screen.getByRole("button", { name: "Add 2 assets" }));
    await screen.findByRole("link", { name: /^A-006/ });
  });

  it("are complete once somebody says so", async () => {
    await openAt("#/inventory", "Inventory");
    const mark = await screen.findByRole("checkbox", { name: "The list of assets is complete" });
    await userEvent.click(mark);
    await waitFor(async () => {
      const { factors } = await call("assessment::path", {});
      const asked = factors.flatMap((one) => one.questions);
      expect(asked.find((one) => one.question.id === "Q001")?.answer?.complete).toBe(true);
    });
  });
});

describe("vendors and flows", () => {
  it("adds a vendor, then saves its agreement by itself", async () => {
    await openAt("#/inventory?part=vendors", "Inventory");
    await userEvent.click(await screen.findByRole("button", { name: "Add a vendor" }));
    await userEvent.keyboard("Harbor Billing");
    await userEvent.click(screen.getByRole("button", { name: "Add the vendor" }));
    expect(screen.getByText("Say it in a few words.")).toBeTruthy();
    await userEvent.type(screen.getByRole("textbox", { name: "What it does for you" }), "Claims");
    await userEvent.click(screen.getByRole("button", { name: "Add the vendor" }));
    await screen.findByRole("heading", { name: "V-002 Harbor Billing" });
    const terms = within(screen.getByRole("group", { name: /164.314\(a\)/ }));
    await userEvent.click(terms.getByRole("radio", { name: "Yes" }));
    await saving.settle();
    expect((await all()).vendors[1]).toMatchObject({ number: "V-002", agreement_terms: true });
  });

  it("keeps the picture in step with the table", async () => {
    await openAt("#/inventory?part=flows", "Inventory");
    const picture = await screen.findByRole("img", { name: /^6 places and 4 flows/ });
    expect(picture.textContent).toContain("State laboratory");
    await userEvent.click(screen.getByRole("button", { name: "Add a flow" }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "From" }), "A-004");
    await userEvent.click(screen.getByRole("radio", { name: "A party outside" }));
    for (const [name, text] of [
      ["Party outside", "Patients"],
      ["By what means", "App"],
      ["Protection on the way", "TLS 1.3"],
      ["What for", "Access"],
    ] as const) {
      await userEvent.type(screen.getByRole("textbox", { name }), text);
    }
    await userEvent.click(screen.getByRole("button", { name: "Add the flow" }));
    await screen.findByRole("img", { name: /^7 places and 5 flows/ });
    expect(screen.getByRole("table", { name: "Data flows" }).textContent).toContain("Patients");
    expect((await all()).flows[4]).toMatchObject({ from: "A-004", party: "Patients" });
  });
});

describe("importing a spreadsheet", () => {
  const FILE = "System,Count\nFax,12\nScanner,many\n\nCopier,3";

  it("shows every row's fate, and imports only what the person saw", async () => {
    await openAt("#/inventory?part=import", "Inventory");
    const input = await screen.findByLabelText("File");
    await userEvent.upload(input, new File([FILE], "assets.csv"));
    await screen.findByText(/cannot be taken, 1 empty row/);
    const count = screen.getByRole("combobox", { name: "Count" });
    expect(count).toHaveProperty("value", "");
    const whole = screen.getByRole("group", { name: "About the sheet as a whole" });
    expect(within(whole).getByText(/“Count” fills no field/)).toBeTruthy();
    await userEvent.selectOptions(count, "Records held");
    await screen.findByText(/“many” is no number/);
    expect(screen.queryByRole("group", { name: "About the sheet as a whole" })).toBeNull();
    const button = screen.getByRole("button", { name: "Import 2 rows" });
    expect(button).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("checkbox", { name: /^Leave out the 1 row/ }));
    await userEvent.click(button);
    await screen.findByText(/^2 assets added/);
    expect(screen.getByText(/1 row was left out: row 3 Scanner/)).toBeTruthy();
    expect((await all()).assets.map(({ asset: { name } }) => name)).toContain("Copier");
  });
});
