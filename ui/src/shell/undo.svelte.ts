/**
 * Taking back one's own last change, and doing it again.
 *
 * What can be undone is the core's knowledge; here are the buttons' words and the order of the acts.
 */
import { call, failureOf, type UndoState, type Undone } from "../backend";
import { wordsOf } from "../shared/errors/words";
import { saving } from "../shared/save/saving.svelte";
import { sentence } from "../shared/text/count";
import { toasts } from "../shared/toast/toasts.svelte";

class History {
  state = $state.raw<UndoState>({});
  busy = $state(false);
  /** Grows when records changed behind the screen, which then reads them anew. */
  turn = $state(0);
  #asked = 0;

  /** Asks what can be taken back now; an answer that does not come leaves the buttons off. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const state = await call("history::undo_state", {}).catch(() => ({}));
    if (asked === this.#asked) this.state = state;
  }

  undo(): Promise<void> {
    return this.#act("history::undo", ({ step }) =>
      toasts.say(`Undone: ${step.label}.`, { title: "Redo", run: () => void this.redo() }),
    );
  }

  redo(): Promise<void> {
    return this.#act("history::redo", ({ step }) =>
      toasts.say(`${sentence(step.label)} is done again.`, {
        title: "Undo",
        run: () => void this.undo(),
      }),
    );
  }

  /** Forgets what belonged to the person who was here. */
  reset(): void {
    this.#asked += 1;
    this.state = {};
    this.turn = 0;
  }

  async #act(
    command: "history::undo" | "history::redo",
    say: (undone: Undone) => void,
  ): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      // What is typed but not written yet comes before what is taken back.
      await saving.settle();
      if (saving.unsaved > 0) return void toasts.say(UNSAVED);
      const undone = await call(command, {});
      this.#asked += 1;
      this.state = undone.state;
      this.turn += 1;
      say(undone);
    } catch (thrown) {
      refuse(thrown);
    } finally {
      this.busy = false;
    }
  }
}

const UNSAVED = "Something on this page is not saved yet. Finish or correct it first.";

/** A refusal is no failed save: it is told in the core's words, or in ours. */
function refuse(thrown: unknown): void {
  const failure = failureOf(thrown);
  const words = wordsOf(failure);
  toasts.say([failure.message || `${words.title}.`, failure.hint ?? words.next].join(" "));
}

export const undo = new History();
