import { screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { openAt } from "./open";

const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);

async function addDialog() {
  await userEvent.click(await screen.findByRole("button", { name: "Add evidence" }));
  return within(await screen.findByRole("dialog", { name: "Add evidence" }));
}

describe("evidence", () => {
  it("is added with its file, attached to what was chosen", async () => {
    await openAt("#/evidence", "Evidence");
    const dialog = await addDialog();
    await userEvent.type(dialog.getByRole("textbox", { name: "What it is" }), "Test of the alarm");
    await userEvent.type(dialog.getByRole("textbox", { name: /^Where the original/ }), "Only here");
    await userEvent.upload(dialog.getByLabelText("File"), file("alarm.pdf", 1200));
    const attach = dialog.getByRole("combobox", { name: "Attach to" });
    await within(attach).findByRole("option", { name: "R-0010 Stolen laptop" });
    await userEvent.selectOptions(attach, "R-0010 Stolen laptop");
    await userEvent.click(dialog.getByRole("button", { name: "Add evidence" }));
    await screen.findByRole("heading", { name: "E-0004 Test of the alarm" });

    expect(screen.getAllByText("R-0010").length).toBeGreaterThan(0);
    const about = { kind: "risk", id: "AS-2026/R-0010" };
    const { items } = await call("evidence::list", { about });
    expect(items.map((row) => row.evidence.file_name)).toEqual(["alarm.pdf", "laptops.csv"]);
  });

  it("is refused before it is read, if the file is too large", async () => {
    await openAt("#/evidence", "Evidence");
    const dialog = await addDialog();
    const large = file("disk.img", 1);
    Object.defineProperty(large, "size", { value: 30_000_000 });
    await userEvent.upload(dialog.getByLabelText("File"), large);
    expect(dialog.getByText(/^This file has 30.0 MB; at most 20.0 MB is taken/)).toBeTruthy();
    await userEvent.type(dialog.getByRole("textbox", { name: "What it is" }), "Copy of the disk");
    await userEvent.type(dialog.getByRole("textbox", { name: /^Where the original/ }), "Shelf 3");
    await userEvent.click(dialog.getByRole("button", { name: "Add evidence" }));
    expect((await call("evidence::list", {})).items).toHaveLength(3);
  });

  it("needs its name and the place of the original", async () => {
    await openAt("#/evidence", "Evidence");
    const dialog = await addDialog();
    await userEvent.click(dialog.getByRole("button", { name: "Add evidence" }));
    expect(dialog.getByText("Say what it is, in a few words.")).toBeTruthy();
    expect(dialog.getByText(/^Say where it is kept/)).toBeTruthy();
  });

  it("changes its particulars and is detached", async () => {
    await openAt("#/evidence?number=E-0001", "Evidence");
    await userEvent.click(await screen.findByRole("button", { name: "Change the particulars" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Change E-0001" }));
    await userEvent.click(await dialog.findByRole("button", { name: /^Detach from R-0010/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Save" }));
    await screen.findByText("nothing yet");
  });

  it("is taken off the register only with a reason", async () => {
    await openAt("#/evidence?number=E-0001", "Evidence");
    await userEvent.click(await screen.findByRole("button", { name: "Take off the register" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Take E-0001/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Take it off" }));
    expect(dialog.getByText("Say why, in a few words.")).toBeTruthy();
    await userEvent.type(dialog.getByRole("textbox"), "Recorded twice by mistake.");
    await userEvent.click(dialog.getByRole("button", { name: "Take it off" }));
    await waitFor(() => expect(screen.queryByRole("link", { name: /^E-0001/ })).toBeNull());
  });

  it("is shown and attached beside the risk it is about", async () => {
    await openAt("#/risks/R-0010", "Risks");
    const panel = within(await screen.findByRole("region", { name: "Evidence" }));
    await panel.findByRole("link", { name: "E-0001" });
    await userEvent.click(panel.getByRole("button", { name: /^Attach what is already/ }));
    await userEvent.selectOptions(
      await panel.findByRole("combobox", { name: "Attach" }),
      "E-0003 Restore test of October",
    );
    await panel.findByRole("link", { name: "E-0003" });
  });
});
