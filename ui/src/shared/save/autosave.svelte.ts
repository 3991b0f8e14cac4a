/**
 * Saves a form by itself, a moment after the last change, one write at a time.
 *
 * What it writes is the form's business; what the top bar says comes from `saving`.
 */
import { onMount } from "svelte";
import { failureOf, type Failure } from "../../backend";
import { saving } from "./saving.svelte";

/** How long the person must pause before a change is saved, in milliseconds. */
const PAUSE = 600;

export type Draft = {
  /** Writes what the form holds now. */
  write: () => Promise<void>;
  /** Whether the form holds something that may be saved. */
  ready: () => boolean;
  /** How long the person must pause, in milliseconds; for what is long to write. */
  pause?: number;
};

export class Autosave {
  failure = $state.raw<Failure | null>(null);
  #draft: Draft;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #writing: Promise<void> | null = null;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Whether it holds a change that is not written yet. */
  get unsaved(): boolean {
    return this.#dirty || this.#writing !== null;
  }

  /** Forgets the change that is not written, because another value stands now. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.failure = null;
  }

  changed(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#draft.pause ?? PAUSE);
  }

  /** Saves now what is not saved yet; stops at the first failure and keeps the text. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    while (this.#dirty && this.#draft.ready()) {
      this.#writing = this.#write();
      await this.#writing;
      this.#writing = null;
      if (this.failure !== null) return;
    }
  }

  async #write(): Promise<void> {
    this.#dirty = false;
    try {
      await saving.track(() => this.#draft.write());
      this.failure = null;
    } catch (thrown) {
      this.#dirty = true;
      this.failure = failureOf(thrown);
    }
  }
}

/** Saves the rest when the component that calls this goes away, and before the workspace closes. */
export function saveOnLeave(autosave: Autosave): void {
  onMount(() => {
    const forget = saving.register({
      flush: () => autosave.flush(),
      unsaved: () => autosave.unsaved,
    });
    return () => {
      forget();
      void autosave.flush();
    };
  });
}
