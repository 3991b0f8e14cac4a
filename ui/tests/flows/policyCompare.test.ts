import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { openAt } from "./open";

describe("two versions", () => {
  it("stand word by word, with marks that can be heard", async () => {
    await openAt("#/policies/POL-11?version=2.0", "Security incident response");
    const place = { policy: "POL-11", version: "2.0", statement: "S-01" };
    const { revision } = await call("policy::get", { number: "POL-11", version: "2.0" });
    const text =
      "The Incident Lead shall contain a severity 1 incident within 2 hours of declaration.";
    await call("policy::save_statement", { ...place, text, based_on_revision: revision });

    await userEvent.click(await screen.findByRole("link", { name: "Compare with 1.1" }));
    await screen.findByRole("heading", { level: 1, name: "POL-11: 1.1 and 2.0 compared" });
    const section = within(await screen.findByRole("region", { name: "7 Statements" }));
    expect(section.getByRole("heading", { name: "S-01" })).toBeTruthy();
    const [gone, come] = [document.querySelector(".row del"), document.querySelector(".row ins")];
    expect(gone?.textContent).toBe("[removed: 4 ] ");
    expect(come?.textContent).toBe("[added: 2 ] ");
    expect(screen.queryByRole("region", { name: "2 Purpose" })).toBeNull();

    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Later version" }), "1.1");
    await screen.findByText("The words of 1.1 and 1.1 are the same.");
    await waitFor(() => expect(window.location.hash).toBe("#/comparison/POL-11?from=1.1&to=1.1"));
  });
});
