import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { openAt } from "./open";

const main = () => within(screen.getByRole("main"));
const TITLE = "API, portal and third-party connection security";
const policy = async () => call("policy::get", { number: "POL-25", version: "1.1" });

describe("the registers of a policy in force", () => {
  it("take an exception with what protects instead, and end it before its day", async () => {
    await openAt("#/policies/POL-25?version=1.1", TITLE);
    const panel = within(
      await main().findByRole("region", { name: "Exceptions that were granted" }),
    );
    expect(panel.getByText("None is granted.")).toBeTruthy();
    await userEvent.click(panel.getByRole("button", { name: "Grant an exception" }));
    const form = within(panel.getByRole("form", { name: "Grant an exception" }));
    await userEvent.type(
      form.getByRole("textbox", { name: "Who may depart from it" }),
      "Night desk",
    );
    await userEvent.type(form.getByRole("textbox", { name: "Why" }), "The new phones come late.");
    await userEvent.click(form.getByRole("button", { name: "Grant it" }));
    expect(form.getByText("Say what protects instead, in 10 characters or more.")).toBeTruthy();
    await userEvent.type(
      form.getByRole("textbox", { name: "What protects instead" }),
      "Two people at the desk.",
    );
    await userEvent.click(form.getByRole("button", { name: "Grant it" }));
    await panel.findByText(/^E-01 Night desk/);
    expect(panel.getByText("Open")).toBeTruthy();
    await userEvent.click(panel.getByRole("button", { name: /^End it now\s*: E-01/ }));
    const dialog = within(await screen.findByRole("dialog", { name: "End exception E-01" }));
    await userEvent.type(dialog.getByRole("textbox"), "The phones have come at last.");
    await userEvent.click(dialog.getByRole("button", { name: "End it" }));
    await panel.findByText("Ended");
    expect((await policy()).exceptions[0]?.ended?.reason).toBe("The phones have come at last.");
  });

  it("say to whom the version was given", async () => {
    await openAt("#/policies/POL-25?version=1.1", TITLE);
    const panel = within(await main().findByRole("region", { name: /^To whom it was given/ }));
    await userEvent.click(panel.getByRole("button", { name: "Record that it was given out" }));
    const form = within(panel.getByRole("form", { name: "Given to" }));
    await userEvent.type(form.getByRole("textbox", { name: "To whom" }), "All of the front desk");
    await userEvent.type(form.getByRole("textbox", { name: "How" }), "on paper");
    await userEvent.click(form.getByRole("button", { name: "Record it" }));
    await panel.findByText(/All of the front desk, on paper$/);
  });

  it("leave granting to the security official", async () => {
    await openAt("#/policies/POL-25?version=1.1", TITLE, "ines");
    const panel = within(
      await main().findByRole("region", { name: "Exceptions that were granted" }),
    );
    expect(panel.queryByRole("button")).toBeNull();
  });

  it("take many names at once: a list to sign, then who has read it", async () => {
    await openAt("#/readers/POL-25?version=1.1", "Who has read POL-25");
    const names = await main().findByRole("textbox", { name: "Names, one on each line" });
    await userEvent.type(names, "Ada Lin{Enter}Ben Ode{Enter}ada lin");
    const sheet = within(main().getByRole("table", { name: "List to sign" }));
    const listed = () => sheet.getAllByRole("rowheader").map((one) => one.textContent);
    expect(listed()).toEqual(["Ada Lin", "Ben Ode"]);
    await userEvent.click(main().getByRole("button", { name: "Record that they have read it" }));
    const read = within(await main().findByRole("table", { name: "Acknowledgements" }));
    expect(read.getAllByRole("rowheader").map((one) => one.textContent)).toEqual([
      "Ada Lin",
      "Ben Ode",
    ]);
    await userEvent.type(names, "Ben Ode{Enter}Cy Poe");
    // Who has read it signs no second time.
    expect(main().getByText("2 names; 1 of them has read it already.")).toBeTruthy();
    expect(
      within(main().getByRole("table", { name: "List to sign" }))
        .getAllByRole("rowheader")
        .map((one) => one.textContent),
    ).toEqual(["Cy Poe"]);
  });
});
