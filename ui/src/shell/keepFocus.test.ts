import { afterEach, describe, expect, it } from "vitest";
import { keepFocus } from "./keepFocus";

const PAGE = `
  <main>
    <h1>Page</h1>
    <section><h2>Part</h2><button id="gone">Confirm</button></section>
    <button id="busy">Save</button>
  </main>
  <button id="outside">Outside</button>`;

let leave = () => {};
function open(): (id: string) => HTMLButtonElement {
  document.body.innerHTML = PAGE;
  leave = keepFocus(document.querySelector("main") as HTMLElement);
  return (id) => document.getElementById(id) as HTMLButtonElement;
}
const later = () => new Promise((done) => setTimeout(done, 5));

describe("the keyboard's place", () => {
  afterEach(() => leave());

  it("goes to the heading of the part when the control is gone", async () => {
    const get = open();
    get("gone").focus();
    get("gone").remove();
    await later();
    expect(document.activeElement?.textContent).toBe("Part");
  });

  it("goes to the heading of the page when the part is gone as well", async () => {
    const get = open();
    get("gone").focus();
    document.querySelector("section")?.remove();
    await later();
    expect(document.activeElement?.textContent).toBe("Page");
  });

  it("comes back to a control that was out of use for a while", async () => {
    const get = open();
    get("busy").focus();
    get("busy").blur();
    get("busy").disabled = true;
    await later();
    expect(document.activeElement).toBe(document.body);
    get("busy").disabled = false;
    await later();
    expect(document.activeElement).toBe(get("busy"));
  });

  it("stays away where a person pointed beside everything, and outside the page", async () => {
    const get = open();
    get("gone").focus();
    document.dispatchEvent(new Event("pointerdown"));
    get("gone").remove();
    await later();
    expect(document.activeElement).toBe(document.body);
    get("outside").focus();
    get("outside").remove();
    await later();
    expect(document.activeElement).toBe(document.body);
  });
});
