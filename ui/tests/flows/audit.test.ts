import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { useTransport } from "../../src/backend/transport";
import { fake } from "../fake/transport";
import { openAt } from "./open";

const lines = () => screen.getAllByRole("row").filter((row) => row.querySelector("td") !== null);

describe("the audit trail", () => {
  it("reads in words, newest first, with a link to what each line is about", async () => {
    await openAt("#/audit", "Audit trail");
    await screen.findByRole("table", { name: /^Audit trail/ });
    const [newest] = lines();
    expect(newest?.textContent).toContain("Rated R-0010 Stolen laptop as moderate.");
    expect(newest?.textContent).toContain("133");
    expect(
      within(newest as HTMLElement)
        .getByRole("link")
        .getAttribute("href"),
    ).toBe("#/risks/R-0010");
  });

  it("shows earlier lines below, down to the first", async () => {
    await openAt("#/audit", "Audit trail");
    await screen.findByText("The newest 100 of 133 lines.");
    await userEvent.click(screen.getByRole("button", { name: "Show earlier lines" }));
    await screen.findByText("133 lines, back to the first.");
    expect(lines()).toHaveLength(133);
    expect(screen.queryByRole("button", { name: "Show earlier lines" })).toBeNull();
  });

  it("shows what passes the filters, and all again", async () => {
    await openAt("#/audit", "Audit trail");
    const filter = within(await screen.findByRole("search", { name: "Filter the trail" }));
    await userEvent.selectOptions(filter.getByRole("combobox", { name: "Person" }), "luis");
    await screen.findByText("19 of the lines pass.");
    expect(lines().every((row) => row.textContent?.includes("Judged (d)(4)"))).toBe(true);
    await userEvent.type(filter.getByRole("searchbox", { name: "Record" }), "pol-11");
    await screen.findByText("No line passes these filters.");
    await userEvent.click(screen.getByRole("button", { name: "Show all lines" }));
    await screen.findByText("The newest 100 of 133 lines.");
    expect(filter.getByRole("combobox", { name: "Person" })).toHaveProperty("value", "");
  });

  it("says that it holds, with the head that stands on paper", async () => {
    await openAt("#/audit", "Audit trail");
    await userEvent.click(screen.getByRole("button", { name: "Check the trail" }));
    await screen.findByRole("heading", { name: "The trail holds" });
    expect(screen.getByText(/line 133/).textContent).toContain("7d79 3037 … 8f90");
  });

  it("says every break in words, and what to do", async () => {
    await openAt("#/audit", "Audit trail");
    const whole = fake();
    useTransport({
      send: (command, request) =>
        command === "audit::verify"
          ? Promise.resolve({
              holds: false,
              head: { sequence: 80, hash: "ab" },
              breaks: [
                { code: "cut", seen: 90, last: 80 },
                { code: "body", sequence: 12 },
              ],
            })
          : whole.send(command, request),
    });
    await userEvent.click(screen.getByRole("button", { name: "Check the trail" }));
    await screen.findByRole("heading", { name: "The trail does not hold in 2 places" });
    expect(screen.getByText(/seen line 90; the trail now ends at line 80/)).toBeTruthy();
    expect(screen.getByText(/What line 12 recorded/)).toBeTruthy();
    expect(screen.getByText(/Keep a copy of the whole folder/)).toBeTruthy();
  });

  it("opens with the lines of one record, if an address asks for it", async () => {
    await openAt("#/audit?record=E-0003", "Audit trail");
    await waitFor(() => expect(lines()).toHaveLength(19));
  });
});
