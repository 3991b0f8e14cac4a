import { screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { openStart, topBar } from "./open";

describe("the start window", () => {
  beforeEach(async () => {
    window.location.hash = "";
    await openStart();
  });

  it("opens the sample clinic and puts the focus on the heading of the first screen", async () => {
    await userEvent.click(screen.getByRole("button", { name: "Explore the sample clinic" }));
    await userEvent.click(await screen.findByRole("radio", { name: /Ruth Okafor/ }));
    expect(screen.getByRole("textbox", { name: "Login" })).toHaveProperty("value", "ruth");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    const heading = await screen.findByRole("heading", { level: 1, name: "Your 2026 assessment" });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(topBar().textContent).toContain("Dr. Ruth Okafor");
  });

  it("says what to do when the passphrase is wrong, and keeps the login", async () => {
    await userEvent.click(await screen.findByRole("button", { name: /Lakeside Family Clinic/ }));
    await userEvent.type(screen.getByRole("textbox", { name: "Login" }), "dana");
    await userEvent.type(screen.getByLabelText("Passphrase"), "wrong{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain(
      "The login or the passphrase is wrong",
    );
    expect(screen.getByRole("textbox", { name: "Login" })).toHaveProperty("value", "dana");
  });

  it("asks for what is missing instead of calling the core", async () => {
    await userEvent.click(await screen.findByRole("button", { name: /Lakeside Family Clinic/ }));
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(screen.getByText("Type your login.")).toBeTruthy();
    expect(screen.getByText("Type your passphrase.")).toBeTruthy();
  });
});
