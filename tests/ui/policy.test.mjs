/** A policy from the list of what is needed into force, by two people; and what covers what. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openSample, picture, start, violations } from "./browser.mjs";

let host;
before(async () => {
  host = await start();
});
after(() => host?.stop());

const LOOKS = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
];

test("a needed policy is drafted, handed in, approved by two and put into force", async () => {
  let page = await openSample(host);
  await enter(page, "Policies");
  await page.getByRole("button", { name: /^Draft POL-08/ }).click();
  await page.getByRole("heading", { level: 1, name: /awareness and training/i }).waitFor();
  await look(page, "policy-draft");
  await page.getByRole("button", { name: "Hand it in for approval" }).first().click();
  await page.getByRole("form", { name: "Hand it in" }).getByRole("button", { name: "Hand it in" }).click();
  await approve(page, "policy-approve");
  page = await signedInAs(page, "miriam.okafor");
  await approve(page, "policy-approve-second");
  page = await signedInAs(page, "dana.whitfield");
  await page.getByRole("button", { name: "Put it into force" }).first().click();
  const sure = page.getByRole("dialog").getByRole("button", { name: "Put it into force" });
  if (await sure.isVisible().catch(() => false)) await sure.click();
  await page.getByRole("button", { name: "Begin the next version" }).waitFor();
  await look(page, "policy-in-force");
  const { ok } = await command("policy::gates", { policy: "POL-08", version: "1.0" });
  assert.equal(ok.status, "effective");
  await page.close();
});

test("library, coverage and comparison have no finding of axe and nothing is cut off", async () => {
  for (const [theme, options] of LOOKS) {
    for (const width of [1280, 640]) {
      const page = await openSample(host, "dana.whitfield", { ...options, viewport: { width, height: 860 } });
      for (const [name, hash] of [
        ["policies", "#/policies"],
        ["coverage", "#/coverage"],
        ["policy-draft-open", "#/policy/POL-30"],
      ]) {
        await page.evaluate((to) => (globalThis.location.hash = to), hash);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("networkidle");
        await look(page, `${name}-${theme}-${width}`);
      }
      await page.close();
    }
  }
});

async function approve(page, name) {
  const form = page.getByRole("form", { name: "Approve this version" });
  const opener = page.getByRole("button", { name: "Approve this version" });
  await form.or(opener).first().waitFor();
  if (!(await form.isVisible())) await opener.first().click();
  await look(page, name);
  await form.getByLabel("What you declare").fill("I have read this version and approve it for the clinic.");
  await form.getByRole("button", { name: "Approve this version" }).click();
  await form.waitFor({ state: "detached" });
}

/** The same place of the same workspace, opened by another person. */
async function signedInAs(page, login) {
  const { hash } = new URL(page.url());
  await page.close();
  const next = await openSample(host, login);
  await next.evaluate((to) => (globalThis.location.hash = to), hash);
  await next.getByRole("heading", { level: 1, name: /awareness and training/i }).waitFor();
  return next;
}

async function command(name, request) {
  const answer = await fetch(host.call, { method: "POST", body: JSON.stringify({ command: name, request }) });
  return answer.json();
}

async function look(page, name) {
  assert.deepEqual(await violations(page), [], name);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
  await picture(page, name);
}
