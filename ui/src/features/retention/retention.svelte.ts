/** What is kept and how long, and the acts of the official on it. */
import {
  call,
  type Disposed,
  type HoldRow,
  type RecordName,
  type RetentionList,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import { saving } from "../../shared/save/saving.svelte";

/** The shortest reason that the core takes, in characters. */
export const SHORTEST_REASON = 10;

export class Retention {
  readonly list = new Resource<RetentionList>(() => call("retention::list", {}));

  dispose(record: RecordName, reason: string): Promise<Disposed> {
    return this.#then(call("retention::dispose", { record, reason }));
  }

  hold(title: string, reason: string, records: RecordName[]): Promise<HoldRow> {
    return this.#then(call("retention::hold", { title, reason, records }));
  }

  release(number: string, reason: string): Promise<HoldRow> {
    return this.#then(call("retention::release", { number, reason }));
  }

  async #then<T>(act: Promise<T>): Promise<T> {
    const answer = await saving.track(() => act);
    await this.list.refresh();
    return answer;
  }
}

export function reasonFault(reason: string): string | null {
  return [...reason.trim()].length < SHORTEST_REASON
    ? `Say why, in ${SHORTEST_REASON} characters or more.`
    : null;
}
