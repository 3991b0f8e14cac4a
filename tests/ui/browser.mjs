/** A browser on the page, with the real core behind the loopback bridge. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Where screenshots of each screen are kept as build output. */
export const pictures = path.join(root, "target", "screens");

/** Starts bridge and browser, the bridge of a debug build unless another is given; `stop` ends both. */
export async function start(programs = {}) {
  await mkdir(pictures, { recursive: true });
  const program = programs.bridge ?? path.join(target, "debug", "bridge");
  const bridge = spawn(program, [path.join(root, "target", "ui-bridge")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const address = await firstLine(bridge);
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
  return {
    url: `http://${address}/?bridge=${encodeURIComponent(`http://${address}`)}`,
    call: `http://${address}/call`,
    browser,
    async stop() {
      await browser.close();
      bridge.stdin.end();
      bridge.kill();
    },
  };
}

/** Opens the sample clinic as a person and waits for Home. */
export async function openSample(host, login = "dana.whitfield", options = {}) {
  // A page takes up what the core has open; each test begins at the start window.
  await fetch(host.call, { method: "POST", body: JSON.stringify({ command: "workspace::close" }) });
  const page = await host.browser.newPage({ viewport: { width: 1280, height: 860 }, ...options });
  await page.goto(host.url);
  await page.getByRole("button", { name: "Explore the sample clinic" }).click();
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Passphrase").fill("lakeside sample passphrase");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Home" }).waitFor();
  return page;
}

/** Goes to a room by the left navigation and waits for its heading. */
export async function enter(page, room) {
  await page.getByRole("navigation").getByRole("link", { name: room }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** What axe finds against WCAG 2.2 A and AA on the page once it has read what it shows, a line each. */
export async function violations(page) {
  await page.waitForFunction(() => !document.querySelector(".loading"));
  // Colours on their way from one to another are nobody's to read.
  await page.waitForFunction(() => {
    const ends = (one) => one.effect?.getComputedTiming().endTime !== Infinity;
    return document.getAnimations().every((one) => one.playState !== "running" || !ends(one));
  });
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Keeps a picture of the page. */
export async function picture(page, name) {
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

function firstLine(bridge) {
  return new Promise((resolve, reject) => {
    bridge.once("error", reject);
    bridge.once("exit", (code) => reject(new Error(`the bridge ended with ${code}`)));
    bridge.stdout.once("data", (data) => resolve(JSON.parse(String(data).split("\n")[0]).address));
  });
}
