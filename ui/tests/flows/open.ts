/** Opens the whole window over the fake core, signed in, at an address. */
import { render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { call } from "../../src/backend";
import { useTransport } from "../../src/backend/transport";
import { session } from "../../src/shell/session.svelte";
import Window from "../../src/shell/Window.svelte";
import { fake } from "../fake/transport";
import type { Options } from "../fake/workspace";

/** The top bar: in jsdom every header inside a page counts as a banner too. */
export function topBar(): HTMLElement {
  const [first] = screen.getAllByRole("banner");
  if (first === undefined) throw new Error("no top bar");
  return first;
}

/** The window before anybody has signed in. */
export async function openStart(): Promise<void> {
  useTransport(fake());
  reset();
  render(Window);
  await screen.findByRole("heading", { level: 1, name: "Riskwright" });
}

/** The window of a signed-in person, once its heading is there. */
export async function openAt(
  hash: string,
  heading: string | RegExp,
  login = "dana",
  options: Options = {},
): Promise<void> {
  useTransport(fake(options));
  reset();
  await goTo(hash);
  // The page takes up what the core has open, as after it was loaded again.
  await call("workspace::open", { path: "/", login, passphrase: "sample" });
  render(Window);
  await screen.findByRole("heading", { level: 1, name: heading });
  await tick();
}

/** Sets the address and waits until the page has taken it: a later event would move the focus. */
function goTo(hash: string): Promise<unknown> {
  const before = window.location.href;
  const taken = new Promise((resolve) => {
    window.addEventListener("hashchange", resolve, { once: true });
  });
  window.location.hash = hash;
  if (window.location.href === before) window.dispatchEvent(new HashChangeEvent("hashchange"));
  return taken;
}

function reset(): void {
  session.open = null;
  session.locked = null;
  session.lost = 0;
  session.asked = false;
}
