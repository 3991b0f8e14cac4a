/** Something that is read from the core: loading, ready or failed; the last request wins. */
import { failureOf, type Failure } from "../../backend";

export type Reading<T> =
  { kind: "loading" } | { kind: "ready"; value: T } | { kind: "failed"; failure: Failure };

export class Resource<T> {
  reading = $state.raw<Reading<T>>({ kind: "loading" });
  #turn = 0;
  #source: () => Promise<T>;

  constructor(source: () => Promise<T>) {
    this.#source = source;
  }

  get value(): T | null {
    return this.reading.kind === "ready" ? this.reading.value : null;
  }

  /** Reads anew and shows the loading state meanwhile. */
  async load(): Promise<void> {
    this.reading = { kind: "loading" };
    await this.refresh();
  }

  /** Reads anew; what is shown stays until the answer comes. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const reading = await read(this.#source);
    if (turn === this.#turn) this.reading = reading;
  }

  /** Drops what was read; an answer that is still under way is dropped too. */
  forget(): void {
    this.#turn += 1;
    this.reading = { kind: "loading" };
  }

  /** Shows a value that another answer already brought. */
  put(value: T): void {
    this.#turn += 1;
    this.reading = { kind: "ready", value };
  }
}

async function read<T>(source: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { kind: "ready", value: await source() };
  } catch (thrown) {
    return { kind: "failed", failure: failureOf(thrown) };
  }
}
