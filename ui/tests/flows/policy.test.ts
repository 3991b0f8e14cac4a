import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt } from "./open";

describe("a policy", () => {
  it("underlines a vague word while it stands there, and saves the better sentence", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    const card = within(await screen.findByRole("article", { name: "Statement S-02" }));
    await waitFor(() => expect(card.getByText("promptly").tagName).toBe("MARK"));

    await userEvent.click(card.getByRole("button", { name: /Edit\s+S-02/ }));
    const box = card.getByRole("textbox", { name: "Text of S-02" });
    expect(document.activeElement).toBe(box);
    await card.findByText("“promptly” is not an objective time");
    await userEvent.clear(box);
    await userEvent.type(
      box,
      "The Security Official shall tell partners within 24 hours of detection.",
    );
    await card.findByText("Read as: within 24 hours of detection (PT24H)");
    expect(box.hasAttribute("aria-invalid")).toBe(false);

    await userEvent.click(card.getByRole("button", { name: "Done" }));
    const edit = await card.findByRole("button", { name: /Edit\s+S-02/ });
    expect(document.activeElement).toBe(edit);
    expect(screen.queryByText("“promptly” is not an objective time")).toBeNull();
  });

  it("saves twice in a row, each time on what it saved before", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    const card = within(await screen.findByRole("article", { name: "Statement S-01" }));
    await userEvent.click(card.getByRole("button", { name: /Edit\s+S-01/ }));
    const box = card.getByRole("textbox", { name: "Text of S-01" });
    for (const word of [" One.", " Two."]) {
      await userEvent.type(box, word);
      await saving.settle();
      expect(saving.state.kind).toBe("saved");
    }
    const { version } = await call("policy::get", { number: "POL-11" });
    expect(version.statements[0]?.text).toMatch(/ One\. Two\.$/);
  });

  it("leads from a finding to the statement it speaks of", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    await userEvent.click(await screen.findByRole("button", { name: "Go to S-02" }));
    expect(document.activeElement?.id).toBe("S-02");
  });

  it("goes to the field that an address names", async () => {
    await openAt("#/policies/POL-11?at=parameters", "Security incident response");
    await waitFor(() => expect(document.activeElement?.id).toBe("parameters"));
  });

  it("offers no change to a sealed version", async () => {
    await openAt("#/policies/POL-11?version=1.1", "Security incident response");
    await screen.findByText("This version is sealed; its words no longer change.");
    expect(screen.queryByRole("button", { name: /Edit/ })).toBeNull();
  });

  it("writes the PDF, is signed by a person and shows the verification", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    await userEvent.click(await screen.findByRole("button", { name: "Write PDF" }));
    await screen.findByText("Not signed yet");
    await userEvent.click(screen.getByRole("button", { name: /^Sign as author/ }));
    const dialog = within(await screen.findByRole("dialog", { name: "Sign as author" }));
    expect(dialog.getByRole("textbox", { name: "Login" })).toHaveProperty("value", "dana");
    await userEvent.type(dialog.getByLabelText("Passphrase"), "wrong{Enter}");
    expect((await dialog.findByRole("alert")).textContent).toContain("passphrase is wrong");
    await userEvent.type(dialog.getByLabelText("Passphrase"), "sample{Enter}");
    await screen.findByText("The signature holds");
    expect(screen.queryByRole("button", { name: /^Sign as author/ })).toBeNull();
    expect(screen.getByRole("button", { name: /^Sign as executive/ })).toBeTruthy();
  });
});
