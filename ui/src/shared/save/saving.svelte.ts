/** What the top bar says about the work: saved when, being saved, or not saved. */
import { failureOf, type Failure } from "../../backend";

export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "failed"; failure: Failure };

/** Something that may hold text that is not saved yet. */
export type Pending = { flush: () => Promise<void>; unsaved: () => boolean };

class Saving {
  state = $state.raw<SaveState>({ kind: "idle" });
  /** How many writes have succeeded: what depends on the last one is read anew when it grows. */
  written = $state(0);
  #pending = new Set<Pending>();

  /** Runs a write and shows how it went; the failure goes on to the caller. */
  async track<T>(write: () => Promise<T>): Promise<T> {
    this.state = { kind: "saving" };
    try {
      const answer = await write();
      this.state = { kind: "saved", at: new Date() };
      this.written += 1;
      return answer;
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.state = { kind: "failed", failure };
      throw failure;
    }
  }

  /** Names something that may hold unsaved text; gives the way to take it off again. */
  register(pending: Pending): () => void {
    this.#pending.add(pending);
    return () => this.#pending.delete(pending);
  }

  /** How many drafts hold something that is not saved. */
  get unsaved(): number {
    return [...this.#pending].filter((one) => one.unsaved()).length;
  }

  /** Saves whatever is not saved yet, before the workspace closes. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#pending].map((one) => one.flush()));
  }

  reset(): void {
    this.state = { kind: "idle" };
  }
}

export const saving = new Saving();
