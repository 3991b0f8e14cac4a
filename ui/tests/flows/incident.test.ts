import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { openAt } from "./open";

const main = () => within(screen.getByRole("main"));
const PHISHING = "Phishing mail opened at the front desk";
const stored = async (number: string) => (await call("incident::get", { number })).incident;

/** The line of a timeframe in the table of clocks. */
async function clock(timeframe: string) {
  return within(await main().findByRole("row", { name: new RegExp(`^${timeframe} `) }));
}

describe("incidents", () => {
  it("are logged with what has happened already, and then have their clocks", async () => {
    await openAt("#/incidents", "Incidents");
    const findings = within(await main().findByRole("region", { name: "Times that nobody keeps" }));
    expect(findings.getByText(/T-03 was missed in 2 of 2/)).toBeTruthy();
    await userEvent.click(main().getByRole("button", { name: "Log an incident or a drill" }));
    const form = within(main().getByRole("form", { name: "Log an incident or a drill" }));
    await userEvent.click(form.getByRole("radio", { name: "A drill" }));
    await userEvent.click(form.getByRole("button", { name: "Log it" }));
    expect(form.getByText("Say what happened, in a few words.")).toBeTruthy();
    await userEvent.type(form.getByRole("textbox", { name: "Title" }), "Drill of November");
    await userEvent.selectOptions(
      form.getByRole("combobox", { name: "What has happened already" }),
      "declaration",
    );
    await userEvent.click(form.getByRole("button", { name: "Log it" }));
    await screen.findByRole("heading", { level: 1, name: "Drill of November" });
    expect(window.location.hash).toBe("#/incidents/IN-002");
    expect(main().getByText(/^A drill · times of POL-11/)).toBeTruthy();
    const { moments, drill } = await stored("IN-002");
    expect([drill, moments.map(({ event }) => event)]).toEqual([true, ["declaration"]]);
    expect((await clock("T-01")).getByText("Not started")).toBeTruthy();
  });

  it("record when an event happened and when a duty was done, and take it back", async () => {
    await openAt("#/incidents/IN-001", PHISHING);
    expect((await clock("T-01")).getByText("Overdue")).toBeTruthy();
    await userEvent.click(main().getByRole("button", { name: /^It happened now\s*: declaration/ }));
    await waitFor(async () => expect((await stored("IN-001")).moments).toHaveLength(2));
    await userEvent.click((await clock("T-02")).getByRole("button", { name: /^Done at…/ }));
    const form = within(main().getByRole("form", { name: /^Done at: T-02/ }));
    await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("spinbutton"));
    await userEvent.click(form.getByRole("button", { name: "Record it" }));
    await (await clock("T-02")).findByText("Kept");
    const back = (await clock("T-02")).getByRole("button", { name: /^Take it back/ });
    await userEvent.click(back);
    await waitFor(async () => expect((await stored("IN-001")).done).toEqual([]));
  });

  it("take a duty that was not needed only with its reason", async () => {
    await openAt("#/incidents/IN-001", PHISHING);
    await userEvent.click((await clock("T-01")).getByRole("button", { name: /^Not needed…/ }));
    const dialog = within(await screen.findByRole("dialog", { name: /^T-01 is not needed/ }));
    await userEvent.click(dialog.getByRole("button", { name: "It is not needed" }));
    expect(dialog.getByText("Say why, in 10 characters or more.")).toBeTruthy();
    await userEvent.type(dialog.getByRole("textbox"), "The report was withdrawn.");
    await userEvent.click(dialog.getByRole("button", { name: "It is not needed" }));
    await (await clock("T-01")).findByText("not needed: The report was withdrawn.");
    expect((await clock("T-01")).getByText("Not needed")).toBeTruthy();
  });

  it("change no more once they are closed with an outcome", async () => {
    await openAt("#/incidents/IN-001", PHISHING);
    await userEvent.click(await main().findByRole("button", { name: "Close it" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Close IN-001" }));
    await userEvent.type(dialog.getByRole("textbox"), "One account was reset; nothing was read.");
    await userEvent.click(dialog.getByRole("button", { name: "Close it" }));
    await main().findByText(/One account was reset; nothing was read\. \(Dana Whitfield/);
    expect(main().queryByRole("button", { name: /^(Done|It happened|Close)/ })).toBeNull();
  });

  it("are only read by an auditor", async () => {
    await openAt("#/incidents/IN-001", PHISHING, "paula");
    await clock("T-01");
    expect(
      main()
        .getAllByRole("button")
        .map((one) => one.textContent?.trim()),
    ).toEqual(["Print"]);
  });
});
