/**
 * One risk's rating while a person works on it: the level follows every change at once, and the
 * whole is saved a moment after the last one.
 */
import {
  call,
  failureOf,
  type Failure,
  type Impact,
  type Level,
  type RateResponse,
  type RiskDetail,
} from "../../backend";
import { Autosave } from "../../shared/save/autosave.svelte";
import { highestImpact } from "./register";

export class Rating {
  initiation = $state<Level>("very_low");
  adverse = $state<Level>("very_low");
  impact = $state.raw<Impact>({ c: "very_low", i: "very_low", a: "very_low" });
  rationale = $state("");
  result = $state.raw<RateResponse | null>(null);
  rateFailure = $state.raw<Failure | null>(null);
  readonly autosave: Autosave;

  #risk: RiskDetail;
  #onsaved: (risk: RiskDetail) => void;
  #turn = 0;

  constructor(risk: RiskDetail, onsaved: (risk: RiskDetail) => void) {
    this.#risk = risk;
    this.#onsaved = onsaved;
    this.initiation = risk.initiation;
    this.adverse = risk.adverse;
    this.impact = risk.impact;
    this.rationale = risk.rationale;
    const { likelihood, level, rank_score } = risk;
    this.result = { likelihood, impact: highestImpact(risk.impact), level, rank_score };
    this.autosave = new Autosave({
      write: () => this.#write(),
      // A level without a rationale is not a result, so it is not saved.
      ready: () => !this.rationaleMissing,
    });
  }

  get rationaleMissing(): boolean {
    return this.rationale.trim() === "";
  }

  setInitiation(level: Level): void {
    this.initiation = level;
    this.#changedLevel();
  }

  setAdverse(level: Level): void {
    this.adverse = level;
    this.#changedLevel();
  }

  setImpact(part: keyof Impact, level: Level): void {
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

  async #write(): Promise<void> {
    const { initiation, adverse, impact, rationale } = this;
    const { number, revision: based_on_revision } = this.#risk;
    const request = { number, initiation, adverse, impact, rationale, based_on_revision };
    const { risk, revision } = await call("risk::save", request);
    this.#risk = { ...risk, revision };
    this.#onsaved(this.#risk);
  }
}
