/** Opens the whole window over the fake core, signed in, at an address. */
import { render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { call } from "../../src/backend";
import { useTransport } from "../../src/backend/transport";
import { session } from "../../src/shell/session.svelte";
import Window from "../../src/shell/Window.svelte";
import { fake } from "../fake/transport";

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
): Promise<void> {
  useTransport(fake());
  reset();
  window.location.hash = hash;
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  // The page takes up what the core has open, as after it was loaded again.
  await call("workspace::open", { path: "/", login, passphrase: "sample" });
  render(Window);
  await screen.findByRole("heading", { level: 1, name: heading });
  await tick();
}

function reset(): void {
  session.open = null;
  session.locked = null;
  session.lost = 0;
  session.asked = false;
}
