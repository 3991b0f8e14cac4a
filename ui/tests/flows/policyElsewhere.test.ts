import { screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { call } from "../../src/backend";
import { SIGNED } from "../fake/policyLife";
import { openAt } from "./open";

const DRAFT = "#/policies/POL-11?version=2.0";
const TITLE = "Security incident response";
const FORM = "Approval given outside the program";
const main = () => within(screen.getByRole("main"));

/** The draft in review, approved by the security official who is at the page. */
async function waiting(): Promise<void> {
  await openAt("#/home-of-nothing", "This page does not exist", "dana");
  const { version, revision } = await call("policy::get", { number: "POL-11", version: "2.0" });
  const statements = version.statements.map((one) => ({
    ...one,
    text: one.text.replace("promptly ", ""),
  }));
  const content = { ...version, statements };
  await call("policy::save", { policy: "POL-11", content, based_on_revision: revision });
  const days = { effective_from: "2027-02-01", next_review: "2028-01-31" };
  const name = { policy: "POL-11", version: "2.0" };
  const { content_hash } = await call("policy::submit", { ...name, ...days });
  const given = { capacity: "security_official" as const, statement: "I approve this version." };
  await call("policy::approve", { ...name, ...given, content_hash: content_hash ?? "" });
  await call("document::write", name);
  window.location.hash = DRAFT;
  await screen.findByRole("heading", { level: 1, name: TITLE });
}

async function form() {
  await userEvent.click(
    await main().findByRole("button", { name: /^Record an approval given outside/ }),
  );
  const opened = within(await main().findByRole("form", { name: FORM }));
  const executive = await opened.findByRole("option", { name: /Okafor/ });
  await userEvent.selectOptions(opened.getByLabelText(/^Who approved/), executive);
  return opened;
}

async function status(): Promise<string> {
  return (await call("policy::gates", { policy: "POL-11", version: "2.0" })).status;
}

describe("an approval given outside the program", () => {
  it("takes the signed copy of the document that was sent, and no other file", async () => {
    await waiting();
    const opened = await form();
    await opened.findByLabelText(/^The document that was sent/);
    const file = opened.getByLabelText(/^The file that came back/);
    const pdf = (text: string) => new File([text], "back.pdf", { type: "application/pdf" });
    const record = opened.getByRole("button", { name: "Record the approval" });

    await userEvent.click(record);
    expect(opened.getByText("Choose the file that came back.")).toBeTruthy();
    await userEvent.upload(file, pdf("printed anew"));
    await userEvent.click(record);
    expect(await opened.findAllByText("This is not the file that was sent.")).not.toEqual([]);
    expect(await status()).toBe("in_review");

    await userEvent.upload(file, pdf(SIGNED));
    await userEvent.click(record);
    await screen.findByText(/^The approval of .*Okafor is recorded\.$/);
    expect(await status()).toBe("approved");
  });

  it("takes a copy signed in ink that shows the hash of this version", async () => {
    await waiting();
    const opened = await form();
    await userEvent.click(opened.getByRole("radio", { name: /signed in ink/ }));
    const hash = opened.getByLabelText(/^Hash at the foot/);
    await userEvent.type(hash, "0123456789ab");
    const [scan] = await opened.findAllByRole("option", { name: /^E-/ });
    const scans = opened.getByLabelText(/^Scan of the signed copy/);
    await userEvent.selectOptions(scans, scan ? [scan] : []);
    const record = opened.getByRole("button", { name: "Record the approval" });
    await userEvent.click(record);
    expect(await opened.findAllByText(/another content hash/)).not.toEqual([]);

    await userEvent.clear(hash);
    await userEvent.type(hash, "4BE1A07C55D2");
    await userEvent.click(record);
    await screen.findByText(/^The approval of .*Okafor is recorded\.$/);
    expect(await status()).toBe("approved");
  });
});
