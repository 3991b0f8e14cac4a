/** The real window once: WebKitWebDriver drives the application under a virtual display. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Builder, By, Capabilities, until } from "selenium-webdriver";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
const binary = path.join(target, "debug", "riskwright-desktop");
const home = mkdtempSync(path.join(os.tmpdir(), "riskwright-window-"));
let driver;
let webdriver;

before(async () => {
  const port = await freePort();
  webdriver = spawn("WebKitWebDriver", [`--port=${port}`], {
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      TAURI_AUTOMATION: "true",
      TAURI_WEBVIEW_AUTOMATION: "true",
      XDG_DATA_HOME: path.join(home, "data"),
      XDG_CONFIG_HOME: path.join(home, "config"),
      XDG_CACHE_HOME: path.join(home, "cache"),
    },
  });
  const capabilities = new Capabilities();
  capabilities.set("browserName", "wry");
  capabilities.set("webkitgtk:browserOptions", { binary, args: ["--sample"] });
  driver = await new Builder().withCapabilities(capabilities).usingServer(`http://127.0.0.1:${port}/`).build();
});

after(async () => {
  await driver?.quit().catch(() => {});
  if (webdriver?.pid) {
    try {
      process.kill(-webdriver.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  }
  rmSync(home, { recursive: true, force: true });
});

test("the window opens the sample clinic and shows rated risks, a policy and its check", async () => {
  await driver.wait(until.elementLocated(By.css("nav a")), 20_000);
  assert.match(await text("body"), /Lakeside Family Clinic/);
  await go("Risks", /R-\d{4}/);
  await go("Policies", /POL-25/);
  await go("Practices", /Suspend an API client/);
  await keepPicture("window-practices");
});

test("the page reaches the core by named commands only, and no network", async () => {
  const refused = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    fetch("http://127.0.0.1:9/").then(() => done("connected"), () => done("refused"));
  `);
  assert.equal(refused, "refused");
  const unknown = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    window.__TAURI_INTERNALS__.invoke("plugin:fs|read_file", { path: "/etc/passwd" }).then(() => done("read"), () => done("refused"));
  `);
  assert.equal(unknown, "refused");
});

test("axe finds nothing in the real window", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await driver.executeScript(axe);
  const found = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag22aa"] }).then((result) => done(result.violations.map((one) => one.id)));
  `);
  assert.deepEqual(found, []);
});

test("the executable exports no SQLite symbol", () => {
  const symbols = execFileSync("nm", ["-D", "--defined-only", binary], { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.deepEqual(symbols.split("\n").filter((line) => /\bsqlite3_/.test(line)), []);
});

async function go(room, expected) {
  const link = await driver.findElement(By.xpath(`//nav//a[contains(normalize-space(.), "${room}")]`));
  await link.click();
  await driver.wait(async () => expected.test(await text("main")), 10_000, `${room} shows ${expected}`);
}

async function text(selector) {
  return driver.findElement(By.css(selector)).getText();
}

async function keepPicture(name) {
  const folder = path.join(root, "target", "screens");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.png`), Buffer.from(await driver.takeScreenshot(), "base64"));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
