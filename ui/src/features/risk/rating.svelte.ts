/**
 * One risk's rating while a person works on it: the level follows every change at once, and the
 * whole is saved a moment after the last one.
 */
import {
  call,
  failureOf,
  type Failure,
  type CiaImpact,
  type Level,
  type Rating,
  type RiskDetail,
  type SavedRisk,
} from "../../backend";
import { settled, type Choices } from "../../shared/conflict/conflict";
import { Autosave } from "../../shared/save/autosave.svelte";
import { flat, unflat, type RatingFields } from "./fields";
import { highestImpact } from "./register";

/** The shortest rationale that the core takes, in characters. */
export const SHORTEST_RATIONALE = 20;

export class RatingDraft {
  initiation = $state<Level>("very_low");
  adverse = $state<Level>("very_low");
  impact = $state.raw<CiaImpact>({ c: "very_low", i: "very_low", a: "very_low" });
  rationale = $state("");
  result = $state.raw<Rating | null>(null);
  rateFailure = $state.raw<Failure | null>(null);
  readonly autosave: Autosave;

  #number: string;
  #revision: number;
  /** The rating of that revision: what differs from it was changed here. */
  #base: RatingFields;
  #onsaved: (saved: SavedRisk) => void;
  #turn = 0;

  constructor({ row, revision }: RiskDetail, onsaved: (saved: SavedRisk) => void) {
    this.#number = row.number;
    this.#revision = revision;
    this.#onsaved = onsaved;
    this.#base = row;
    this.#show(row);
    const { likelihood, level, rank_score } = row;
    this.result = { likelihood, impact: highestImpact(row.impact), level, rank_score };
    this.autosave = new Autosave({
      write: () => this.#write(),
      // A level without a rationale is not a result, so it is not saved.
      ready: () => !this.rationaleMissing,
    });
  }

  get rationaleMissing(): boolean {
    return [...this.rationale.trim()].length < SHORTEST_RATIONALE;
  }

  setInitiation(level: Level): void {
    this.initiation = level;
    this.#changedLevel();
  }

  setAdverse(level: Level): void {
    this.adverse = level;
    this.#changedLevel();
  }

  setImpact(part: keyof CiaImpact, level: Level): void {
    this.impact = { ...this.impact, [part]: level };
    this.#changedLevel();
  }

  setRationale(text: string): void {
    this.rationale = text;
    this.autosave.changed();
  }

  #changedLevel(): void {
    void this.#rate();
    this.autosave.changed();
  }

  async #rate(): Promise<void> {
    const turn = ++this.#turn;
    const { initiation, adverse, impact } = this;
    try {
      const result = await call("risk::rate", { initiation, adverse, impact });
      if (turn === this.#turn) this.result = result;
      this.rateFailure = null;
    } catch (thrown) {
      this.rateFailure = failureOf(thrown);
    }
  }

  /** Saves again on what is stored now, after somebody else changed the same fields. */
  async resolve(choices: Choices): Promise<void> {
    const { row, revision } = await call("risk::get", { number: this.#number });
    this.#show(unflat(settled(flat(this.#base), flat(this), flat(row), choices)));
    this.#base = row;
    this.#revision = revision;
    this.#changedLevel();
    await this.autosave.flush();
    if (this.autosave.failure) throw this.autosave.failure;
  }

  async #write(): Promise<void> {
    const { initiation, adverse, impact, rationale } = this;
    const sent = { initiation, adverse, impact, rationale };
    const number = this.#number;
    const based_on_revision = this.#revision;
    const saved = await call("risk::save", { number, ...sent, based_on_revision });
    this.#revision = saved.revision;
    // What somebody else changed meanwhile comes along; what was changed here since stays.
    this.#show(unflat(settled(flat(sent), flat(this), flat(saved.row), {})));
    this.#base = saved.row;
    const { likelihood, level, rank_score } = saved.row;
    if (JSON.stringify(flat(this)) === JSON.stringify(flat(saved.row))) {
      this.result = { likelihood, impact: highestImpact(saved.row.impact), level, rank_score };
    }
    this.#onsaved(saved);
  }

  #show({ initiation, adverse, impact, rationale }: RatingFields): void {
    this.initiation = initiation;
    this.adverse = adverse;
    this.impact = impact;
    // Space at the end belongs to the sentence that is being typed.
    if (rationale.trim() !== this.rationale.trim()) this.rationale = rationale;
  }
}
