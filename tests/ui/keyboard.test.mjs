/** The officer's yearly path by the keyboard alone, on the real core: no pointer moves here. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { picture, start } from "./browser.mjs";
import { keyboard, settled } from "./keys.mjs";

let host;
let keys;
let page;
before(async () => {
  host = await start();
  page = await host.browser.newPage({ viewport: { width: 1280, height: 860 } });
  await page.goto(host.url);
  keys = await keyboard(page);
});
after(() => host?.stop());
afterEach(() => picture(page, "keyboard-last"));

test("sign in to the sample", async () => {
  await keys.act("button", "Explore the sample clinic");
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  assert.equal((await keys.focused()).role, "textbox", "the login has the focus");
  await page.keyboard.press("Control+A");
  await keys.type("dana.whitfield");
  await keys.write("Passphrase", "lakeside sample passphrase");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Home" }).waitFor();
  await keys.act("link", /^Assessment/);
  await page.getByRole("heading", { level: 1, name: /^Assessment/ }).waitFor();
  assert.equal((await keys.focused()).role, "heading", "the page that was opened has the focus");
});

test("begin the yearly assessment from last year's", async () => {
  await keys.write("Year it counts for", "2027");
  await keys.pick(/^Yearly/);
  await keys.pick(/^Carry forward AS-2026/);
  await keys.act("button", "Begin the assessment");
  await page.getByRole("heading", { level: 1, name: "Assessment AS-2027" }).waitFor();
  await keys.kept("beginning");
  const { assessments } = await command("assessment::list", {});
  assert.equal(assessments.find(({ number }) => number === "AS-2027")?.status, "in_progress");
});

test("open a question of the guided path, and go to the next", async () => {
  await keys.act("link", /^Next: Q0/);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled({ page });
  const first = await page.evaluate(() => location.hash);
  await keys.act("link", /^(Skip for now|Next) ?: /);
  await page.waitForFunction((hash) => location.hash !== hash, first);
  assert.equal((await keys.focused()).role, "heading", "the next question has the focus");
});

const QUESTIONS = {
  "a text": ["Q013", async () => keys.write("Your answer", "Part 2 records stay in the counselling module.")],
  "yes or no, and why": [
    "Q016",
    async () => {
      await keys.pick("Yes");
      await keys.write("Explain", "Each change goes through the change board.");
    },
  ],
  "several choices": [
    "Q008",
    async () => {
      await keys.tick("Tornado", false);
      await keys.tick("Wildfire");
    },
  ],
  "money and a date": [
    "Q035",
    async () => {
      await keys.write("Budget, US dollars", "42000");
      await keys.date("Approved on", "2026-03-09");
    },
  ],
  "a number within its limits": [
    "Q054",
    async () => {
      await keys.write("Months", "13");
      await page.getByText("At most 12.").waitFor();
      await page.keyboard.press("Control+A");
      await keys.type("9");
    },
  ],
  "rows with a person and dates, and the mark that the list is complete": [
    "Q055",
    async () => {
      await keys.act("button", "Add a row");
      assert.equal((await keys.focused()).name, "Finding", "the first field of the new row has the focus");
      await keys.type("Two laptops without encryption.");
      await keys.date("Found on", "2026-02-03");
      await keys.select("Owner", /Dana/);
      await keys.date("Due", "2026-11-30");
      await keys.write("Why it is still open", "The order is on its way.");
      await keys.tick("This list is complete");
    },
  ],
};

for (const [kind, [id, answer]] of Object.entries(QUESTIONS)) {
  test(`answer ${kind}: ${id}`, async () => {
    await openQuestion(id);
    await answer();
    await until(async () => {
      const { answer: saved } = await question(id);
      assert.equal(saved.carried ?? false, false, `${id} is answered, and no longer last year's`);
      CHECKS[id](saved);
    });
    await picture(page, `keyboard-${id}`);
  });
}

const CHECKS = {
  Q013: ({ answer }) => assert.match(answer, /counselling/),
  Q016: ({ answer, choices }) => assert.deepEqual([choices, answer], [["yes"], "Each change goes through the change board."]),
  Q008: ({ choices }) => assert.ok(choices.includes("wildfire") && !choices.includes("tornado"), choices.join()),
  Q035: ({ rows }) => assert.deepEqual(Object.values(rows[0]).sort(), ["2026-03-09", "42000"]),
  Q054: ({ rows }) => assert.deepEqual(Object.values(rows[0]), ["9"]),
  Q055: ({ rows, complete }) => {
    const row = rows.find((one) => Object.values(one).includes("Two laptops without encryption."));
    assert.ok(row, JSON.stringify(rows));
    assert.ok(Object.values(row).includes("2026-02-03") && Object.values(row).includes("2026-11-30"), JSON.stringify(row));
    assert.ok(Object.values(row).some((value) => /^P-\d+$/.test(value)), "a person owns it");
    assert.equal(complete, true);
  },
};

test("confirm an answer of last year, and keep one's place", async () => {
  await openQuestion("Q042");
  await keys.act("button", /^Confirm/);
  await page.getByRole("button", { name: /^Confirm/ }).waitFor({ state: "detached" });
  await keys.kept("confirming");
  assert.equal((await question("Q042")).answer.carried ?? false, false);
});

test("inventory: add an asset, and say who owns it and what its loss would mean", async () => {
  await keys.room("Assessment");
  await keys.act("link", "Inventory", { within: "Parts of the assessment" });
  await heading("Inventory");
  await keys.act("button", "Add an asset");
  assert.equal((await keys.focused()).name, "Name", "the form has the focus");
  await keys.type("Infusion pump gateway");
  await keys.select("Kind", /device/i);
  await keys.press("Enter");
  await keys.act("button", "Add the asset");
  await page.getByRole("heading", { level: 2, name: "Infusion pump gateway" }).waitFor();
  await keys.kept("adding");
  await keys.select("Owner", /Dana/);
  await keys.write("Individuals whose records it holds", "1200");
  for (const part of [/^Confidentiality/, /^Integrity/, /^Availability/]) await keys.pick("High", { group: part });
  await until(async () => {
    const { asset } = await assetOf("Infusion pump gateway");
    assert.ok(asset.owner, "it has an owner");
    assert.deepEqual(asset.criticality, { c: "high", i: "high", a: "high" });
    assert.equal(asset.records, 1200);
  });
  await picture(page, "keyboard-asset");
});

test("inventory: confirm one of last year's assets", async () => {
  await open("#/inventory/A-001");
  await keys.act("button", "Confirm A-001");
  await page.getByRole("button", { name: /^Confirm/ }).waitFor({ state: "detached" });
  await keys.kept("confirming");
  assert.equal((await assetOf(undefined, "A-001")).asset.carried ?? false, false);
});

test("inventory: add a data flow, open it again and close it", async () => {
  await keys.room("Assessment");
  await keys.act("link", "Inventory", { within: "Parts of the assessment" });
  await keys.act("link", "Data flows", { within: "Parts of the inventory" });
  await page.getByRole("table", { name: "Data flows" }).waitFor();
  await keys.tick("The list of data flows is complete");
  await keys.act("button", "Add a flow");
  assert.equal((await keys.focused()).name, "From", "the form has the focus");
  await keys.page.keyboard.type("A-002");
  await keys.pick("A party outside");
  await keys.write("Party outside", "County laboratory");
  await keys.write("By what means", "HL7 interface");
  await keys.write("Protection on the way", "VPN");
  await keys.write("What for", "Results");
  await keys.press("Enter");
  await page.getByRole("button", { name: "Add the flow" }).waitFor({ state: "detached" });
  await keys.kept("adding a flow");
  const { flows } = await command("inventory::get", {});
  assert.equal(flows.at(-1).party, "County laboratory");
  assert.equal(flows.at(-1).from, "A-002");

  await page.keyboard.press("Shift+Tab");
  const row = await keys.focused();
  await keys.press("Enter");
  await page.getByRole("heading", { name: "Change the flow" }).waitFor();
  await keys.act("button", "Close");
  assert.equal((await keys.focused()).name, row.name, "the row that was opened has the focus again");
});

test("threats: decide one, and change the decision's reason", async () => {
  await keys.room("Assessment");
  await keys.act("link", "Threats", { within: "Parts of the assessment" });
  await heading("Threats and hazards");
  await page.getByLabel("Filter threats").waitFor();
  await keys.press("/");
  assert.equal((await keys.focused()).name, "Filter threats", "the slash goes to the filter");
  await keys.type("T-005");
  await page.locator("#T-005").waitFor();
  await keys.pick("Not applicable", { group: /^T-005/ });
  await keys.write(/^Why it does not apply/, "No such equipment stands in any of our sites, and none is planned.");
  await until(async () => {
    const { threats } = await command("threat::list", {});
    assert.equal(threats.find(({ id }) => id === "T-005").answer, "not_applicable");
  });
});

test("threats: add one of one's own, decide it, change it", async () => {
  await open("#/threats?show=own");
  await keys.act("button", "Add your own threat");
  assert.equal((await keys.focused()).name, "Name", "the form has the focus");
  await keys.type("Flood of the basement archive");
  await keys.write("What happens", "Water reaches the servers in the basement.");
  await keys.select("Source", "Environmental");
  await keys.tick("Availability");
  await keys.act("button", "Add the threat");
  await page.getByRole("heading", { level: 3, name: /Flood of the basement/ }).waitFor();
  const own = (await command("threat::list", {})).threats.find(({ name }) => /Flood of the basement/.test(name));
  await until(async () => assert.equal(await page.evaluate(() => document.activeElement.id), own.id, "the new threat has the focus"));
  await keys.pick("Applicable", { group: new RegExp(`^${own.id}`) });
  await until(async () => {
    const { threats } = await command("threat::list", {});
    assert.equal(threats.find(({ id }) => id === own.id).answer, "applicable");
  });
  await keys.act("button", `Change or remove ${own.id}`);
  await keys.act("button", "Cancel");
  await keys.kept("leaving the form");
});

let risk;
test("risks: take one up that a threat proposes", async () => {
  await open("#/threats?show=proposals");
  await page.getByRole("button", { name: "Add what is ticked" }).waitFor();
  const before = new Set((await command("risk::list", {})).risks.map(({ number }) => number));
  await keys.press("/");
  await keys.type("business e-mail");
  const first = await keys.tabTo("checkbox", /^Business e-mail compromise — /);
  await keys.press("Space");
  assert.equal((await keys.focused()).checked, true, first.name);
  await keys.press("/");
  await keys.act("button", "Add 1 risk to the register");
  await until(async () => assert.equal((await keys.focused()).name, "Risks to rate", "the next step has the focus"));
  await until(async () => {
    risk = (await command("risk::list", {})).risks.find(({ number }) => !before.has(number))?.number;
    assert.ok(risk, "a risk was added");
  });
});

test("risks: say what would happen, and rate it", async () => {
  await keys.room("Risks");
  await page.getByLabel("Filter risks").waitFor();
  await keys.press("/");
  await keys.type(risk);
  await keys.act("link", new RegExp(`^${risk}`));
  await page.getByLabel("What would happen?").waitFor();
  await keys.write("What would happen?", "Visits stop for a day.");
  const wanted = await page.locator("#vulnerabilities option").nth(3).innerText();
  await keys.select("Weaknesses it uses", wanted);
  await keys.press("Enter");
  await keys.act("button", `Remove ${wanted}`);
  await keys.kept("taking a chip away");
  await keys.select("Weaknesses it uses", wanted, { back: true });
  await keys.press("Enter");
  for (const group of await page.locator("#rating legend").allInnerTexts()) await keys.pick("Low", { group });
  await keys.write("Why these levels?", "Two short outages in three years, and paper forms are at hand in each room.");
  await until(async () => {
    const { row, risk: record } = await command("risk::get", { number: risk });
    assert.match(row.level ?? "none", /low/);
    assert.equal(record.effect, "Visits stop for a day.");
    assert.equal(record.vulnerabilities.length > 0, true);
  });
  await picture(page, "keyboard-risk");
});

test("risks: plan a treatment", async () => {
  await keys.act("button", "Plan a treatment");
  await keys.kept("opening the plan");
  await keys.write("What will be done", "Keep a second line to the record system.");
  await keys.select("Who does it", /Dana/);
  await keys.date("By when", "2027-03-01");
  await keys.write("Cost, once", "900");
  await until(async () => {
    const { treatment } = (await command("risk::get", { number: risk })).risk;
    assert.equal(treatment?.due, "2027-03-01");
  });
  await keys.act("button", "Done with the plan");
  await until(async () => assert.equal((await keys.focused()).name, "Change the plan", "the plan's opener has the focus"));
});

test("risks: accept it for a time, and leave the dialog that closes it", async () => {
  await keys.act("button", "Accept for a time");
  assert.equal((await keys.focused()).name, "Why it can be lived with", "the form has the focus");
  await keys.type("The harm is small and the plan is on its way.");
  await keys.act("button", "Accept the risk");
  await page.getByText(/^Accepted by Dana/).waitFor();
  await keys.kept("accepting");
  assert.ok((await command("risk::get", { number: risk })).risk.acceptance, "the acceptance is recorded");

  await keys.act("button", "Close the risk");
  await page.getByRole("dialog").waitFor();
  for (let turn = 0; turn < 8; turn += 1) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[role=dialog]") !== null), true, "Tab stays in the dialog");
  }
  await keys.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await until(async () => assert.equal((await keys.focused()).name, "Close the risk"));
});

for (const [what, address, row] of [
  ["risk", "#/risks/R-0003"],
  ["safeguard", "#/safeguards/312-b"],
  ["vendor", "#/inventory?part=vendors", /^V-\d+/],
  ["flow", "#/inventory?part=flows", /./],
]) {
  test(`confirm one of last year's: a ${what}`, async () => {
    const waiting = async () => (await command("assessment::get", {})).to_confirm.length;
    const before = await waiting();
    await open(address);
    if (row !== undefined) {
      await page.getByRole("table").waitFor();
      await keys.act("button", row, { within: /^(Vendors|Data flows)$/ });
    }
    await page.getByRole("button", { name: /^Confirm/ }).waitFor();
    await keys.act("button", /^Confirm/, { back: row !== undefined });
    await page.getByRole("button", { name: /^Confirm/ }).waitFor({ state: "detached" });
    await keys.kept("confirming");
    assert.ok((await waiting()) < before, "fewer records wait");
  });
}

test("safeguards: set a status, and decide an addressable one", async () => {
  await keys.room("Safeguards");
  await page.getByRole("link", { name: /Encryption and Decryption/i }).first().waitFor();
  const first = await keys.tabTo("link", /./, { within: /administrative/i });
  await keys.press("ArrowDown");
  assert.notEqual((await keys.focused()).name, first.name, "the arrow key goes to the next item");
  await keys.act("link", /312\(a\)\(2\)\(iv\)/);
  await page.getByRole("heading", { name: "What is in place today" }).waitFor();
  await keys.pick("Partly in place", { group: "Status" });
  await keys.write("How, or what is missing", "Laptops are encrypted; two old workstations are not.");
  await keys.select("Who closes the gap", /Dana/);
  await keys.date("Closed by", "2027-02-01");
  await keys.write("What it would add here", "A lost laptop would tell nothing.");
  await keys.write("Size, complexity and capabilities", "One person can roll it out in a month.");
  await keys.write("Technical infrastructure", "The operating system brings it along.");
  await keys.write("Cost", "No licence is needed.");
  await keys.write("Probability and criticality of the risks", "Laptops leave the house every day.");
  await keys.pick(/^Yes: it is/, { group: /^Is it reasonable/ });
  await keys.date("Implemented by", "2027-02-01");
  await keys.write("Why", "It is cheap and it works.");
  await until(async () => {
    const { items } = await command("safeguard::list", {});
    const { status, decision } = items.find(({ safeguard }) => /312\(a\)\(2\)\(iv\)/.test(safeguard.citation));
    assert.deepEqual([status.status, status.due], ["partial", "2027-02-01"]);
    assert.deepEqual([decision.reasonable, decision.rationale], [true, "It is cheap and it works."]);
  });
  await picture(page, "keyboard-safeguard");
});

test("safeguards: approve the decision in its dialog, which gives the focus back", async () => {
  await page.getByRole("button", { name: "Approve this decision" }).waitFor();
  await keys.act("button", "Approve this decision");
  await page.getByRole("dialog").waitFor();
  await keys.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await until(async () => assert.equal((await keys.focused()).name, "Approve this decision"));
  await keys.press("Enter");
  await keys.act("button", "Approve 1 decision");
  await page.getByText(/^Approved by Dana/).waitFor();
  await keys.kept("approving");
});

test("what covers the rule: go from a limb to one of its records", async () => {
  await keys.room("Approval");
  await keys.act("link", "What covers the rule", { within: "Parts of the approval" });
  await heading("What covers the rule");
  await page.getByRole("heading", { name: "Covered by" }).first().waitFor();
  const chip = await keys.act("link", /^(Asset|Risk|Safeguard|Policy) /);
  await page.waitForFunction(() => !location.hash.startsWith("#/assessment/proof"));
  await keys.kept(`following ${chip.name}`);
});

test("approval: the refusal names everything, and a link leads to the missing field", async () => {
  await keys.room("Approval");
  await page.getByRole("heading", { name: /^What is missing/ }).waitFor();
  const submit = await keys.tabTo("button", "Submit for approval");
  await keys.press("Enter");
  assert.match((await keys.focused()).name, /^What is missing/, `${submit.name} leads to what is missing`);
  const { status } = await command("assessment::get", {});
  assert.equal(status, "in_progress", "what is not complete is not submitted");
  await keys.act("button", /^Show all/);
  assert.equal((await keys.focused()).role, "link", "the first of the points that were hidden has the focus");
  const point = await keys.act("link", /^(R|A|T[A-Z]*)-\d+\b/);
  await page.waitForFunction(() => !location.hash.startsWith("#/assessment/approval"));
  await until(async () => {
    const [hash, place] = await page.evaluate(() => [
      location.hash,
      document.activeElement.id || document.activeElement.closest("section")?.ariaLabel,
    ]);
    const wanted = hash.split(/[/=]/).at(-1);
    assert.ok(place?.endsWith(wanted), `${point.name}: the focus is at ${place}, and not at ${hash}`);
  });
});

test("reports: choose the assessment and write the list of risks", async () => {
  await keys.room("Reports");
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await keys.select("Assessment", /^AS-2026/);
  const written = page.waitForEvent("download");
  const button = await keys.act("button", /^PDF ?of /);
  const file = await written;
  assert.match(file.suggestedFilename(), /\.pdf$/);
  await until(async () => assert.equal((await keys.focused()).name, button.name, "the focus is still on the button"));
});

test("lock, and be asked for the passphrase", async () => {
  await keys.press("Control+L");
  await page.getByRole("button", { name: /unlock|sign in/i }).waitFor();
  assert.equal((await keys.focused()).role, "textbox", "the passphrase has the focus");
});

async function heading(name) {
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled({ page });
}

async function assetOf(name, number) {
  const { assets } = await command("inventory::get", {});
  return assets.find(({ asset }) => (number ? asset.number === number : asset.name === name));
}

/** An address as a link to it opens it; the screen's heading takes the focus. */
async function open(hash) {
  await page.evaluate((to) => (globalThis.location.hash = to), hash);
  await page.waitForFunction(() => document.activeElement?.matches("main h1, main h2"));
  await settled({ page });
}

async function openQuestion(id) {
  await open(`#/assessment/${id}`);
  await page.getByRole("heading", { name: "Your answer" }).waitFor();
}

async function question(id) {
  const { factors } = await command("assessment::path", {});
  return factors.flatMap(({ questions }) => questions).find((one) => one.question.id === id);
}

/** Asks again until what is expected is stored: the page saves by itself, a moment after the last key. */
async function until(expected) {
  for (let turn = 0; ; turn += 1) {
    try {
      return await expected();
    } catch (fault) {
      if (turn === 40) throw fault;
      await page.waitForTimeout(150);
    }
  }
}

async function command(name, request) {
  const body = JSON.stringify({ command: name, request });
  const response = await (await fetch(host.call, { method: "POST", body })).json();
  assert.ok(!response.error, `${name}: ${JSON.stringify(response.error)}`);
  return response.ok;
}
