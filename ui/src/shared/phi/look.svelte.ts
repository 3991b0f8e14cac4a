/**
 * Looks at a typed text for what could name a patient, a moment after the last letter.
 *
 * It points out and never blocks; a text without digits holds none of the signs and is not sent.
 */
import { SvelteSet } from "svelte/reactivity";
import { call, type PhiSign } from "../../backend";

/** How long the person must pause before the text is looked at, in milliseconds. */
const PAUSE = 600;

/** A sign, with the words that carry it. */
export type Sign = PhiSign & { excerpt: string };

export class Look {
  #signs = $state.raw<Sign[]>([]);
  /** The words that the person wants to leave as they are. */
  #left = new SvelteSet<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** What to point out now. */
  get signs(): Sign[] {
    return this.#signs.filter((sign) => !this.#left.has(sign.excerpt));
  }

  /** Takes up the text as it is now. */
  follow(text: string): void {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    if (!/\d/.test(text)) this.#signs = [];
    else this.#timer = setTimeout(() => void this.#look(text, turn), PAUSE);
  }

  /** Says no more about the words that are pointed out now. */
  leave(): void {
    for (const sign of this.#signs) this.#left.add(sign.excerpt);
  }

  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
  }

  async #look(text: string, turn: number): Promise<void> {
    // Without an answer nothing is pointed out: the note is a help, no gate.
    const looked = await call("phi::look", { text }).catch(() => ({ signs: [] }));
    if (turn === this.#turn) this.#signs = looked.signs.map((sign) => withExcerpt(sign, text));
  }
}

/** The core counts Unicode scalar values, a string of the page UTF-16 units. */
function withExcerpt(sign: PhiSign, text: string): Sign {
  const excerpt = [...text].slice(sign.start, sign.start + sign.length).join("");
  return { ...sign, excerpt };
}
