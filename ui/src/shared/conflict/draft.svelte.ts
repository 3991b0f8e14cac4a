/**
 * A record while a person changes its fields: saved by itself, merged with what others saved.
 *
 * Which record it is, and how it is written, is the business of whoever makes the draft.
 */
import { untrack } from "svelte";
import type { Failure } from "../../backend";
import { Autosave } from "../save/autosave.svelte";
import type { Choices } from "./conflict";
import { reconciled } from "./reconcile";

/** The fields as they are stored, and the revision that holds them. */
export type Stored<T> = { fields: T; revision: number };

export type Place<T> = {
  /** Writes the fields on top of a revision. */
  write: (fields: T, basedOn: number) => Promise<Stored<T>>;
  /** Reads what is stored now: asked for when somebody else changed the same. */
  read: () => Promise<Stored<T>>;
  /** Whether the fields may be saved as they are; always, if left out. */
  ready?: (fields: T) => boolean;
  /** The fields without what may not be stored yet: that keeps what is stored and stays on the form. */
  savable?: (fields: T, stored: T) => T;
  /** How long the person must pause before a change is saved, in milliseconds. */
  pause?: number;
};

export class RecordDraft<T extends object> {
  fields: T = $state.raw({} as T);
  readonly autosave: Autosave;
  #place: Place<T>;
  #base: T;
  #revision: number;

  constructor(stored: Stored<T>, place: Place<T>) {
    this.#place = place;
    this.#base = stored.fields;
    this.#revision = stored.revision;
    this.fields = stored.fields;
    this.autosave = new Autosave({
      write: () => this.#write(),
      ready: () => place.ready?.(this.fields) ?? true,
      pause: place.pause,
    });
  }

  /** What could not be saved, and why. */
  get failure(): Failure | null {
    return this.autosave.failure;
  }

  set<K extends keyof T>(key: K, value: T[K]): void {
    this.change({ [key]: value } as unknown as Partial<T>);
  }

  change(part: Partial<T>): void {
    this.fields = { ...this.fields, ...part };
    this.autosave.changed();
  }

  /** Takes up what another act stored; what was changed here since stays. */
  take(stored: Stored<T>): void {
    if (stored.revision === this.#revision) return;
    // Whoever calls it follows what is stored, not what is typed here.
    untrack(() => this.#rebase(this.#base, stored));
  }

  /** Saves again on what is stored now, after somebody else changed the same fields. */
  async resolve(choices: Choices): Promise<void> {
    const stored = await this.#place.read();
    this.#rebase(this.#base, stored, choices);
    this.autosave.changed();
    await this.autosave.flush();
    if (this.autosave.failure) throw this.autosave.failure;
  }

  async #write(): Promise<void> {
    const sent = this.#place.savable?.(this.fields, this.#base) ?? this.fields;
    const stored = await this.#place.write(sent, this.#revision);
    this.#rebase(sent, stored);
  }

  /** Goes on from what is stored now; what was changed here since `base` stays. */
  #rebase(base: T, stored: Stored<T>, choices: Choices = {}): void {
    this.fields = reconciled(base, this.fields, stored.fields, choices);
    this.#base = stored.fields;
    this.#revision = stored.revision;
  }
}
