import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { call } from "../../src/backend";
import { register } from "../../src/features/risk/risks.svelte";
import { home } from "../../src/features/workspace/home.svelte";
import { toasts } from "../../src/shared/toast/toasts.svelte";
import { session } from "../../src/shell/session.svelte";
import { openAt } from "./open";

const lockPage = () => screen.findByRole("heading", { level: 1, name: "Lakeside Family Clinic" });

async function unlock(passphrase: string): Promise<void> {
  await userEvent.type(screen.getByLabelText("Passphrase"), `${passphrase}{Enter}`);
}

describe("locking", () => {
  it("forgets what was read, asks for the passphrase, and comes back to the same page", async () => {
    await openAt("#/risks/R-0010", "Risks");
    await waitFor(() => expect(register.value).not.toBeNull());
    toasts.say("The PDF of POL-11 is written.");
    await userEvent.keyboard("{Control>}l{/Control}");
    await lockPage();
    expect(document.title).toBe("Locked · Riskwright");
    expect(document.body.textContent).toContain("Dana Whitfield");
    expect(document.activeElement).toBe(screen.getByLabelText("Passphrase"));
    expect([register.value, home.value, session.open, toasts.shown.length]).toEqual([
      null,
      null,
      null,
      0,
    ]);
    expect((await call("workspace::current", {})).locked?.login).toBe("dana");

    await unlock("wrong");
    expect((await screen.findByRole("alert")).textContent).toContain("passphrase is wrong");
    expect(screen.getByLabelText("Passphrase")).toHaveProperty("value", "");
    await unlock("sample");
    await screen.findByRole("heading", { level: 2, name: "Stolen laptop" });
    expect(window.location.hash).toBe("#/risks/R-0010");
  });

  it("shows how long to wait after too many tries", async () => {
    await openAt("#/", /assessment/);
    await userEvent.click(screen.getByRole("button", { name: "Lock" }));
    await lockPage();
    for (const word of ["one", "two", "three"]) {
      await unlock(word);
      await screen.findByRole("alert");
    }
    expect((await screen.findByRole("timer")).textContent).toMatch(/again in (30|29) seconds/);
    expect(screen.getByRole("button", { name: "Unlock" })).toHaveProperty("disabled", true);
  });

  it("saves what is being written before it locks", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const reason = await screen.findByRole("textbox", { name: "Why these levels?" });
    await userEvent.type(reason, " Counted on Monday.");
    await userEvent.click(screen.getByRole("button", { name: "Lock" }));
    await lockPage();
    await unlock("sample");
    await screen.findByRole("heading", { level: 2, name: "Stolen laptop" });
    const { row } = await call("risk::get", { number: "R-0010" });
    expect(row.rationale).toMatch(/Counted on Monday\.$/);
  });

  it("asks before it throws away what cannot be saved, and tells it afterwards", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const reason = await screen.findByRole("textbox", { name: "Why these levels?" });
    await userEvent.clear(reason);
    await userEvent.type(reason, "Too short.");
    await userEvent.click(screen.getByRole("button", { name: "Lock" }));
    await screen.findByRole("dialog", { name: "1 change cannot be saved" });
    expect(session.open).not.toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Lock all the same" }));
    await lockPage();
    expect(screen.getByText("1 change could not be saved before it locked")).toBeTruthy();
  });

  it("locks when the core has locked by itself", async () => {
    await openAt("#/policies", "Policies");
    await call("workspace::lock", {});
    await userEvent.click(screen.getByRole("link", { name: /^Risks/ }));
    await lockPage();
    expect(session.open).toBeNull();
  });

  it("leaves the locked workspace for another one", async () => {
    await openAt("#/", /assessment/);
    await userEvent.click(screen.getByRole("button", { name: "Lock" }));
    await lockPage();
    await userEvent.click(screen.getByRole("button", { name: "Open another workspace" }));
    await screen.findByRole("heading", { level: 1, name: "Riskwright" });
    expect((await call("workspace::current", {})).locked).toBeNull();
  });

  it("warns a minute before, stays for whoever is there, and locks an idle window", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const pass = async (minutes: number) => {
      for (let one = 0; one < minutes; one += 1) await vi.advanceTimersByTimeAsync(60_000);
    };
    try {
      await openAt("#/", /assessment/);
      window.dispatchEvent(new Event("pointermove"));
      await pass(14);
      await screen.findByText("Locks in 1 minute.");
      window.dispatchEvent(new Event("pointermove"));
      await waitFor(() => expect(screen.queryByText("Locks in 1 minute.")).toBeNull());
      await pass(15);
      await lockPage();
    } finally {
      vi.useRealTimers();
    }
  });
});
