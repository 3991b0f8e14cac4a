import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { openAt } from "./open";

const main = () => within(screen.getByRole("main"));

describe("events", () => {
  it("are recorded with what they touch, who looks and by when", async () => {
    await openAt("#/triggers", "Events");
    await userEvent.click(await main().findByRole("button", { name: "Record an event" }));
    const form = within(await main().findByRole("form", { name: "Record an event" }));
    await userEvent.click(form.getByRole("button", { name: "Record the event" }));
    expect(form.getByText("Say what happened, in a sentence.")).toBeTruthy();
    expect(form.getByText("Choose who looks at it.")).toBeTruthy();

    await userEvent.type(
      form.getByRole("textbox", { name: "What happened" }),
      "A laptop was stolen from a car.",
    );
    await userEvent.selectOptions(
      form.getByRole("combobox", { name: "Who looks at it" }),
      "Ines Calder",
    );
    const touches = form.getByRole("combobox", { name: "What it touches" });
    await within(touches).findByRole("option", { name: /^POL-11/ });
    await userEvent.selectOptions(
      touches,
      within(touches).getByRole("option", { name: /^POL-11/ }),
    );
    await userEvent.click(form.getByRole("button", { name: "Record the event" }));

    const article = within(await main().findByRole("article", { name: /^TR-002/ }));
    expect(article.getByText("A laptop was stolen from a car.")).toBeTruthy();
    const { triggers } = await call("trigger::list", {});
    expect(triggers[0]?.trigger.touches).toEqual([{ kind: "policy", id: "POL-11" }]);
  });

  it("are closed with an outcome, and say when they are overdue", async () => {
    await openAt("#/triggers", "Events");
    const article = within(await main().findByRole("article", { name: /^TR-001/ }));
    expect(article.getByText("Overdue")).toBeTruthy();
    await userEvent.click(article.getByRole("button", { name: /^Close TR-001/ }));
    const dialog = within(await screen.findByRole("dialog", { name: "Close TR-001" }));
    await userEvent.type(dialog.getByRole("textbox"), "The contract now names the new company.");
    await userEvent.click(dialog.getByRole("button", { name: "Close it" }));
    await article.findByText("Looked at");
    expect(article.getByText(/The contract now names/)).toBeTruthy();
  });

  it("are only read by an auditor", async () => {
    await openAt("#/triggers", "Events", "paula");
    await main().findByRole("article", { name: /^TR-001/ });
    expect(main().queryByRole("button")).toBeNull();
  });
});
