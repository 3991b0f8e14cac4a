/** One risk's rating while a person works on it: the whole is saved a moment after the last change. */
import { untrack } from "svelte";
import { call, Failure, type RiskDetail, type SavedRisk } from "../../backend";
import { settled, type Choices } from "../../shared/conflict/conflict";
import { Autosave } from "../../shared/save/autosave.svelte";
import { flat, ratingFields, unflat, type RatingFields } from "./fields";
import { given, ratingOf, valuesOf, type Values } from "./values";

/** The shortest rationale that the core takes, in characters. */
export const SHORTEST_RATIONALE = 20;

/** Whether the rationale is too short for the core. */
export function tooShort(rationale: string): boolean {
  return [...rationale.trim()].length < SHORTEST_RATIONALE;
}

export class RatingDraft {
  values = $state.raw<Values>(valuesOf(null));
  rationale = $state("");
  readonly autosave: Autosave;

  #number: string;
  #revision: number;
  /** The rating of that revision: what differs from it was changed here. */
  #base: RatingFields;
  #onsaved: (saved: SavedRisk) => void;

  constructor({ row, revision }: RiskDetail, onsaved: (saved: SavedRisk) => void) {
    this.#number = row.number;
    this.#revision = revision;
    this.#onsaved = onsaved;
    this.#base = ratingFields(row);
    this.#show(this.#base);
    this.autosave = new Autosave({
      write: () => this.#write(),
      // A level without a rationale is not a result, so it is not saved; nor is half a rating.
      ready: () => !this.rationaleMissing && ratingOf(this.values) !== null,
    });
  }

  get rationaleMissing(): boolean {
    return tooShort(this.rationale);
  }

  /** Whether the person has begun: only then does something lack. */
  get begun(): boolean {
    return given(this.values) > 0 || this.rationale.trim() !== "";
  }

  pick(values: Values): void {
    this.values = values;
    this.autosave.changed();
  }

  setRationale(text: string): void {
    this.rationale = text;
    this.autosave.changed();
  }

  /** Takes up the revision that another act on the same risk stored. */
  take({ row, revision }: SavedRisk): void {
    if (revision === this.#revision) return;
    const stored = ratingFields(row);
    const mine = untrack(() => flat(this));
    const settledNow = unflat(settled(flat(this.#base), mine, flat(stored), {}));
    untrack(() => this.#show(settledNow));
    this.#base = stored;
    this.#revision = revision;
  }

  /** Saves again on what is stored now, after somebody else changed the same fields. */
  async resolve(choices: Choices): Promise<void> {
    const { row, revision } = await call("risk::get", { number: this.#number });
    const stored = ratingFields(row);
    this.#show(unflat(settled(flat(this.#base), flat(this), flat(stored), choices)));
    this.#base = stored;
    this.#revision = revision;
    this.autosave.changed();
    await this.autosave.flush();
    if (this.autosave.failure) throw this.autosave.failure;
  }

  async #write(): Promise<void> {
    const sent: RatingFields = { values: this.values, rationale: this.rationale };
    const rating = ratingOf(sent.values);
    if (rating === null) throw new Failure("invalid", "");
    const saved = await call("risk::save", {
      number: this.#number,
      ...rating,
      rationale: sent.rationale,
      based_on_revision: this.#revision,
    });
    this.#revision = saved.revision;
    // What somebody else changed meanwhile comes along; what was changed here since stays.
    const stored = ratingFields(saved.row);
    this.#show(unflat(settled(flat(sent), flat(this), flat(stored), {})));
    this.#base = stored;
    this.#onsaved(saved);
  }

  #show({ values, rationale }: RatingFields): void {
    this.values = values;
    // Space at the end belongs to the sentence that is being typed.
    if (rationale.trim() !== this.rationale.trim()) this.rationale = rationale;
  }
}
