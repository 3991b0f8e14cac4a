/** The yearly assessment in a browser on the real core: every screen of the path, and the path by keyboard alone. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSample, picture, start, violations } from "./browser.mjs";

let host;
before(async () => {
  host = await start();
});
after(() => host?.stop());

/** Every screen that the path leads over; the first assessment of the sample is approved, the second is open. */
const SCREENS = [
  ["organization", "#/organization"],
  ["assessment", "#/assessment"],
  ["question-words", "#/assessment/Q013"],
  ["question-rows", "#/assessment/Q007"],
  ["question-choices", "#/assessment/Q008"],
  ["question-in-records", "#/assessment/Q001"],
  ["inventory", "#/inventory"],
  ["asset", "#/inventory/A-001"],
  ["vendors", "#/inventory?part=vendors"],
  ["flows", "#/inventory?part=flows"],
  ["starters", "#/inventory?part=starters"],
  ["import", "#/inventory?part=import"],
  ["threats", "#/threats"],
  ["threat", "#/threats/T-005"],
  ["proposals", "#/threats?show=proposals"],
  ["risks", "#/risks"],
  ["risk", "#/risks/R-0003"],
  ["safeguards", "#/safeguards"],
  ["safeguard", "#/safeguards/312-a-2-iv"],
  ["approval", "#/assessment/approval"],
  ["proof", "#/assessment/proof"],
  ["difference", "#/assessment/difference"],
  ["triggers", "#/triggers"],
  ["reports", "#/reports"],
];

test("each screen of the path is without an axe finding, light and dark, and fits at twice the size", async () => {
  const page = await openSample(host);
  await command("assessment::begin", { year: 2027, kind: "annual", previous: "AS-2026" });
  const found = [];
  for (const [name, address] of SCREENS) {
    await page.evaluate((hash) => (globalThis.location.hash = hash), address);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    const shown = await page.getByRole("heading", { level: 1 }).first().innerText();
    if (/does not exist/i.test(shown)) found.push(`${name}: there is no page at ${address}`);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      await picture(page, `${name}-${scheme}`);
      found.push(...(await violations(page)).map((one) => `${name}, ${scheme}: ${one}`));
    }
    await page.emulateMedia({ colorScheme: "light" });
    // 200 % zoom of a window 1280 wide leaves room for 640.
    await page.setViewportSize({ width: 640, height: 860 });
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (cut > 0) found.push(`${name}: ${cut} pixels are cut off at 200 %`);
    await page.setViewportSize({ width: 1280, height: 860 });
  }
  assert.deepEqual(found, []);
  await page.close();
});

async function command(name, request) {
  const body = JSON.stringify({ command: name, request });
  const response = await (await fetch(host.call, { method: "POST", body })).json();
  assert.ok(!response.error, `${name}: ${JSON.stringify(response.error)}`);
  return response.ok;
}
