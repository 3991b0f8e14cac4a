/** Practices, incidents and the policy editor by the keyboard alone, on the real core; and how their pages look. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSample, picture, start, violations } from "./browser.mjs";
import { keyboard } from "./keys.mjs";

let host;
let keys;
let page;
before(async () => {
  host = await start();
  page = await openSample(host);
  keys = await keyboard(page);
});
after(() => host?.stop());

const ROUTES = [
  "practices",
  "practices/PR-0002",
  "practices/PR-0001?part=what",
  "practices/PR-0001?part=reach",
  "practices/PR-0001?part=basis",
  "practices/PR-0003?part=basis",
  "practices/PR-0001?part=use",
  "practices/PR-0001?part=records",
  "incidents",
  "incidents/IN-001",
  "readers/POL-11",
  "standards",
  "policies/POL-08",
  "coverage",
];

test("a practice is registered, described, started and recorded", async () => {
  await keys.room("Practices");
  await keys.act("button", "Register a practice");
  await keys.write(/^Title/, "Suspend a stolen credential");
  await keys.write(/^What exactly is done/, "The responder disables the credential of a client that is in other hands.");
  await keys.select(/^Type of practice/, /Suspend an API client/);
  await keys.act("button", "Register it");
  await page.getByRole("heading", { level: 1, name: "Suspend a stolen credential" }).waitFor();
  await keys.kept("registering");
  await keys.tick(/begun in an emergency/);
  await until(async () => assert.equal((await practice("PR-0005")).practice.emergency, true));
  await keys.act("link", "Records");
  await keys.act("button", "Take it into use");
  await page.getByRole("dialog").waitFor();
  await keys.act("button", "Take it into use");
  await until(async () => assert.equal((await practice("PR-0005")).practice.state, "active"));
  await keys.act("button", "Record an application");
  await keys.tabTo("combobox", /^Kind of requestor/);
  await keys.type("other provider");
  await keys.write(/^What was done and how it ended/, "Client 0412: suspended for an hour.");
  await keys.pick("Yes", { group: /Was access limited/ });
  await keys.act("button", "Record it");
  await until(async () => {
    const { practice: saved } = await practice("PR-0005");
    assert.deepEqual(saved.application.records.map(({ restricted }) => restricted), [true]);
  });
  await picture(page, "practice-records");
});

test("the check of a practice takes a judgement", async () => {
  await go("practices/PR-0002");
  const before = await answer("practice::check", { number: "PR-0002" });
  const waiting = before.criteria.find(({ result }) => result === "needs_judgement");
  assert.ok(waiting, "the sample has one that waits");
  await keys.act("button", /^Judge/);
  await keys.write(/^Your judgement and its reason/, "Looked at the records of the quarter with the nurse manager.");
  await keys.act("button", /^(Met|It is met)/);
  await until(async () => {
    const now = await answer("practice::check", { number: "PR-0002" });
    const judged = now.criteria.filter(({ result }) => result === "needs_judgement").length;
    assert.equal(judged, before.criteria.filter(({ result }) => result === "needs_judgement").length - 1);
  });
  await keys.kept("judging");
});

test("a drill is logged and an act of it is done", async () => {
  await keys.room("Incidents");
  await keys.act("button", "Log an incident or a drill");
  await keys.pick("A drill");
  await keys.write(/^Title/, "Drill: a stolen laptop");
  await keys.select(/^Policy whose times count/, /^POL-11/);
  await keys.select("Severity", /^Severity 1|^1/);
  await keys.select(/^What has happened already/, /first alert/);
  await keys.act("button", "Log it");
  await page.getByRole("heading", { level: 1, name: "Drill: a stolen laptop" }).waitFor();
  await keys.act("button", /^Done now ?: T-02/);
  await until(async () => {
    const { clocks } = await answer("incident::get", { number: "IN-001" });
    assert.equal(clocks.find(({ timeframe }) => timeframe === "T-02").state, "kept");
  });
  await keys.kept("recording an act");
  await picture(page, "incident");
});

test("a statement of a draft is written anew", async () => {
  await answer("policy::draft", { number: "POL-08" });
  await go("policies/POL-08");
  await keys.act("button", /^Edit S-01$/);
  const text = "The Security Official shall train each workforce member within 30 calendar days of hire.";
  assert.match((await keys.focused()).name, /^Text of S-01/, "the text has the focus");
  await page.keyboard.press("Control+A");
  await keys.type(text);
  await keys.act("button", "Done");
  await until(async () => {
    const { version } = await answer("policy::get", { number: "POL-08" });
    assert.equal(version.statements[0].text, text);
  });
  await keys.kept("writing a statement");
});

for (const [scheme, width] of [
  ["light", 1280],
  ["dark", 640],
]) {
  test(`the pages have no finding of axe and nothing is cut off, ${scheme}, ${width} pixels`, async () => {
    const other = await openSample(host, "dana.whitfield", { colorScheme: scheme, viewport: { width, height: 860 } });
    const found = [];
    for (const route of ROUTES) {
      await other.evaluate((to) => (globalThis.location.hash = to), `#/${route}`);
      await other.getByRole("heading", { level: 1 }).waitFor();
      await other.waitForLoadState("networkidle");
      found.push(...(await violations(other)).map((one) => `${route}: ${one}`));
      const wide = await other.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${route} is ${wide} pixels too wide`);
      await picture(other, `${route.replace(/[^a-zA-Z0-9]+/g, "-")}-${scheme}`);
    }
    await other.close();
    assert.deepEqual(found, []);
  });
}

async function go(route) {
  await page.evaluate((to) => (globalThis.location.hash = to), `#/${route}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
}

const practice = (number) => answer("practice::get", { number });

async function answer(command, request) {
  const response = await fetch(host.call, { method: "POST", body: JSON.stringify({ command, request }) });
  const { ok, error } = await response.json();
  assert.equal(error, undefined, command);
  return ok;
}

/** Waits until a check passes; what it said last is the failure. */
async function until(check) {
  for (let left = 60; ; left -= 1) {
    try {
      return await check();
    } catch (fault) {
      if (left === 0) throw fault;
      await page.waitForTimeout(250);
    }
  }
}
