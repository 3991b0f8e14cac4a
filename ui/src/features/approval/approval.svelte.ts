/** The assessment at hand with what it lacks and who approved it, and the acts on the whole. */
import { call, type AssessmentView, type Capacity } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { saving } from "../../shared/save/saving.svelte";

export class Approval {
  readonly view = new Resource<AssessmentView>(() => call("assessment::get", {}));

  submit(): Promise<void> {
    return this.#then(() => call("assessment::submit", {}));
  }

  approve(capacity: Capacity, statement: string, content_hash: string): Promise<void> {
    return this.#then(() => call("assessment::approve", { capacity, statement, content_hash }));
  }

  reject(reason: string): Promise<void> {
    return this.#then(() => call("assessment::reject", { reason }));
  }

  addendum(assessment: string, about: string, text: string): Promise<void> {
    return this.#then(() => call("assessment::addendum", { assessment, about, text }));
  }

  async #then(act: () => Promise<AssessmentView>): Promise<void> {
    this.view.put(await saving.track(act));
  }
}
