/** The events of the organization, and the records that an event may touch. */
import { call, type OpenTrigger, type RecordName, type TriggerList } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";
import {
  assetChoices,
  policyChoices,
  threatChoices,
  vendorChoices,
  type Choice,
} from "../../shared/pick/names.svelte";
import { saving } from "../../shared/save/saving.svelte";
import { daysAfter } from "../../shared/text/dates";

export class Triggers {
  readonly list = new Resource<TriggerList>(() => call("trigger::list", {}));

  async open(event: OpenTrigger): Promise<string> {
    const { trigger } = await saving.track(() => call("trigger::open", event));
    await this.list.refresh();
    return trigger.number;
  }

  async close(number: string, outcome: string): Promise<void> {
    await saving.track(() => call("trigger::close", { number, outcome }));
    await this.list.refresh();
  }
}

const SOURCES = {
  asset: assetChoices,
  vendor: vendorChoices,
  threat: threatChoices,
  policy: policyChoices,
};

/** Reads everything that an event may touch. */
export function readTouchable(): void {
  for (const source of Object.values(SOURCES)) void source.refresh();
}

/** What an event may touch, each by its kind and number. */
export function touchable(): Choice[] {
  return Object.entries(SOURCES).flatMap(([kind, source]) =>
    source.list.map(({ value, label }) => ({ value: `${kind} ${value}`, label })),
  );
}

/** The record of a choice of `touchable`. */
export function recordOf(value: string): RecordName {
  const space = value.indexOf(" ");
  return { kind: value.slice(0, space), id: value.slice(space + 1) };
}

/** Thirty days later: the day by which an event is looked at, unless the person says otherwise. */
export function dueAfter(day: string): string {
  return daysAfter(day, 30);
}
