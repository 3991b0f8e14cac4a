/** One act that a person starts by a button: busy while it runs, and its failure afterwards. */
import { failureOf, type Failure } from "../../backend";

export class Act {
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Runs `act` unless one runs already; true once it has worked. */
  async run(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = null;
    try {
      await act();
      return true;
    } catch (thrown) {
      this.failure = failureOf(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
