import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

const SUSPEND = "Suspend an API client after abuse";
const HOLD = "Hold one export during a dispute";
const main = () => within(screen.getByRole("main"));
const region = async (name: string) => within(await main().findByRole("region", { name }));
const stored = async (number: string) => (await call("practice::get", { number })).practice;

describe("a practice that is new", () => {
  it("is registered once it is said exactly, and then described part by part", async () => {
    await openAt("#/practices", "Practices");
    await userEvent.click(await main().findByRole("button", { name: "Register a practice" }));
    const form = within(main().getByRole("form", { name: "Register a practice" }));
    await userEvent.type(form.getByRole("textbox", { name: "Title" }), "Slow down bulk calls");
    const what = form.getByRole("textbox", { name: "What exactly is done" });
    await userEvent.type(what, "Calls are slowed.");
    await userEvent.click(form.getByRole("button", { name: "Register it" }));
    expect(form.getByText("Say exactly what is done, in 40 characters or more.")).toBeTruthy();
    expect(form.getByText(/17 of 40 characters/)).toBeTruthy();
    await userEvent.type(what, " A client gets 60 calls a minute until it is mended.");
    await userEvent.selectOptions(
      form.getByRole("combobox", { name: "Type of practice" }),
      await form.findByRole("option", { name: "Suspending a client or an account" }),
    );
    await userEvent.click(form.getByRole("button", { name: "Register it" }));
    await screen.findByRole("heading", { level: 1, name: "Slow down bulk calls" });
    expect(window.location.hash).toBe("#/practices/PR-0004?part=what");
    expect(await stored("PR-0004")).toMatchObject({ state: "proposed", practice_type: "PT-01" });
  });

  it("is not offered to who only reads, and its fields are closed", async () => {
    await openAt("#/practices/PR-0002?part=what", SUSPEND, "paula");
    const title = await main().findByRole("textbox", { name: "Title" });
    expect(title.matches(":disabled")).toBe(true);
    expect(main().queryByRole("button", { name: "Save" })).toBeNull();
  });
});

