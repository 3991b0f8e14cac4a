import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { openAt } from "./open";

/** What the browser was given to save: its name and its words. */
function downloads(): { name: string; file: Promise<string> }[] {
  const saved: { name: string; file: Promise<string> }[] = [];
  const files = new Map<string, Blob>();
  URL.createObjectURL = vi.fn((file: Blob) => {
    files.set(`blob:${files.size}`, file);
    return `blob:${files.size - 1}`;
  });
  URL.revokeObjectURL = vi.fn();
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const file = files.get(this.href);
    if (file) saved.push({ name: this.download, file: wordsOf(file) });
  };
  return saved;
}

function wordsOf(file: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
}

describe("reports", () => {
  it("are saved in each form, with the hash to compare later", async () => {
    const saved = downloads();
    await openAt("#/reports", "Reports");
    const group = within(await screen.findByRole("group", { name: "Save Risk register" }));
    await userEvent.click(group.getByRole("button", { name: /^Excel/ }));
    await screen.findByText(/^AS-2026-register\.xlsx, 48 KB/);
    expect(saved.map(({ name }) => name)).toEqual(["AS-2026-register.xlsx"]);
    expect(await saved[0]?.file).toBe("register of AS-2026");
  });

  it("say why one cannot be written, and what went wrong", async () => {
    await openAt("#/reports", "Reports");
    await screen.findByText("There is only one assessment yet.");
    const none = within(screen.getByRole("group", { name: "Save What changed since last year" }));
    expect(none.getByRole("button", { name: /^PDF/ })).toHaveProperty("disabled", true);
    const board = within(screen.getByRole("group", { name: "Save One page for the board" }));
    await userEvent.click(board.getByRole("button", { name: /^PDF/ }));
    expect((await screen.findByRole("alert")).textContent).toContain("The disk is full");
  });
});
