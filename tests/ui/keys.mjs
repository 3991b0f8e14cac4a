/** The page worked by keyboard alone: what has the focus, as a screen reader hears it, and how to get there. */
import assert from "node:assert/strict";

/** Most stops between two controls: a page that asks for more is no path for a keyboard. */
const LIMIT = 120;

/** A person at the keyboard of one page; nothing here moves a pointer. */
export async function keyboard(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  const hands = { page, session };
  return {
    page,
    focused: () => focused(hands),
    press: (key) => press(hands, key),
    type: (text) => page.keyboard.type(text),
    tabTo: (role, name, options) => tabTo(hands, role, name, options),
    act: (role, name, options) => act(hands, role, name, options),
    write: (name, text, options) => write(hands, name, text, options),
    pick: (name, options) => pick(hands, name, options),
    tick: (name, on, options) => tick(hands, name, on, options),
    select: (name, choice, options) => select(hands, name, choice, options),
    date: (name, day, options) => date(hands, name, day, options),
    room: (title) => room(hands, title),
    kept: (what) => kept(hands, what),
  };
}

/** What has the focus: role, name and state of the browser's accessibility tree. */
async function focused({ session }) {
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await session.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  await session.send("Runtime.releaseObject", { objectId: result.objectId });
  const [node] = nodes;
  const { result: window } = await session.send("Runtime.evaluate", {
    expression: "document.activeElement === document.body",
    returnByValue: true,
  });
  const state = Object.fromEntries((node?.properties ?? []).map((one) => [one.name, one.value.value]));
  return {
    role: node?.role?.value ?? "none",
    name: (node?.name?.value ?? "").trim(),
    value: node?.value?.value,
    checked: state.checked === "true" || state.checked === true,
    window: window.value,
    disabled: state.disabled === true,
  };
}

/** Tab, stop by stop, until the focus is on what has this role and name; each stop must be seen. */
async function tabTo(hands, role, name, { back = false, within } = {}) {
  const stops = [];
  while (stops.length < LIMIT) {
    await hands.page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const stop = await focused(hands);
    stops.push(`${stop.role} “${stop.name}”`);
    // After the last stop comes the window itself, and then the first one again.
    if (stop.window) continue;
    await assertSeen(hands, stop);
    if (stop.role !== role || !isNamed(stop.name, name)) continue;
    if (within === undefined || (await isWithin(hands, within))) return stop;
  }
  return assert.fail(`no stop is the ${role} “${name}”; the stops were:\n${stops.join("\n")}`);
}

/** Goes to a button or link and presses Enter. */
async function act(hands, role, name, options) {
  const stop = await tabTo(hands, role, name, options);
  assert.equal(stop.disabled, false, `${role} ${stop.name} can be pressed`);
  await hands.page.keyboard.press("Enter");
  return stop;
}

/** Writes into a text field instead of what stands there. */
async function write(hands, name, text, options) {
  const stop = await tabTo(hands, "textbox", name, options);
  await hands.page.keyboard.press("Control+A");
  await hands.page.keyboard.type(text);
  return stop;
}

/** Chooses one of a group of radio buttons by the arrow keys. */
async function pick(hands, name, { group, back = false } = {}) {
  const stops = [];
  for (;;) {
    const stop = await radioStop(hands, stops, group, back);
    for (let step = 0, now = stop; step < 14; step += 1) {
      if (isNamed(now.name, name)) {
        if (!now.checked) await hands.page.keyboard.press("Space");
        assert.equal((await focused(hands)).checked, true, `${now.name} is chosen`);
        return;
      }
      if (!(await groupOffers(hands, name))) break;
      await hands.page.keyboard.press("ArrowDown");
      now = await focused(hands);
      await assertSeen(hands, now);
    }
  }
}

async function radioStop(hands, stops, group, back) {
  while (stops.length < LIMIT) {
    await hands.page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const stop = await focused(hands);
    stops.push(`${stop.role} “${stop.name}”`);
    if (stop.role !== "radio") continue;
    await assertSeen(hands, stop);
    if (group === undefined || (await isWithin(hands, group))) return stop;
  }
  return assert.fail(`no radio button is offered; the stops were:\n${stops.join("\n")}`);
}

/** Whether another radio button of the group has the name. */
function groupOffers({ page }, name) {
  return page.evaluate(
    ([source, flags]) => {
      const wanted = new RegExp(source, flags);
      const same = document.querySelectorAll(`input[type=radio][name="${document.activeElement.name}"]`);
      const words = (one) =>
        (document.getElementById(one.getAttribute("aria-labelledby")) ?? one.closest("label"))?.textContent ?? "";
      return [...same].some((one) => wanted.test(words(one).trim().replace(/\s+/g, " ")));
    },
    [pattern(name).source, pattern(name).flags],
  );
}

