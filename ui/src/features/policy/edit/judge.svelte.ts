/** A sentence while it is typed: judged by the linter at every pause. */
import { call, type Report } from "../../../backend";

/** How long the person must pause before the text is judged, in milliseconds. */
const PAUSE = 250;
const NOTHING: Report = { findings: [], timeframes: [] };

export class Judge {
  judged = $state.raw<Report>(NOTHING);
  #roles: () => string[];
  #text = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(roles: () => string[]) {
    this.#roles = roles;
  }

  /** Judges a text that came in whole. */
  async read(text: string): Promise<void> {
    this.#text = text;
    const request = { text, roles: this.#roles() };
    const judged = await call("policy::lint", request).catch(() => null);
    if (judged !== null && text === this.#text) this.judged = judged;
  }

  /** Judges a text that is being typed, once the person pauses. */
  follow(text: string): void {
    this.#text = text;
    // The marks stand for the text as it was: they would underline other words now.
    this.judged = NOTHING;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.read(text), PAUSE);
  }
}
