/** What the top bar says about the work: saved when, being saved, or not saved. */
import { failureOf, type Failure } from "../../backend";

export type SaveState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  | { kind: "failed"; failure: Failure };

type Flush = () => Promise<void>;

class Saving {
  state = $state.raw<SaveState>({ kind: "idle" });
  #pending = new Set<Flush>();

  /** Runs a write and shows how it went; the failure goes on to the caller. */
  async track<T>(write: () => Promise<T>): Promise<T> {
    this.state = { kind: "saving" };
    try {
      const answer = await write();
      this.state = { kind: "saved", at: new Date() };
      return answer;
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.state = { kind: "failed", failure };
      throw failure;
    }
  }

  /** Names something that may hold unsaved text; gives the way to take it off again. */
  register(flush: Flush): () => void {
    this.#pending.add(flush);
    return () => this.#pending.delete(flush);
  }

  /** Saves whatever is not saved yet, before the workspace closes. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.#pending].map((flush) => flush()));
  }

  reset(): void {
    this.state = { kind: "idle" };
  }
}

export const saving = new Saving();
