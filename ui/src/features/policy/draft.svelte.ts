/** One statement while its text is being changed: judged at every pause, saved by itself. */
import { call, type Report, type Statement } from "../../backend";
import type { Choices } from "../../shared/conflict/conflict";
import { Autosave } from "../../shared/save/autosave.svelte";

/** How long the person must pause before the text is judged, in milliseconds. */
const PAUSE = 250;

/** Where a changed text goes. */
export type DraftPlace = {
  policy: string;
  version: string;
  roles: string[];
  revision: () => number;
  saved: (revision: number) => Promise<void>;
  /** Takes up the newest revision, which somebody else saved. */
  renew: () => Promise<void>;
};

export class StatementDraft {
  text = $state("");
  judged = $state.raw<Report>({ findings: [], timeframes: [] });
  readonly autosave: Autosave;

  #place: DraftPlace;
  #statement: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(statement: Statement, place: DraftPlace) {
    this.text = statement.text;
    this.#statement = statement.number;
    this.#place = place;
    this.autosave = new Autosave({
      write: () => this.#write(),
      ready: () => this.text.trim() !== "",
    });
    void this.#judge();
  }

  change(text: string): void {
    this.text = text;
    this.autosave.changed();
    // The marks stand for the text as it was: they would underline other words now.
    this.judged = { findings: [], timeframes: [] };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#judge(), PAUSE);
  }

  /** After somebody else changed the same sentence: takes theirs, or saves one's own on top. */
  async resolve(choices: Choices): Promise<void> {
    const failure = this.autosave.failure;
    await this.#place.renew();
    const [one] = failure?.conflicts ?? [];
    if (one === undefined || choices[one.field] === "theirs") {
      this.autosave.drop();
      if (typeof one?.theirs === "string") this.text = one.theirs;
      return this.#judge();
    }
    this.autosave.changed();
    await this.autosave.flush();
    if (this.autosave.failure) throw this.autosave.failure;
  }

  async #judge(): Promise<void> {
    const turn = ++this.#turn;
    const request = { text: this.text, roles: this.#place.roles };
    const judged = await call("policy::lint", request).catch(() => null);
    if (judged !== null && turn === this.#turn && request.text === this.text) this.judged = judged;
  }

  async #write(): Promise<void> {
    const { policy, version } = this.#place;
    const { revision } = await call("policy::save_statement", {
      policy,
      version,
      statement: this.#statement,
      text: this.text,
      based_on_revision: this.#place.revision(),
    });
    await this.#place.saved(revision);
  }
}
