import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { call } from "../../src/backend";
import { saving } from "../../src/shared/save/saving.svelte";
import { openAt, openStart } from "./open";

const WORDS = "four unrelated words here";

async function fill(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
}

describe("a new workspace", () => {
  beforeEach(async () => {
    window.location.hash = "";
    await openStart();
    await userEvent.click(screen.getByRole("button", { name: "Create a workspace" }));
  });

  it("names every fault at once and goes to the first", async () => {
    await fill("Passphrase", "short");
    await userEvent.click(screen.getByRole("button", { name: "Create the workspace" }));
    for (const fault of [
      /legal name/,
      "Type your full name.",
      /short name to sign in/,
      "This has 5 characters; 12 are needed.",
      "Type it once more.",
      "Say where the folder goes.",
    ]) {
      expect(screen.getAllByText(fault).length).toBeGreaterThan(0);
    }
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Organization")));
  });

  it("shows the recovery sheet, which must be printed before it goes on", async () => {
    await fill("Organization", "Northside Practice");
    await fill("Your full name", "Kim Aldous");
    await fill("Login", "kim");
    await fill("Passphrase", WORDS);
    await fill("Passphrase, once more", WORDS);
    await fill("Folder", "/home/kim/northside");
    await userEvent.click(screen.getByRole("button", { name: "Create the workspace" }));

    await screen.findByRole("heading", { level: 1, name: "Northside Practice" });
    expect(screen.getByText("/home/kim/northside.riskwright")).toBeTruthy();
    const key = within(screen.getByRole("list", { name: "Recovery key" }));
    expect(key.getAllByRole("listitem")).toHaveLength(14);
    const print = vi.spyOn(window, "print");
    await userEvent.click(screen.getByRole("button", { name: "Print the sheet" }));
    expect(print).toHaveBeenCalledOnce();
    const go = screen.getByRole("button", { name: "Go on to the workspace" });
    expect(go).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("checkbox", { name: /I printed it/ }));
    await userEvent.click(go);
    await screen.findByRole("heading", { level: 1, name: /assessment/ });
    expect(document.body.textContent).not.toContain("K1XW");
  });
});

describe("a lost passphrase", () => {
  it("opens with the key as people type it, and a new passphrase", async () => {
    window.location.hash = "";
    await openStart();
    await userEvent.click(await screen.findByRole("button", { name: /Lakeside Family Clinic/ }));
    await userEvent.click(screen.getByRole("button", { name: "I lost my passphrase" }));
    await fill("Recovery key", "AB12 AB12");
    await userEvent.click(screen.getByRole("button", { name: "Open with the recovery key" }));
    expect(screen.getByText(/56 characters in 14 groups; this has 8/)).toBeTruthy();
    await fill("Recovery key", "ab12 ".repeat(14));
    await fill("Your login", "dana");
    await fill("New passphrase", WORDS);
    await fill("New passphrase, once more", WORDS);
    await userEvent.click(screen.getByRole("button", { name: "Open with the recovery key" }));
    await screen.findByRole("heading", { level: 1, name: /assessment/ });
    await call("workspace::open", { path: "/", login: "dana", passphrase: WORDS });
  });
});

describe("the settings", () => {
  it("save by themselves, and refuse a time that is none", async () => {
    await openAt("#/settings", "Settings");
    await screen.findByLabelText("Minutes until it locks");
    await fill("Minutes until it locks", "500");
    await saving.settle();
    expect(screen.getByText("Type a whole number from 1 to 240.")).toBeTruthy();
    expect((await call("workspace::settings", {})).settings.idle_lock_minutes).toBe(15);
    await fill("Minutes until it locks", "5");
    await userEvent.click(screen.getByRole("checkbox", { name: /Back up on the first opening/ }));
    await saving.settle();
    expect((await call("workspace::settings", {})).settings).toEqual({
      idle_lock_minutes: 5,
      daily_backup: false,
    });
  });

  it("show the recovery sheet anew for the passphrase alone", async () => {
    await openAt("#/settings", "Settings");
    await userEvent.type(await screen.findByLabelText("Your passphrase"), "wrong{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("passphrase is wrong");
    await userEvent.type(screen.getByLabelText("Your passphrase"), "sample{Enter}");
    await screen.findByRole("list", { name: "Recovery key" });
    await userEvent.click(screen.getByRole("checkbox", { name: /I printed it/ }));
    await userEvent.click(screen.getByRole("button", { name: "Back to the settings" }));
    await screen.findByRole("heading", { level: 1, name: "Settings" });
    expect(document.body.textContent).not.toContain("K1XW");
  });
});

describe("the backups", () => {
  it("are made, looked into and restored after a confirmation", async () => {
    await openAt("#/backups", "Backups");
    await screen.findByText("3 backups on this computer");
    await userEvent.click(screen.getByRole("button", { name: "Make a backup now" }));
    await screen.findByText("4 backups on this computer");
    const [newest] = screen.getAllByRole("link", { name: /What would restoring change/ });
    await userEvent.click(newest as HTMLElement);
    await screen.findByText(
      "1 record goes away; 2 records get their earlier content; 1 record comes back.",
    );
    await userEvent.click(screen.getByRole("button", { name: "Restore this backup…" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Restore the backup of/ }));
    expect(dialog.getByText(/437 lines stay/)).toBeTruthy();
    const restore = dialog.getByRole("button", { name: "Restore" });
    expect(restore).toHaveProperty("disabled", true);
    await userEvent.click(dialog.getByRole("checkbox", { name: "I know what goes away" }));
    await userEvent.click(restore);
    await screen.findByText("5 backups on this computer");
    expect(window.location.hash).toBe("#/backups");
  });
});
