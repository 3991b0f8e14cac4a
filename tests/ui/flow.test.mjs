/** The officer's path in the window, on the real core. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openSample, picture, start, violations } from "./browser.mjs";

let host;
before(async () => {
  host = await start();
});
after(() => host?.stop());

test("a wrong passphrase is told calmly and opens nothing", async () => {
  const page = await host.browser.newPage();
  await page.goto(host.url);
  await page.getByRole("button", { name: "Explore the sample clinic" }).click();
  await page.getByLabel("Login").fill("dana.whitfield");
  await page.getByLabel("Passphrase").fill("not the passphrase");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /passphrase/i);
  assert.equal(await page.getByRole("navigation").count(), 0, "no room is open");
  await page.close();
});

for (const theme of ["light", "dark"]) {
  test(`every screen is accessible, ${theme}`, async () => {
    const page = await openSample(host, "dana.whitfield", { colorScheme: theme });
    for (const room of ["Home", "Risks", "Policies", "Practices", "Documents"]) {
      await enter(page, room);
      await page.waitForTimeout(300);
      await picture(page, `${room.toLowerCase()}-${theme}`);
      assert.deepEqual(await violations(page), [], `${room} has no violation`);
    }
    await page.close();
  });
}

test("an officer reads the check, writes the policy, two people sign, and it verifies", async () => {
  const page = await openSample(host);
  await enter(page, "Practices");
  await page.getByRole("link", { name: /Suspend an API client/ }).first().click();
  await page.getByText(/documentation supports the conditions/i).first().waitFor();
  await picture(page, "practice-light");
  assert.deepEqual(await violations(page), []);

  await enter(page, "Policies");
  await page.getByRole("link", { name: /API, portal/ }).first().click();
  await page.getByRole("heading", { level: 1, name: /API, portal/ }).waitFor();
  await page.getByRole("button", { name: "Write PDF" }).click();
  await sign(page, /^Sign as author/, "dana.whitfield");
  await sign(page, /^Sign as executive/, "miriam.okafor");
  await page.getByText(/by the signer's clock/).nth(1).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Sign as/ }).count(), 0, "no place is left to sign");
  await picture(page, "policy-signed-light");
  assert.deepEqual(await violations(page), []);
  await page.close();
});

test("somebody else's place cannot be signed", async () => {
  const page = await openSample(host);
  await enter(page, "Policies");
  await page.getByRole("link", { name: /Data backup/ }).first().click();
  await page.getByRole("button", { name: "Write PDF" }).click();
  await page.getByRole("button", { name: /^Sign as executive/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Login").fill("priya.raman");
  await dialog.getByLabel("Passphrase").fill("lakeside sample passphrase");
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await dialog.getByRole("alert").waitFor();
  assert.match(await dialog.getByRole("alert").innerText(), /Miriam Okafor|place/);
  await page.close();
});

async function sign(page, name, login) {
  await page.getByRole("button", { name }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Login").fill(login);
  await dialog.getByLabel("Passphrase").fill("lakeside sample passphrase");
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}
