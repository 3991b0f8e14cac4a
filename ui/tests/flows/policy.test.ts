import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

describe("a policy", () => {
  it("underlines a vague word, offers an objective one and saves the sentence", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    const card = within(await screen.findByRole("article", { name: "Statement S-02" }));
    await waitFor(() => expect(card.getByText("promptly").tagName).toBe("MARK"));

    await userEvent.click(card.getByRole("button", { name: /Edit\s+S-02/ }));
    const box = card.getByRole("textbox", { name: "Text of S-02" });
    expect(document.activeElement).toBe(box);
    await userEvent.click(
      await card.findByRole("button", { name: "Use “within 1 business day of containment”" }),
    );
    expect(box).toHaveProperty(
      "value",
      "The Security Official shall within 1 business day of containment notify affected partners.",
    );
    await waitFor(() => expect(box.hasAttribute("aria-invalid")).toBe(false));

    await userEvent.click(card.getByRole("button", { name: "Done" }));
    const edit = await card.findByRole("button", { name: /Edit\s+S-02/ });
    expect(document.activeElement).toBe(edit);
    expect(screen.queryByText("“promptly” is not an objective time")).toBeNull();
  });

  it("leads from a finding to the place it speaks of", async () => {
    await openAt("#/policies/POL-11", "Security incident response");
    await userEvent.click(await screen.findByRole("button", { name: "Go to section 10" }));
    expect(document.activeElement?.textContent).toBe("10 Other parameters");
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
    await userEvent.click(screen.getByRole("button", { name: "Sign as author" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Sign as author" }));
    await userEvent.type(dialog.getByRole("textbox", { name: "Login" }), "dana");
    await userEvent.type(dialog.getByLabelText("Passphrase"), "wrong{Enter}");
    expect((await dialog.findByRole("alert")).textContent).toContain("passphrase is wrong");
    await userEvent.type(dialog.getByLabelText("Passphrase"), "sample{Enter}");
    await screen.findByText("1 signature intact");
    expect(screen.queryByRole("button", { name: "Sign as author" })).toBeNull();
    expect(screen.getByRole("button", { name: "Sign as approver" })).toBeTruthy();
  });
});
