/** Who has which workspace open in this window. */
import { call, type Opened } from "../backend";
import { location } from "../routes";
import { saving } from "../shared/save/saving.svelte";

class Session {
  open = $state.raw<Opened | null>(null);
  /** The workspace that was locked, so that the start window offers it first. */
  lockedPath = $state.raw<string | null>(null);
  /** Whether the core has been asked what it has open: before that, nothing is shown. */
  asked = $state(false);

  /** Takes up the workspace that the core already has open, after the page was loaded again. */
  async resume(): Promise<void> {
    const current = await call("workspace::current", {}).catch(() => null);
    if (current?.opened) this.open = current.opened;
    this.asked = true;
  }

  begin(opened: Opened): void {
    location.arrive();
    this.open = opened;
  }

  /** Saves what is pending, closes the workspace and asks for the passphrase again. */
  async lock(): Promise<void> {
    const path = this.open?.path ?? null;
    await saving.settle();
    await call("workspace::close", {}).catch(() => undefined);
    saving.reset();
    location.arrive();
    this.lockedPath = path;
    this.open = null;
  }
}

export const session = new Session();
