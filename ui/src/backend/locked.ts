/**
 * When the core locks the workspace: one place to hear of it, whoever locked it.
 *
 * The shell sends the event `locked`; a browser without the shell learns it from the next answer.
 */
import { isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

type Act = () => void;

const acts = new Set<Act>();

/** Calls `act` when the core has locked the workspace by itself; gives the way to stop. */
export function onLocked(act: Act): () => void {
  acts.add(act);
  const stop = isTauri() ? listen("locked", act).catch(() => null) : null;
  return () => {
    acts.delete(act);
    void stop?.then((unlisten) => unlisten?.());
  };
}

/** Tells everybody who listens that a command was refused because the workspace is locked. */
export function tellLocked(): void {
  for (const act of acts) act();
}