describe("the parts of a practice", () => {
  it("say what it is; wording that reads badly is named beside its field", async () => {
    await openAt("#/practices/PR-0002?part=what", SUSPEND);
    const what = await main().findByRole("textbox", { name: "What exactly is done" });
    await userEvent.type(what, " This shall punish the client.");
    const ehi = within(main().getByRole("group", { name: /^Is it electronic health information/ }));
    await userEvent.click(ehi.getByRole("radio", { name: "Yes" }));
    await userEvent.type(
      main().getByRole("textbox", { name: /^Why: Is it electronic/ }),
      "Notes of visits.",
    );
    const protect = await region("What it protects");
    const good = (name: string) => within(protect.getByRole("group", { name }));
    await userEvent.click(good("Confidentiality").getByRole("radio", { name: "Protects it" }));
    expect(protect.getByText("Not saved yet: answer integrity and availability too.")).toBeTruthy();
    for (const name of ["Integrity", "Availability"]) {
      await userEvent.click(good(name).getByRole("radio", { name: "Leaves it as it is" }));
    }
    await userEvent.selectOptions(
      main().getByRole("combobox", { name: "Who decided" }),
      "Ines Calder",
    );
    await userEvent.click(main().getByRole("button", { name: "Save" }));
    await main().findByText("punish");
    const now = await stored("PR-0002");
    expect(now.is_ehi).toEqual({ answer: "yes", reason: "Notes of visits." });
    expect(now.protection).toMatchObject({ confidentiality: "protects", integrity: "unaffected" });
    // A decision without its day waits on the form.
    expect(now.decision).toBeUndefined();
    expect(main().getByText("Not saved yet: name the person and the day.")).toBeTruthy();
  });

  it("say whom and what it reaches, how hard, and what was weighed", async () => {
    await openAt("#/practices/PR-0002?part=reach", SUSPEND);
    const who = within(await main().findByRole("group", { name: "Who asks" }));
    await userEvent.click(who.getByRole("radio", { name: "Only these" }));
    await userEvent.type(
      main().getByRole("combobox", { name: "Kinds of requestors" }),
      "apps chosen by patients{Enter}",
    );
    const systems = within(main().getByRole("group", { name: "Which systems" }));
    await userEvent.click(systems.getByRole("radio", { name: "Only these" }));
    await userEvent.selectOptions(main().getByRole("combobox", { name: "Systems" }), "A-004");
    await userEvent.click(main().getByRole("radio", { name: /^Full block/ }));
    await userEvent.click(main().getByRole("button", { name: "Add an alternative" }));
    const row = within(main().getByRole("group", { name: "Alternative 1" }));
    await userEvent.type(row.getByRole("textbox", { name: "What it is" }), "A warning");
    await userEvent.click(
      within(row.getByRole("group", { name: "Does it answer the risk?" })).getByRole("radio", {
        name: "No",
      }),
    );
    await saving.settle();
    const now = await stored("PR-0002");
    expect(now.scope).toEqual({
      requestors: { only: ["apps chosen by patients"] },
      systems: { only: ["A-004"] },
    });
    expect(now.alternatives).toEqual([
      { description: "A warning", addresses_risk: false, reason: "" },
    ]);
    await userEvent.click(main().getByRole("button", { name: "Approve the full block" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Approve the full block" }));
    await userEvent.type(dialog.getByRole("textbox"), "Minutes of 20 November.");
    await userEvent.click(dialog.getByRole("button", { name: "Approve it" }));
    await main().findByText(/Dana Whitfield, .*Minutes of 20 November/);
  });

  it("say on which risk it acts, each with a sentence that is long enough", async () => {
    await openAt("#/practices/PR-0002?part=basis", SUSPEND);
    const risks = await main().findByRole("combobox", { name: "Risks" });
    await within(risks).findByRole("option", { name: /R-0016 .*\(high\)/ });
    await userEvent.selectOptions(risks, "R-0016");
    const card = within(main().getByRole("group", { name: "R-0016" }));
    expect(card.getByText("High")).toBeTruthy();
    await userEvent.type(card.getByRole("textbox"), "It stops the calls.");
    expect(card.getByText(/19 of 40 characters/)).toBeTruthy();
    await saving.settle();
    expect((await stored("PR-0002")).risks).toEqual([
      { risk: "R-0016", explanation: "It stops the calls.", level: "high" },
    ]);
  });

  it("rest on the version of a policy that is in force", async () => {
    await openAt("#/practices/PR-0001?part=basis", "Second factor for portal sign-in");
    await main().findByText("It names version 1.0; version 1.1 is in force");
    await userEvent.click(main().getByRole("button", { name: "Rest on version 1.1" }));
    await userEvent.click(main().getByRole("checkbox", { name: /^S-02/ }));
    await saving.settle();
    // S-09 is no statement of the version in force.
    expect((await stored("PR-0001")).basis).toEqual({
      policy: { policy: "POL-25", version: "1.1", statements: ["S-01", "S-02"] },
    });
  });

  it("keep what was written for the other basis while a person looks at it", async () => {
    await openAt("#/practices/PR-0003?part=basis", HOLD);
    await userEvent.click(await main().findByRole("radio", { name: /^A security policy/ }));
    expect(main().queryByRole("textbox", { name: /^The particular facts/ })).toBeNull();
    await userEvent.click(main().getByRole("radio", { name: /^A decision for this one case/ }));
    expect(main().getByRole("textbox", { name: /^The particular facts/ })).toHaveProperty(
      "value",
      "On 3 March a dispute about one export came in.",
    );
  });

  it("lead to the field that keeps a case from being decided, and lock it once it is", async () => {
    await openAt("#/practices/PR-0003?part=basis", HOLD);
    const decide = async () => {
      await userEvent.click(await main().findByRole("button", { name: "Decide and lock" }));
      const dialog = within(
        await screen.findByRole("dialog", { name: "Decide and lock this case" }),
      );
      await userEvent.click(dialog.getByRole("button", { name: "Decide and lock" }));
      expect(dialog.getByText("Read it through first, then tick this.")).toBeTruthy();
      await userEvent.click(dialog.getByRole("checkbox"));
      await userEvent.click(dialog.getByRole("button", { name: "Decide and lock" }));
      return dialog;
    };
    const refused = await decide();
    await refused.findByText("Say why it is necessary.");
    await userEvent.click(refused.getByRole("button", { name: "Not yet" }));
    const need = main().getByRole("textbox", { name: "Why it is necessary" });
    expect(need.getAttribute("aria-invalid")).toBe("true");
    await userEvent.type(need, "Without it the disputed records leave.");
    await decide();
    await main().findByText("Decided, and locked");
    expect(main().getByText(/Dana Whitfield decided it on/)).toBeTruthy();
    expect(main().getByRole("textbox", { name: "Why it is necessary" })).toHaveProperty(
      "disabled",
      true,
    );
    const { basis } = await stored("PR-0003");
    expect(basis).toMatchObject({ case: { necessity: "Without it the disputed records leave." } });
  });

  it("say how it is applied, to everybody alike", async () => {
    await openAt("#/practices/PR-0002?part=use", SUSPEND);
    const rule = await main().findByRole("textbox", { name: /^Who is in the same situation/ });
    await userEvent.type(rule, "Every client with the same abuse is stopped.");
    const depends = within(main().getByRole("group", { name: /^Does the rule depend/ }));
    await userEvent.click(depends.getByRole("radio", { name: "No, on none of them" }));
    const inside = within(main().getByRole("group", { name: /^Are your own staff/ }));
    await userEvent.click(inside.getByRole("radio", { name: "Yes" }));
    await userEvent.type(main().getByRole("combobox", { name: "Roles that apply it" }), "API Lead");
    await userEvent.click(main().getByRole("button", { name: "Add a training" }));
    await saving.settle();
    expect((await stored("PR-0002")).application).toMatchObject({
      rule: "Every client with the same abuse is stopped.",
      differentiators: [],
      internal_comparison: { same: true, statement: "" },
      // Leaving the field adds what was typed; a training without its day waits on the form.
      applied_by: ["API Lead"],
      training: [],
    });
    expect(main().getByRole("group", { name: "API Lead" })).toBeTruthy();
  });
});

describe("a practice that two people write", () => {
  it("shows both values of the same field, and merges the rest", async () => {
    await openAt("#/practices/PR-0002?part=use", SUSPEND);
    const rule = await main().findByRole("textbox", { name: /^Who is in the same situation/ });
    const { practice, revision } = await call("practice::get", { number: "PR-0002" });
    const application = { ...practice.application, rule: "Theirs.", applied_by: ["API Lead"] };
    const theirs = { practice: { ...practice, application }, based_on_revision: revision };
    await call("practice::save", theirs);
    await userEvent.type(rule, "Mine.");
    await saving.settle();
    await userEvent.click(await main().findByRole("button", { name: "Compare and decide" }));
    const dialog = within(
      await screen.findByRole("dialog", { name: "Two people changed the same" }),
    );
    const both = within(dialog.getByRole("group", { name: "Rule" }));
    expect(both.getByText("Theirs.")).toBeTruthy();
    await userEvent.click(both.getByRole("radio", { name: /^Keep mine/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Save what is chosen" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect((await stored("PR-0002")).application).toMatchObject({
      rule: "Mine.",
      applied_by: ["API Lead"],
    });
  });
});

describe("the records of a practice", () => {
  it("take an application with whether access was limited, and count by class", async () => {
    await openAt("#/practices/PR-0002?part=records", SUSPEND);
    const rates = await region("Is it applied the same way to all?");
    expect(rates.getByText("1 of 1 (100 %)")).toBeTruthy();
    await userEvent.click(main().getByRole("button", { name: "Record an application" }));
    const form = within(main().getByRole("form", { name: "Record an application" }));
    await userEvent.type(form.getByRole("combobox", { name: /^Kind of/ }), "business associates");
    await userEvent.type(form.getByRole("textbox", { name: /^What was done/ }), "Let through.");
    await userEvent.click(form.getByRole("button", { name: "Record it" }));
    expect(form.getByText("Answer yes or no.")).toBeTruthy();
    await userEvent.click(form.getByRole("radio", { name: "No" }));
    await userEvent.click(form.getByRole("checkbox", { name: /^The rule was not followed/ }));
    await userEvent.type(
      form.getByRole("textbox", { name: "Why it was not followed" }),
      "Nobody was on call that night.",
    );
    await userEvent.click(form.getByRole("button", { name: "Record it" }));
    await main().findByText("Not followed: Nobody was on call that night. (approved by nobody)");
    expect(rates.getByText("0 of 1 (0 %)")).toBeTruthy();
  });

  it("take a review, and the end of its use", async () => {
    await openAt("#/practices/PR-0002?part=records", SUSPEND);
    await userEvent.click(await main().findByRole("button", { name: "Record a review" }));
    const form = within(main().getByRole("form", { name: "Record a review" }));
    await userEvent.type(form.getByRole("textbox"), "Seven records read; all as written.");
    await userEvent.click(form.getByRole("button", { name: "Record the review" }));
    await main().findByText("Seven records read; all as written.");
    await userEvent.click(main().getByRole("button", { name: "End it" }));
    const dialog = within(await screen.findByRole("dialog", { name: "End it: PR-0002" }));
    await userEvent.click(dialog.getByRole("button", { name: "End it" }));
    await waitFor(async () => expect((await stored("PR-0002")).state).toBe("ended"));
    expect(main().queryByRole("button", { name: "End it" })).toBeNull();
  });

  it("are saved as a sheet for the binder", async () => {
    const names: string[] = [];
    URL.createObjectURL = vi.fn(() => "blob:1");
    URL.revokeObjectURL = vi.fn();
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    await openAt("#/practices/PR-0002", SUSPEND);
    await userEvent.click(await main().findByRole("button", { name: "Evidence sheet (PDF)" }));
    await waitFor(() => expect(names).toEqual(["PR-0002-evidence.pdf"]));
  });
});
