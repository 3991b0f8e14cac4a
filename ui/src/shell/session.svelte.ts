/** Who has which workspace open in this window, and locking it. */
import { call, type Locked, type Opened } from "../backend";
import { location } from "../routes";
import { rights } from "../shared/access/rights.svelte";
import { forgetAll } from "../shared/feedback/forget";
import { saving } from "../shared/save/saving.svelte";
import { toasts } from "../shared/toast/toasts.svelte";
import { undo } from "./undo.svelte";

/** How long locking waits for the last changes to be saved, in milliseconds. */
const PATIENCE = 5000;

class Session {
  #open = $state.raw<Opened | null>(null);
  /** The workspace that is locked, with who had it open. */
  locked = $state.raw<Locked | null>(null);
  /** How many changes were lost because they could not be saved before it locked. */
  lost = $state(0);
  /** Whether the core has been asked what it has open: before that, nothing is shown. */
  asked = $state(false);
  /** How many changes cannot be saved: the person decides whether to lock all the same. */
  asking = $state(0);
  #locking = false;

  get open(): Opened | null {
    return this.#open;
  }

  set open(opened: Opened | null) {
    this.#open = opened;
    rights.person = opened?.person ?? null;
  }

  /** Takes up what the core already has open or locked, after the page was loaded again. */
  async resume(): Promise<void> {
    const current = await call("workspace::current", {}).catch(() => null);
    this.open = current?.opened ?? null;
    this.locked = current?.locked ?? null;
    this.asked = true;
  }

  begin(opened: Opened): void {
    saving.reset();
    location.arrive();
    this.locked = null;
    this.lost = 0;
    this.open = opened;
  }

  /** Locks, unless something cannot be saved: then it asks first. */
  async askLock(): Promise<void> {
    if (this.open === null || this.#locking) return;
    await Promise.race([saving.settle(), after(PATIENCE)]);
    this.asking = saving.unsaved;
    if (this.asking === 0) await this.lock();
  }

  /** Saves what is pending, locks the core, and forgets everything that was read. */
  async lock(): Promise<void> {
    if (this.open === null || this.#locking) return;
    this.#locking = true;
    await Promise.race([saving.settle(), after(PATIENCE)]);
    const lost = saving.unsaved;
    await call("workspace::lock", {}).catch(() => undefined);
    await this.#shut(lost);
    this.#locking = false;
  }

  /** The core has locked by itself: what is not saved now is lost. */
  async wasLocked(): Promise<void> {
    if (this.open === null || this.#locking) return;
    this.#locking = true;
    await this.#shut(saving.unsaved);
    this.#locking = false;
  }

  /** Gives the locked workspace up, to open another one. */
  async leave(): Promise<void> {
    await call("workspace::close", {}).catch(() => undefined);
    location.arrive();
    this.locked = null;
    this.lost = 0;
  }

  async #shut(lost: number): Promise<void> {
    const was = this.open;
    const current = await call("workspace::current", {}).catch(() => null);
    this.lost = lost;
    this.asking = 0;
    this.locked = current?.locked ?? (was === null ? null : lockedOf(was));
    location.arrive();
    this.open = null;
    forgetAll();
    toasts.clear();
    undo.reset();
    saving.reset();
  }
}

export const session = new Session();

function lockedOf({ path, organization, person }: Opened): Locked {
  const { login = "", name } = person;
  return { path, organization, login, name, at: new Date().toISOString() };
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
