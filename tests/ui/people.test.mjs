/** From an empty folder to a second person, on the real core: create, print, lock, unlock, add, set. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { enter, openSample, picture, start, violations } from "./browser.mjs";

const PASSPHRASE = "four unrelated words here";
const GIVEN = "another four words here";

let host;
let folder;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "riskwright-"));
  host = await start();
});
after(async () => {
  await host?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("an officer creates a workspace, prints the key, locks, adds a person and decides the settings", async () => {
  const page = await startPage();
  const place = path.join(folder, "northside");
  await create(page, place);
  const key = await keepKey(page);

  await lock(page);
  await unlock(page, "not the passphrase");
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByRole("navigation").count(), 0, "no room is open");
  await unlock(page, PASSPHRASE);
  await page.getByRole("navigation").getByRole("link", { name: "People" }).waitFor();

  await addPerson(page);
  await decideSettings(page);

  await lock(page);
  await page.getByRole("button", { name: "Open another workspace" }).click();
  await recover(page, key);
  await page.getByRole("navigation").getByRole("link", { name: "Home" }).waitFor();
  await page.close();
});

test("a page that was loaded again while locked stays locked, and comes back to the same page", async () => {
  const page = await openSample(host);
  await enter(page, "Practices");
  await lock(page);
  await page.reload();
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  await unlock(page, "lakeside sample passphrase");
  await page.getByRole("heading", { level: 1, name: "Practices" }).waitFor();
  await page.close();
});

test("whoever may not write is told so, and nothing is offered that would be refused", async () => {
  const official = await openSample(host);
  await enter(official, "People");
  const row = official.getByRole("row", { name: /Auditor|Reviewer/ }).first();
  await row.waitFor();
  const login = (await row.locator(".under").last().innerText()).trim();
  await official.close();

  const page = await openSample(host, login);
  await enter(page, "People");
  await page.getByText(/You can read this as/).waitFor();
  assert.equal(await page.getByRole("button", { name: "Add a person" }).count(), 0);
  await enter(page, "Risks");
  await page.getByRole("rowheader").getByRole("link").first().click();
  assert.equal(await page.getByLabel("Why these levels?").isDisabled(), true);
  await page.close();
});

for (const theme of ["light", "dark"]) {
  test(`people, backups and settings are accessible, ${theme}`, async () => {
    const page = await openSample(host, "dana.whitfield", { colorScheme: theme });
    for (const room of ["People", "Backups", "Settings"]) {
      await enter(page, room);
      await page.waitForTimeout(300);
      await picture(page, `${room.toLowerCase()}-real-${theme}`);
      assert.deepEqual(await violations(page), [], `${room} has no violation`);
    }
    await page.close();
  });
}

async function startPage() {
  await fetch(host.call, { method: "POST", body: JSON.stringify({ command: "workspace::close" }) });
  const page = await host.browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(host.url);
  return page;
}

async function create(page, place) {
  await page.getByRole("button", { name: "Create a workspace" }).click();
  await page.getByRole("button", { name: "Create the workspace" }).click();
  assert.equal(await page.locator("[aria-invalid=true]").count(), 5, "every empty field is named");
  assert.deepEqual(await violations(page), []);
  await page.getByLabel("Organization").fill("Northside Family Practice");
  await page.getByLabel("Your full name").fill("Kim Aldous");
  await page.getByLabel("Login").fill("kim");
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("Passphrase, once more").fill(PASSPHRASE);
  await page.getByLabel("Folder").fill(place);
  await page.getByRole("button", { name: "Create the workspace" }).click();
}

/** Reads the key off the sheet as a person would, and goes on. */
async function keepKey(page) {
  const groups = page.getByRole("list", { name: "Recovery key" }).getByRole("listitem");
  await groups.first().waitFor();
  assert.equal(await groups.count(), 14);
  const key = await groups.allInnerTexts();
  await picture(page, "recovery-sheet");
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.getByRole("button", { name: "Go on to the workspace" }).isDisabled(), true);
  await page.getByLabel(/I printed it/).check();
  await page.getByRole("button", { name: "Go on to the workspace" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Home" }).waitFor();
  return key.join(" ").toLowerCase();
}

async function lock(page) {
  await page.keyboard.press("Control+l");
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  assert.deepEqual(await violations(page), []);
}

async function unlock(page, passphrase) {
  await page.getByLabel("Passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
}

async function addPerson(page) {
  await enter(page, "People");
  await page.getByRole("button", { name: "Add a person" }).click();
  await page.getByLabel("Full name").fill("Nora Beck");
  await page.getByLabel("Job title").fill("Nurse lead");
  await page.getByLabel(/Signs in/).check();
  await page.getByLabel("Login").fill("nora");
  await page.getByLabel("First passphrase", { exact: true }).fill(GIVEN);
  await page.getByLabel("First passphrase, once more").fill(GIVEN);
  await page.getByRole("button", { name: "Add the person" }).click();
  await page.getByRole("heading", { level: 2, name: "Nora Beck" }).waitFor();
  await page.getByText(/nora: contributor/).waitFor();
  await picture(page, "person-real");
  assert.deepEqual(await violations(page), []);
}

async function decideSettings(page) {
  await enter(page, "Settings");
  await page.getByLabel("Minutes until it locks").fill("5");
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
  await enter(page, "Backups");
  await page.getByRole("button", { name: "Make a backup now" }).click();
  await page.getByText("A backup is made.").waitFor();
  assert.deepEqual(await violations(page), []);
  await enter(page, "Settings");
  assert.equal(await page.getByLabel("Minutes until it locks").inputValue(), "5");
  assert.deepEqual(await violations(page), []);
}

async function recover(page, key) {
  await page.getByRole("button", { name: /Northside|northside/ }).first().click();
  await page.getByRole("button", { name: "I lost my passphrase" }).click();
  await page.getByRole("textbox", { name: "Recovery key" }).fill(key);
  await page.getByLabel("Your login").fill("kim");
  await page.getByLabel("New passphrase", { exact: true }).fill(`${PASSPHRASE} again`);
  await page.getByLabel("New passphrase, once more").fill(`${PASSPHRASE} again`);
  await page.getByRole("button", { name: "Open with the recovery key" }).click();
}
