import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { session } from "../../src/shell/session.svelte";
import { openAt } from "./open";

const DRAFT = "#/policies/POL-11?version=2.0";
const TITLE = "Security incident response";
const main = () => within(screen.getByRole("main"));

/** What kept the draft back is settled behind the page. */
async function settle(): Promise<void> {
  const { version, revision } = await call("policy::get", { number: "POL-11", version: "2.0" });
  const statements = version.statements.map((one) => ({
    ...one,
    text: one.text.replace("promptly ", ""),
  }));
  const content = { ...version, statements };
  await call("policy::save", { policy: "POL-11", content, based_on_revision: revision });
}

async function submitted(login = "dana"): Promise<void> {
  await openAt("#/home-of-nothing", "This page does not exist", login);
  await settle();
  const days = { effective_from: "2027-02-01", next_review: "2028-01-31" };
  await call("policy::submit", { policy: "POL-11", version: "2.0", ...days });
  window.location.hash = DRAFT;
  await screen.findByRole("heading", { level: 1, name: TITLE });
}

/** Signs in as somebody else on the same workspace. */
async function signInAs(login: string): Promise<void> {
  window.location.hash = "#/risks";
  await screen.findByRole("heading", { level: 1, name: "Risks" });
  session.open = await call("workspace::open", { path: "/", login, passphrase: "sample" });
  window.location.hash = DRAFT;
  await screen.findByRole("heading", { level: 1, name: TITLE });
}

