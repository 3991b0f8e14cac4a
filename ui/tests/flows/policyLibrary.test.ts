import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { openAt } from "./open";

describe("the library", () => {
  it("says which policies are needed and not written, why, and drafts one", async () => {
    await openAt("#/policies", "Policies");
    const needed = within(
      await screen.findByRole("region", { name: "Needed and not yet written: 2" }),
    );
    const [first] = needed.getAllByRole("listitem");
    expect(first?.textContent).toContain("POL-16 Facility access");
    expect(first?.textContent).toContain("4 safeguards ask for it; 2 risks, the highest high");
    expect(needed.queryByText(/POL-11/)).toBeNull();

    await userEvent.click(needed.getByRole("button", { name: /^Draft\s+POL-16/ }));
    await screen.findByRole("heading", { level: 1, name: "Facility access" });
    expect(window.location.hash).toBe("#/policies/POL-16?version=1.0");
    expect(screen.getByText(/^2 statements\s+of the template/)).toBeTruthy();
    expect(screen.getByText(/lock the server room/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "I have read it" }));
    expect(screen.queryByText(/lock the server room/)).toBeNull();
  });

  it("shows apart what is needed only under a condition", async () => {
    await openAt("#/policies", "Policies");
    const fold = await screen.findByText("Not needed as your organization is today: 1");
    const list = within(fold.closest("details") as HTMLElement);
    expect(list.getByText(/^Needed when the organization runs an interface/)).toBeTruthy();
    expect(list.getByRole("heading", { name: "POL-27 Patient-chosen apps" })).toBeTruthy();
  });

  it("offers no draft to whoever does not write policies", async () => {
    await openAt("#/policies", "Policies", "ruth");
    await screen.findByRole("region", { name: /^Needed and not yet written/ });
    expect(screen.queryByRole("button", { name: /^Draft/ })).toBeNull();
  });
});
