/**
 * The keys of the window: one table that the listener and the sheet under "?" both read.
 *
 * Keys without Ctrl, Cmd or Alt can be turned off (WCAG 2.1.4).
 */
export type Shortcut = {
  id: "palette" | "sheet" | "filter" | "room" | "print" | "lock" | "undo" | "redo";
  keys: string[];
  does: string;
  /** True for a key without a modifier. */
  single: boolean;
};

export const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const CTRL = MAC ? "⌘" : "Ctrl";

export const SHORTCUTS: Shortcut[] = [
  { id: "palette", keys: [CTRL, "K"], does: "Search or do something", single: false },
  { id: "undo", keys: [CTRL, "Z"], does: "Take back your last change", single: false },
  { id: "redo", keys: [CTRL, "Shift", "Z"], does: "Do it again", single: false },
  { id: "room", keys: ["Alt", "1 … 9"], does: "Go to a room of the navigation", single: false },
  { id: "lock", keys: [CTRL, "L"], does: "Lock the workspace", single: false },
  { id: "print", keys: [CTRL, "P"], does: "Print this page", single: false },
  { id: "filter", keys: ["/"], does: "Filter the table on this page", single: true },
  { id: "sheet", keys: ["?"], does: "Show these shortcuts", single: true },
];

export type Pressed = { id: Shortcut["id"]; digit?: number };

const KEY = "single-key-shortcuts";

class SingleKeys {
  on = $state(localStorage.getItem(KEY) !== "off");

  set(on: boolean): void {
    this.on = on;
    localStorage.setItem(KEY, on ? "on" : "off");
  }
}

export const singleKeys = new SingleKeys();

/** Which shortcut a key press means; null where it is for the field that has the focus. */
export function pressedShortcut(event: KeyboardEvent): Pressed | null {
  const command = MAC ? event.metaKey : event.ctrlKey;
  const key = event.key.toLowerCase();
  if (command && !event.altKey) return withCommand(key, event.shiftKey, event.target);
  if (event.altKey && !event.ctrlKey && !event.metaKey) return withAlt(event.code);
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return singleKeys.on && !typing(event.target) ? alone(key) : null;
}

function withCommand(key: string, shift: boolean, target: EventTarget | null): Pressed | null {
  // Inside a text field the field takes back its own letters.
  if ((key === "z" || key === "y") && !writing(target)) {
    return { id: key === "z" && !shift ? "undo" : "redo" };
  }
  if (key === "k" && !shift) return { id: "palette" };
  if (key === "l" && !shift) return { id: "lock" };
  if (key === "p" && !shift) return { id: "print" };
  return null;
}

function withAlt(code: string): Pressed | null {
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : { id: "room", digit: Number(digit) };
}

function alone(key: string): Pressed | null {
  if (key === "?") return { id: "sheet" };
  if (key === "/") return { id: "filter" };
  return null;
}

function writing(target: EventTarget | null): boolean {
  return typing(target) && !(target instanceof HTMLSelectElement);
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type=radio], [type=checkbox]), textarea, select")
  );
}