describe("the life of a policy", () => {
  it("names what keeps a draft back, apart from what is worth a look, and leads there", async () => {
    await openAt(DRAFT, TITLE);
    const steps = within(await main().findByRole("list", { name: "Life of this version" }));
    expect(steps.getByText("Draft").getAttribute("aria-current")).toBe("step");
    const panel = within(main().getByRole("region", { name: "What keeps it back: 1 point" }));
    expect(panel.getByRole("heading", { name: "Worth a look: 1" })).toBeTruthy();

    const submit = main().getByRole("button", { name: "Hand it in for approval" });
    expect(submit.getAttribute("aria-disabled")).toBe("true");
    await userEvent.click(submit);
    expect(document.activeElement?.id).toBe("gates");
    expect(main().queryByRole("form", { name: "Hand it in" })).toBeNull();

    await userEvent.click(panel.getByRole("button", { name: /^7 Statements\s+S-02/ }));
    await waitFor(() => expect(document.activeElement?.id).toBe("at-statements-1-text"));
    await userEvent.click(panel.getByRole("button", { name: /^20 Monitoring/ }));
    await waitFor(() => expect(document.activeElement?.id).toBe("at-monitoring"));
  });

  it("is handed in whole, with its days, and shows a wrong day at its field", async () => {
    await openAt("#/home-of-nothing", "This page does not exist");
    await settle();
    window.location.hash = DRAFT;
    await screen.findByRole("heading", { level: 1, name: TITLE });
    await main().findByRole("region", { name: "Nothing keeps it back" });
    await userEvent.click(main().getByRole("button", { name: "Hand it in for approval" }));
    const form = within(await main().findByRole("form", { name: "Hand it in" }));
    const day = within(form.getByRole("group", { name: /First day in force/ }));
    await userEvent.type(day.getByRole("spinbutton", { name: /year/i }), "2020");
    await userEvent.click(form.getByRole("button", { name: "Hand it in" }));
    expect((await form.findAllByText("Choose today or a later day.")).length).toBeGreaterThan(0);
    await userEvent.type(day.getByRole("spinbutton", { name: /year/i }), "2027");
    await userEvent.click(main().getByRole("button", { name: /^Edit\s*Training/ }));
    await userEvent.type(main().getByRole("textbox", { name: "Training" }), " And on return.");
    await userEvent.click(form.getByRole("button", { name: "Hand it in" }));
    await main().findByText(/^It still needs the approval of the security official and an exec/);
    expect(screen.queryByRole("button", { name: /^Edit/ })).toBeNull();
    // What was typed a moment before belongs to what was handed in.
    const { version } = await call("policy::get", { number: "POL-11", version: "2.0" });
    expect(version.training).toMatch(/And on return\.$/);
  });

  it("is approved by two people, named while they lack, and put into force by the official", async () => {
    await submitted();
    const form = within(await main().findByRole("form", { name: "Approve this version" }));
    const statement = form.getByRole("textbox", { name: "What you declare" });
    await userEvent.clear(statement);
    await userEvent.type(statement, "Fine.");
    await userEvent.click(form.getByRole("button", { name: "Approve this version" }));
    expect(form.getByText(/in 20 characters or more/)).toBeTruthy();
    await userEvent.type(statement, " I have read it and approve it.");
    await userEvent.click(form.getByRole("button", { name: "Approve this version" }));
    await main().findByText("It still needs the approval of an executive.");
    expect(main().queryByRole("form", { name: "Approve this version" })).toBeNull();

    await signInAs("ruth");
    await userEvent.click(await main().findByRole("button", { name: "Approve this version" }));
    await main().findByText(/^The security official puts it into force/);
    expect(main().queryByRole("button", { name: "Put it into force" })).toBeNull();

    await signInAs("dana");
    await userEvent.click(await main().findByRole("button", { name: "Put it into force" }));
    const steps = within(main().getByRole("list", { name: "Life of this version" }));
    await waitFor(() =>
      expect(steps.getByText("In force").getAttribute("aria-current")).toBe("step"),
    );
    expect(document.activeElement?.id).toBe("life");
  });

  it("is sent back with a reason that stands at the top of the draft", async () => {
    await submitted("ruth");
    await userEvent.click(await main().findByRole("button", { name: "Send it back…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Send it back" }));
    await userEvent.type(dialog.getByRole("textbox"), "Too short.");
    await userEvent.click(dialog.getByRole("button", { name: "Send it back" }));
    expect(dialog.getByText(/20 characters/)).toBeTruthy();
    await userEvent.type(dialog.getByRole("textbox"), " The partners are missing.");
    await userEvent.click(dialog.getByRole("button", { name: "Send it back" }));
    await main().findByText(/Dr\. Ruth Okafor: Too short\. The partners are missing\./);
    expect(main().getByText(/not change policies/)).toBeTruthy();
  });

  it("in force has a review recorded, and ends on a day for a reason", async () => {
    await openAt("#/policies/POL-25", "API, portal and third-party connection security");
    await userEvent.click(await main().findByRole("button", { name: "Record a review" }));
    const review = within(await main().findByRole("form", { name: "Record a review" }));
    await userEvent.type(
      review.getByRole("textbox", { name: "What was found and decided" }),
      "Held against the register of 2026: it still fits.",
    );
    await userEvent.click(review.getByRole("button", { name: "Record the review" }));
    await main().findByText("Held against the register of 2026: it still fits.");

    await userEvent.click(main().getByRole("button", { name: "End the policy…" }));
    const end = within(await main().findByRole("form", { name: "End the policy" }));
    await userEvent.type(
      end.getByRole("textbox", { name: "Why it ends" }),
      "The portal was closed in November.",
    );
    await userEvent.click(end.getByRole("button", { name: "End the policy" }));
    const steps = within(main().getByRole("list", { name: "Life of this version" }));
    expect((await steps.findByText("Retired")).getAttribute("aria-current")).toBe("step");
  });

  it("goes on with a next version, which can be thrown away after a question", async () => {
    await openAt("#/policies/POL-25", "API, portal and third-party connection security");
    await userEvent.click(await main().findByRole("button", { name: "Begin the next version" }));
    const reason = within(await screen.findByRole("dialog", { name: "Begin the next version" }));
    await userEvent.type(reason.getByRole("textbox"), "The portal moves to a new vendor.");
    await userEvent.click(reason.getByRole("button", { name: "Begin it" }));
    await main().findByText(/1 link\s+of the version before\s+was\s+dropped/);
    expect(window.location.hash).toBe("#/policies/POL-25?version=2.0");

    await userEvent.click(await main().findByRole("button", { name: "Throw the draft away…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Throw the draft away?" }));
    expect(document.activeElement?.textContent).toContain("Keep the draft");
    await userEvent.click(dialog.getByRole("button", { name: "Throw it away" }));
    await waitFor(() => expect(window.location.hash).toBe("#/policies/POL-25"));
    await expect(
      call("policy::gates", { policy: "POL-25", version: "1.1" }),
    ).resolves.toMatchObject({ status: "effective" });
  });
});
