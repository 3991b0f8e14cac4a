/** One practice on its page: what is known of it, what it is made from, and the acts on it. */
import {
  call,
  failureOf,
  type Commands,
  type Failure,
  type PracticeDetail,
  type PracticeOptions,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { saving } from "../../shared/save/saving.svelte";

type Asked<K extends keyof Commands> = Omit<Commands[K]["request"], "number">;
export type Applied = Asked<"practice::record">;

export class OpenPractice {
  readonly number: string;
  readonly detail: Resource<PracticeDetail>;
  readonly options: Resource<PracticeOptions>;
  /** Why the case could not be decided, field by field. */
  refused = $state.raw<Failure | null>(null);

  constructor(number: string) {
    this.number = number;
    this.detail = new Resource(() => call("practice::get", { number }));
    this.options = new Resource(() => call("practice::options", {}));
  }

  async load(): Promise<void> {
    await Promise.all([this.detail.load(), this.options.load()]);
  }

  record(applied: Applied): Promise<void> {
    return this.#take(() => call("practice::record", { number: this.number, ...applied }));
  }

  review(review: Asked<"practice::review">): Promise<void> {
    return this.#take(() => call("practice::review", { number: this.number, ...review }));
  }

  approveBlock(record: string): Promise<void> {
    return this.#take(() => call("practice::approve_block", { number: this.number, record }));
  }

  start(on: string): Promise<void> {
    return this.#take(() => call("practice::start", { number: this.number, on }));
  }

  end(on: string): Promise<void> {
    return this.#take(() => call("practice::end", { number: this.number, on }));
  }

  async decide(decided_at: string): Promise<void> {
    this.refused = null;
    try {
      await this.#take(() => call("practice::decide", { number: this.number, decided_at }));
    } catch (thrown) {
      this.refused = failureOf(thrown);
      throw thrown;
    }
  }

  async remove(): Promise<void> {
    await saving.track(() => call("practice::remove", { number: this.number }));
  }

  async #take(act: () => Promise<PracticeDetail>): Promise<void> {
    this.detail.put(await saving.track(act));
  }
}
