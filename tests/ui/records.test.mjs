/** What was done stays on record: the trail, taking back, a day in the past, and evidence. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openSample, picture, start, violations } from "./browser.mjs";

let host;
before(async () => {
  host = await start();
});
after(() => host?.stop());

const REASON = "Rated anew after the walk-through: two devices were found without encryption.";

test("a rating is on record, is taken back, and both stay in the trail", async () => {
  const page = await openSample(host);
  const number = await firstRisk(page);
  const before = await likelihood(page);
  const other = before === "Very high" ? "High" : "Very high";
  await rate(page, other);
  await page.getByRole("button", { name: `Undo: rating of ${number}` }).waitFor();

  const rated = await newestLine(page);
  assert.match(rated, new RegExp(number), "the trail names the risk");
  assert.match(rated, /risk::save/);

  await page.getByRole("button", { name: `Undo: rating of ${number}` }).click();
  await page.getByText(`Undone: rating of ${number}.`).waitFor();
  assert.match(await newestLine(page), /history::undo/, "taking back is recorded too");
  await openRisk(page, number);
  assert.equal(await likelihood(page), before, "the earlier level stands again");

  await page.keyboard.press("Control+Shift+Z");
  await page.getByRole("button", { name: `Undo: rating of ${number}` }).waitFor();
  await page.waitForFunction(
    (level) => document.querySelector("fieldset .chosen")?.textContent?.trim().startsWith(level),
    other,
  );
  await page.close();
});

test("the trail holds, and the filters leave what passes", async () => {
  const page = await openSample(host);
  await enter(page, "Audit trail");
  await page.getByRole("button", { name: "Check the trail" }).click();
  await page.getByRole("heading", { name: "The trail holds" }).waitFor();
  await page.getByLabel("Act about").selectOption("workspace");
  await page.getByText(/of the lines pass/).waitFor();
  const commands = await page.locator("td .command").allInnerTexts();
  assert.ok(commands.length > 0, "opening the workspace is on record");
  assert.ok(commands.every((command) => command.startsWith("workspace")), commands.join(" "));
  await picture(page, "audit-light");
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("a day in the past shows what was known of it then, and not what was rated since", async () => {
  const page = await openSample(host);
  await enter(page, "As of a day");
  const now = await asOf(undefined);
  assert.ok(now.policies.length > 0, "policies are in force");
  const number = now.policies.flatMap((policy) => policy.risks)[0]?.number;
  assert.ok(number, "a policy in force answers a risk");

  const then = new Date().toISOString();
  await openRisk(page, number);
  const level = (await likelihood(page)) === "Very high" ? "Very low" : "Very high";
  await rate(page, level);
  const was = riskOf(await asOf(then), number);
  const is = riskOf(await asOf(undefined), number);
  assert.deepEqual(was, riskOf(now, number), "what was known then stays as it was");
  assert.notEqual(is.recorded_at, was.recorded_at, "what is known now has the new rating");

  await enter(page, "As of a day");
  await page.getByRole("heading", { name: "Policies in force" }).waitFor();
  await picture(page, "history-light");
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("evidence is added to a risk with its file, and stands in the register", async () => {
  const page = await openSample(host);
  const number = await firstRisk(page);
  const panel = page.getByRole("region", { name: "Evidence" });
  await panel.getByRole("button", { name: "Add evidence" }).click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  await dialog.getByLabel("What it is").fill("Report of the walk-through");
  await dialog.getByLabel("Where the original is kept").fill("Only here");
  await dialog
    .getByLabel("File")
    .setInputFiles({ name: "walk-through.txt", mimeType: "text/plain", buffer: Buffer.from("Two.") });
  await dialog.getByRole("button", { name: "Add evidence" }).click();
  await dialog.waitFor({ state: "hidden" });
  await panel.getByText("Report of the walk-through").waitFor();

  await enter(page, "Evidence");
  const row = page.getByRole("row", { name: /Report of the walk-through/ });
  await row.waitFor();
  assert.match(await row.innerText(), new RegExp(number));
  assert.match(await row.innerText(), /walk-through\.txt, 4 B/);
  await picture(page, "evidence-light");
  assert.deepEqual(await violations(page), []);
  assert.match(await newestLine(page), /evidence::add/);
  await page.close();
});

test("what is kept is told with the rule, and a hold stops disposal until it is released", async () => {
  const page = await openSample(host);
  await enter(page, "Retention");
  await page.getByText(/164\.316\(b\)\(2\)\(i\)/).first().waitFor();
  await page.getByRole("button", { name: "Place a hold" }).click();
  const dialog = page.getByRole("dialog", { name: "Place a legal hold" });
  await dialog.getByLabel("The matter").fill("Audit of the year");
  await dialog.getByLabel("Why it is placed").fill("Counsel asks that everything be kept.");
  await dialog.getByRole("button", { name: "Place the hold" }).click();
  await page.getByText("In force", { exact: true }).waitFor();
  await picture(page, "retention-light");
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: /^Release/ }).click();
  const release = page.getByRole("dialog", { name: /^Release/ });
  await release.getByRole("textbox").fill("The audit is closed.");
  await release.getByRole("button", { name: "Release the hold" }).click();
  await page.getByText("Released", { exact: true }).waitFor();
  await page.close();
});

test("words that look like a patient's are pointed out", async () => {
  const page = await openSample(host);
  await firstRisk(page);
  const reason = page.getByRole("textbox", { name: "Why these levels?" });
  await reason.fill("The portal showed the record of SSN 219-09-9999 to another person.");
  await page.getByRole("button", { name: /^Leave it/ }).waitFor();
  await picture(page, "patient-words-light");
  assert.deepEqual(await violations(page), []);
  await page.close();
});

/** Opens the first risk of the register and gives its number. */
async function firstRisk(page) {
  await enter(page, "Risks");
  const link = page.locator("a.row-link").first();
  await link.waitFor();
  const number = (await link.innerText()).match(/R-\d+/)[0];
  await openRisk(page, number);
  return number;
}

async function openRisk(page, number) {
  await enter(page, "Risks");
  await page.locator("a.row-link", { hasText: number }).click();
  await page.getByRole("region", { name: `Risk ${number}` }).waitFor();
  await page.getByRole("textbox", { name: "Why these levels?" }).waitFor();
}

/** How likely the risk starts, as the form shows it. */
async function likelihood(page) {
  return (await starts(page).locator(".chosen").innerText()).trim();
}

async function rate(page, level) {
  await starts(page).getByRole("radio", { name: level, exact: true }).check();
  await page.getByRole("textbox", { name: "Why these levels?" }).fill(REASON);
  await page.getByRole("banner").getByText(/^Saved/).waitFor();
}

function starts(page) {
  return page.getByRole("group", { name: /How likely does it start/ });
}

async function newestLine(page) {
  await enter(page, "Audit trail");
  const line = page.locator("tbody tr:has(td)").first();
  await line.waitFor();
  return line.innerText();
}

/** What the core answers for today, as known at an instant. */
async function asOf(known_at) {
  const request = known_at ? { known_at } : {};
  const body = JSON.stringify({ command: "history::as_of", request });
  const answer = await fetch(host.call, { method: "POST", body });
  const { ok, error } = await answer.json();
  assert.equal(error, undefined, error?.message);
  return ok;
}

function riskOf(view, number) {
  return view.policies.flatMap((policy) => policy.risks).find((risk) => risk.number === number);
}
