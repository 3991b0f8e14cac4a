import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

describe("words that look like a patient's", () => {
  it("are pointed out under the field, never block, and may be left", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const risk = within(await screen.findByRole("region", { name: "Risk R-0010" }));
    const reason = await risk.findByRole("textbox", { name: "Why these levels?" });
    await userEvent.type(reason, " Seen with MRN 1234567.");
    await risk.findByText(/looks like a medical record number/, {}, { timeout: 3000 });
    await saving.settle();
    expect((await call("risk::get", { number: "R-0010" })).row.rationale).toContain("1234567");
    await userEvent.click(risk.getByRole("button", { name: /^Leave it/ }));
    await waitFor(() => expect(risk.queryByText(/looks like a medical record/)).toBeNull());
  });

  it("are pointed out in the text of a statement", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    const card = within(await screen.findByRole("article", { name: "Statement S-02" }));
    await userEvent.click(card.getByRole("button", { name: /Edit\s+S-02/ }));
    await userEvent.type(card.getByRole("textbox", { name: "Text of S-02" }), " 123-45-6789");
    await card.findByText(/looks like a Social Security number/, {}, { timeout: 3000 });
  });
});
