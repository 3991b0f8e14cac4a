import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { openAt } from "./open";

const WORDS = "four unrelated words here";

/** The panel of a person, once it is read. */
async function panel(name: string) {
  return within(await screen.findByRole("region", { name }));
}

async function typePair(label: string, text: string): Promise<void> {
  for (const name of [label, `${label}, once more`]) {
    await userEvent.click(screen.getByLabelText(name));
    await userEvent.paste(text);
  }
}

describe("the people", () => {
  it("are listed with their access in words and a warning for a certificate that ends", async () => {
    await openAt("#/people", "People");
    const row = async (name: RegExp) => (await screen.findByRole("row", { name })).textContent;
    expect(await row(/Marcus Lindqvist/)).toContain("Privacy official, contributor");
    expect(await row(/Tom Hale/)).toContain("No account");
    expect(screen.getByText("6 people · 5 accounts")).toBeTruthy();
  });

  it("are added with an account that can sign in", async () => {
    await openAt("#/people", "People");
    await screen.findByText("6 people · 5 accounts");
    await userEvent.click(screen.getByRole("button", { name: "Add a person" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Full name"));
    await userEvent.type(screen.getByLabelText("Full name"), "Nora Beck");
    await userEvent.type(screen.getByLabelText("Job title"), "Nurse lead");
    await userEvent.click(screen.getByRole("checkbox", { name: /Signs in/ }));
    await userEvent.type(screen.getByLabelText("Login"), "dana");
    await typePair("First passphrase", WORDS);
    await userEvent.click(screen.getByRole("button", { name: "Add the person" }));
    await screen.findByText("The login dana belongs to somebody already.");
    await userEvent.clear(screen.getByLabelText("Login"));
    await userEvent.type(screen.getByLabelText("Login"), "nora");
    await userEvent.click(screen.getByRole("button", { name: "Add the person" }));
    await panel("Nora Beck");
    expect(window.location.hash).toBe("#/people/P-007");
    await call("workspace::open", { path: "/", login: "nora", passphrase: WORDS });
  });

  it("are edited, and the focus comes back to the button", async () => {
    await openAt("#/people/P-006", "People");
    const tom = await panel("Tom Hale");
    await userEvent.click(tom.getByRole("button", { name: "Edit" }));
    await userEvent.clear(tom.getByLabelText("Job title"));
    await userEvent.type(tom.getByLabelText("Job title"), "Head of billing{Enter}");
    await waitFor(() =>
      expect(document.activeElement).toBe(tom.getByRole("button", { name: "Edit" })),
    );
    expect(tom.getByText("Head of billing")).toBeTruthy();
  });

  it("get an account and a new passphrase from the official", async () => {
    await openAt("#/people/P-006", "People");
    const tom = await panel("Tom Hale");
    await userEvent.click(tom.getByRole("button", { name: "Give an account" }));
    await userEvent.type(tom.getByLabelText("Login"), "tom");
    await typePair("First passphrase", WORDS);
    await userEvent.click(tom.getByRole("button", { name: "Give the account" }));
    await tom.findByText(/tom: contributor/);
    await userEvent.click(tom.getByRole("button", { name: "New passphrase…" }));
    await typePair("New passphrase", `${WORDS} too`);
    await userEvent.click(tom.getByRole("button", { name: "Set the passphrase" }));
    await tom.findByRole("button", { name: "New passphrase…" });
    await call("workspace::open", { path: "/", login: "tom", passphrase: `${WORDS} too` });
  });

  it("leave with a new data key: a new recovery sheet, and everybody else is named", async () => {
    await openAt("#/people/P-004", "People");
    const ines = await panel("Ines Calder");
    await userEvent.click(ines.getByRole("button", { name: "Close the account…" }));
    await userEvent.click(ines.getByRole("checkbox", { name: /Encrypt everything anew/ }));
    expect(ines.getByText("What it costs")).toBeTruthy();
    await userEvent.type(ines.getByLabelText("Your passphrase"), "sample");
    await userEvent.click(ines.getByRole("button", { name: "Close the account" }));
    await screen.findByRole("list", { name: "Recovery key" });
    expect(screen.getByText(/Destroy the older sheet/)).toBeTruthy();
    await userEvent.click(screen.getByRole("checkbox", { name: /I printed it/ }));
    await userEvent.click(screen.getByRole("button", { name: "Back to the people" }));
    await screen.findByText(/need a new passphrase from you: ruth, marcus, paula/);
    expect(await screen.findByText("6 people · 4 accounts")).toBeTruthy();
  });

  it("change their own passphrase and bring their own signing identity", async () => {
    await openAt("#/people/P-005", "People", "paula");
    const paula = await panel("Paula Stern");
    expect(screen.queryByRole("button", { name: "Add a person" })).toBeNull();
    expect(screen.getByText(/You can read this as auditor/)).toBeTruthy();
    await userEvent.click(paula.getByRole("button", { name: "Change my passphrase" }));
    await userEvent.type(paula.getByLabelText("Passphrase now"), "sample");
    await typePair("New passphrase", WORDS);
    await userEvent.click(paula.getByRole("button", { name: "Change the passphrase" }));
    await userEvent.click(await paula.findByRole("button", { name: /Import my signing identity/ }));
    const file = new File([new Uint8Array([48, 130])], "paula.p12");
    await userEvent.upload(paula.getByLabelText(/File/), file);
    await userEvent.type(paula.getByLabelText("Your passphrase in this workspace"), WORDS);
    await userEvent.click(paula.getByRole("button", { name: "Import" }));
    await paula.findByText(/Example Health CA 3/);
  });

  it("show nothing to change to somebody else who is no official", async () => {
    await openAt("#/people/P-001", "People", "ines");
    const dana = await panel("Dana Whitfield");
    expect(dana.queryAllByRole("button")).toEqual([]);
  });
});