/** Ticks a box, or takes the tick away, by the space bar. */
async function tick(hands, name, on = true, options) {
  const stop = await tabTo(hands, "checkbox", name, options);
  if (stop.checked !== on) await hands.page.keyboard.press("Space");
  const now = await focused(hands);
  assert.ok(isNamed(now.name, name), `the focus stays on ${stop.name}, and is not on ${now.role} “${now.name}”`);
  assert.equal(now.checked, on, `${stop.name} is ticked: ${on}`);
}

/** Goes through a closed list by the arrow keys until it shows the choice. */
async function select(hands, name, choice, options) {
  await tabTo(hands, "combobox", name, options);
  const wanted = pattern(choice);
  for (let step = 0; step < 60; step += 1) {
    const shown = await hands.page.evaluate(() => document.activeElement.selectedOptions?.[0]?.textContent ?? "");
    if (wanted.test(shown.trim())) return;
    await hands.page.keyboard.press(step === 0 ? "Home" : "ArrowDown");
  }
  assert.fail(`the list ${name} never shows ${choice}`);
}

/** Types a day, `YYYY-MM-DD`, into the parts of a date field. */
async function date(hands, name, day, options) {
  const [year, month, number] = day.split("-");
  const first = await tabTo(hands, "spinbutton", /^day/i, { ...options, within: options?.within ?? name });
  assert.ok(first, `${name} begins with the day`);
  await hands.page.keyboard.type(`${number}${month}${year}`);
}

/** Goes to a room by the command palette. */
async function room(hands, title) {
  await hands.page.keyboard.press("Control+K");
  await hands.page.getByRole("dialog").waitFor();
  await hands.page.keyboard.type(title);
  await hands.page.keyboard.press("Enter");
  await hands.page.getByRole("dialog").waitFor({ state: "detached" });
  await settled(hands);
  await hands.page.waitForFunction(() => document.activeElement?.matches("main h1, main h2"));
}

async function press(hands, key) {
  await hands.page.keyboard.press(key);
  await settled(hands);
}

/** What the page was loading is there. */
export async function settled({ page }) {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** The focus was not lost to the page as a whole. */
async function kept(hands, what) {
  await hands.page.waitForTimeout(150);
  const lost = await hands.page.evaluate(() => document.activeElement === document.body);
  assert.equal(lost, false, `after ${what} something has the focus`);
}

/** Where the focus is must be seen: an outline or a shadow on the control, or on the label that draws it. */
async function assertSeen({ page }, stop) {
  const look = await page.evaluate(async () => {
    const element = document.activeElement;
    const drawn = (one) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, opacity } = getComputedStyle(one);
      if (Number(opacity) === 0) return false;
      const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && outlineColor !== "transparent";
      return outlined || boxShadow !== "none";
    };
    const label = element.closest("label");
    const shown = drawn(element) || (label !== null && drawn(label));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { shown, inView, html: element.outerHTML.slice(0, 160) };
  });
  assert.ok(look.shown, `the focus is seen on ${stop.role} “${stop.name}”: ${look.html}`);
  assert.ok(look.inView, `${stop.role} “${stop.name}” is in view: ${look.html}`);
}

/** Whether the focus is inside of what a group, a region or a field is called. */
function isWithin({ page }, name) {
  return page.evaluate(
    ([source, flags]) => {
      const wanted = new RegExp(source, flags);
      for (let one = document.activeElement; one; one = one.parentElement) {
        const named = one.getAttribute("aria-labelledby")?.split(" ") ?? [];
        const words = [
          one.getAttribute("aria-label") ?? "",
          ...named.map((id) => document.getElementById(id)?.textContent ?? ""),
          one.matches("fieldset") ? (one.querySelector("legend")?.textContent ?? "") : "",
          one.matches("li, tr") ? (one.querySelector("h3, a, b")?.textContent ?? "") : "",
        ];
        if (words.some((text) => wanted.test(text.trim().replace(/\s+/g, " ")))) return true;
      }
      return false;
    },
    [pattern(name).source, pattern(name).flags],
  );
}

function isNamed(name, wanted) {
  return pattern(wanted).test(name);
}

function pattern(wanted) {
  return wanted instanceof RegExp ? wanted : new RegExp(`^${wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}
