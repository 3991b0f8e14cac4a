/**
 * How long an officer of a hospital waits in the window: 5,000 risks filtered and re-rated, a long policy edited, in a
 * browser on the real core.
 * Nothing is asserted; medians of repeated acts are printed, from the act to the frame that shows it.
 *
 * node tests/benches/browser.mjs FOLDER, where FOLDER holds the built `bridge` and `hospital`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { start } from "../ui/browser.mjs";

/** The policy that prints the most pages of those a template drafts. */
const LONG = "POL-09";
const programs = process.argv[2];
const around = mkdtempSync(path.join(tmpdir(), "hospital-"));
const folder = path.join(around, "hospital.riskwright");
execFileSync(path.join(programs, "hospital"), [folder]);

const host = await start({ bridge: path.join(programs, "bridge") });
try {
  await call("workspace::open", { path: folder, login: "dana.whitfield", passphrase: "lakeside sample passphrase" });
  const page = await host.browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(host.url);
  await measure("register shown, from the click", 5, async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page.evaluate(watched, { act: "open", wanted: "" });
  });
  const texts = ["phishing", "Unit 17", "R-04", "backup", "portal", "high", "laptop", "R-2500", "unit 1999", ""];
  let turn = 0;
  await measure("filter", 20, () => page.evaluate(watched, { act: "filter", wanted: texts[turn++ % texts.length] }));
  await page.getByRole("searchbox", { name: "Filter risks" }).fill("R-2500");
  await page.getByRole("link", { name: /R-2500/ }).first().click();
  await page.locator("#rating").waitFor();
  turn = 0;
  await measure("level of a new rating shown", 20, () => page.evaluate(watched, { act: "rate", wanted: turn++ }));
  await typing(page);
} finally {
  await host.stop();
  rmSync(around, { recursive: true, force: true });
}

async function call(command, request) {
  const answer = await fetch(host.call, { method: "POST", body: JSON.stringify({ command, request }) });
  if (!answer.ok) throw new Error(`${command}: ${answer.status}`);
}

/** Keystrokes in the longest of the policies that a template drafts, each from the key to the frame that shows it. */
async function typing(page) {
  await call("policy::draft", { number: LONG });
  await page.evaluate((to) => (globalThis.location.hash = to), `#/policies/${LONG}`);
  const card = page.getByRole("article", { name: "Statement S-01" });
  await card.getByRole("button", { name: /^Edit/ }).click();
  await card.getByRole("textbox", { name: "Text of S-01" }).waitFor();
  await page.keyboard.press("End");
  await page.evaluate(() => {
    globalThis.shown = [];
    addEventListener("keydown", () => {
      const begun = performance.now();
      requestAnimationFrame(() => setTimeout(() => globalThis.shown.push(performance.now() - begun)));
    }, true);
  });
  for (const letter of " within four business days of the report") {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.waitForTimeout(120);
  }
  summarize("keystroke in a long policy", await page.evaluate(() => globalThis.shown));
}

/** Median, shortest and longest of some acts, in milliseconds. */
async function measure(what, times, act) {
  const taken = [];
  for (let one = 0; one < times; one++) taken.push(await act());
  summarize(what, taken);
}

function summarize(what, taken) {
  taken.sort((a, b) => a - b);
  const round = (value) => value.toFixed(1);
  const middle = taken[Math.floor(taken.length / 2)];
  console.log(`${what}: median ${round(middle)} ms, ${round(taken[0])} to ${round(taken.at(-1))}, ${taken.length} times`);
}

/** In the page: does an act and waits for the frame that shows what it changed. */
async function watched({ act, wanted }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const changed = (root) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => (observer.disconnect(), resolve()));
      observer.observe(root, { childList: true, subtree: true, characterData: true });
      setTimeout(() => (observer.disconnect(), resolve()), 2000);
    });
  const acts = {
    open() {
      const link = [...document.querySelectorAll("nav a")].find((one) => one.textContent.includes("Risks"));
      link.click();
    },
    filter() {
      const box = document.querySelector('input[type="search"]');
      box.value = wanted;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
    rate() {
      const radios = [...document.querySelectorAll('#rating input[type="radio"]')];
      const group = radios.filter((one) => one.name === radios[0].name);
      group.filter((one) => !one.checked)[wanted % 2].click();
    },
  };
  const root = act === "rate" ? document.querySelector("#rating") : document.querySelector("main");
  const begun = performance.now();
  const seen = changed(root);
  acts[act]();
  if (act === "open") {
    const shown = () => document.querySelector('main [data-shortcut="filter"]') && document.querySelector("main tbody tr");
    while (!shown()) await frame();
  } else {
    await seen;
  }
  await frame();
  return performance.now() - begun;
}
