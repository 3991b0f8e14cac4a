import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { session } from "../../src/shell/session.svelte";
import { openAt } from "./open";

const main = () => within(screen.getByRole("main"));

/** Signs in as somebody else on the same workspace. */
async function signInAs(login: string, hash: string): Promise<void> {
  window.location.hash = "#/risks";
  await screen.findByRole("heading", { level: 1, name: "Risks" });
  session.open = await call("workspace::open", { path: "/", login, passphrase: "sample" });
  window.location.hash = hash;
  await screen.findByRole("heading", { level: 1, name: "Approval" });
}

describe("the approval", () => {
  it("lists what is missing by step, each with a link to its field", async () => {
    await openAt("#/assessment/approval", "Approval");
    const ratings = within(await screen.findByRole("region", { name: /^Ratings/ }));
    const link = ratings.getByRole("link", { name: "R-0046: not rated" });
    expect(link.getAttribute("href")).toBe("#/risks/R-0046?at=rating");
    expect(main().getByText(/^What is missing: 3 points before approval, 4 in all/)).toBeTruthy();
    const submit = main().getByRole("button", { name: "Submit for approval" });
    expect(submit.getAttribute("aria-disabled")).toBe("true");
    await userEvent.click(submit);
    expect(document.activeElement?.textContent).toMatch(/^What is missing: 3 points/);
    expect(main().getByRole("button", { name: "Submit for approval" })).toBeTruthy();
  });

  it("is submitted, kept from its only author with the way out, and given by an executive", async () => {
    await openAt("#/assessment/approval", "Approval", "dana", { complete: true });
    await userEvent.click(await main().findByRole("button", { name: "Submit for approval" }));
    await main().findByText(/^You made this assessment alone/);
    expect(main().getByRole("link", { name: "We have no second person" })).toBeTruthy();
    expect(main().queryByRole("button", { name: "Approve the assessment" })).toBeNull();

    await signInAs("ruth", "#/assessment/approval");
    const form = within(await main().findByRole("form", { name: "Approve the assessment" }));
    expect(form.getByText("9f3c 5d0e … 695a")).toBeTruthy();
    await userEvent.click(form.getByRole("button", { name: "Approve the assessment" }));
    await main().findByRole("heading", { name: "Approvals" });
    expect(main().getByText("Holds")).toBeTruthy();
    expect(main().getByRole("link", { name: "Risk R-0010" })).toBeTruthy();
  });

  it("is given by the only person of a practice that has no other", async () => {
    await openAt("#/assessment/approval", "Approval", "dana", { complete: true, alone: true });
    await userEvent.click(await main().findByRole("button", { name: "Submit for approval" }));
    const approve = await main().findByRole("button", { name: "Approve the assessment" });
    await userEvent.click(approve);
    await main().findByText("Holds");

    const form = within(main().getByRole("form", { name: "Add an addendum" }));
    await userEvent.click(form.getByRole("button", { name: "Add the addendum" }));
    expect(form.getByText("Name the record or the part.")).toBeTruthy();
    await userEvent.type(form.getByRole("textbox", { name: "What it is about" }), "R-0010");
    await userEvent.type(
      form.getByRole("textbox", { name: "What is corrected, and why" }),
      "Five laptops, not four.",
    );
    await userEvent.click(form.getByRole("button", { name: "Add the addendum" }));
    await main().findByText("Five laptops, not four.");
  });

  it("is sent back with a reason that stands at the top", async () => {
    await openAt("#/assessment/approval", "Approval", "dana", { complete: true });
    await userEvent.click(await main().findByRole("button", { name: "Submit for approval" }));
    await signInAs("ruth", "#/assessment/approval");
    await userEvent.click(await main().findByRole("button", { name: "Send it back…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Send it back" }));
    await userEvent.click(dialog.getByRole("button", { name: "Send it back" }));
    expect(dialog.getByText(/in 10 characters or more/)).toBeTruthy();
    await userEvent.type(dialog.getByRole("textbox"), "The imaging archive is missing.");
    await userEvent.click(dialog.getByRole("button", { name: "Send it back" }));
    await main().findByText(/The imaging archive is missing\./);
  });
});

describe("what covers the rule", () => {
  it("stands limb by limb, with what does not", async () => {
    await openAt("#/assessment/proof", "What covers the rule");
    await screen.findByText("45 CFR 164.306(a)(4)");
    const limb = within(
      screen.getByRole("region", { name: "Reasonably anticipated threats and hazards" }),
    );
    expect(limb.getByText("1 risk is not rated")).toBeTruthy();
    expect(limb.getByRole("link", { name: "Risk R-0046" })).toBeTruthy();
  });
});

describe("the difference", () => {
  it("stands in groups, and between whichever two are chosen", async () => {
    await openAt("#/assessment/difference", "Compared with last year");
    const worse = within(await screen.findByRole("region", { name: "Worse: 1" }));
    expect(worse.getByText("Low before, moderate now.")).toBeTruthy();
    expect(screen.getByRole("region", { name: "No longer there: 1" })).toBeTruthy();
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "To" }), "AS-2025");
    await screen.findByText("Nothing differs between AS-2025 and AS-2025.");
    await waitFor(() =>
      expect(window.location.hash).toBe("#/assessment/difference?from=AS-2025&to=AS-2025"),
    );
  });
});
