/** Elements of a standard while somebody types: the last question wins. */
import { call, type ElementRow, type FrameworkElements } from "../../../backend";
import { Resource } from "../../../shared/feedback/resource.svelte";

export class Elements {
  #asked: { framework: string; text: string } = { framework: "", text: "" };
  readonly #found = new Resource<FrameworkElements>(() => call("framework::elements", this.#asked));

  get list(): readonly ElementRow[] {
    return this.#found.value?.elements ?? [];
  }

  /** The element of this id; null where it is not among those found, or they are not read yet. */
  of(id: string): ElementRow | null {
    return this.list.find((one) => one.id === id) ?? null;
  }

  /** Whether the answer to the last question is here. */
  get ready(): boolean {
    return this.#found.reading.kind === "ready";
  }

  async look(framework: string, text: string): Promise<void> {
    this.#asked = { framework, text };
    await this.#found.refresh();
  }
}
