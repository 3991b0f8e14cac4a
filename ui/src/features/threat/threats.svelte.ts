/** The threats as they were last read, and one decision while a person makes it. */
import {
  call,
  type Proposals,
  type ThreatAnswer,
  type ThreatList,
  type ThreatRow,
} from "../../backend";
import { RecordDraft, type Stored } from "../../shared/conflict/draft.svelte";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { SHORTEST_REASON } from "./words";

class Threats extends Resource<ThreatList> {
  change(id: string, change: Partial<ThreatRow>): void {
    const list = this.value;
    if (list === null) return;
    const put = (one: ThreatRow) => (one.id === id ? { ...one, ...change } : one);
    this.put({ ...list, threats: list.threats.map(put) });
  }

  row(id: string): ThreatRow | undefined {
    return this.value?.threats.find((one) => one.id === id);
  }
}

export const threats = lasting(new Threats(() => call("threat::list", {})));
export const proposals = lasting(new Resource<Proposals>(() => call("threat::propose", {})));

export type Decision = { answer: ThreatAnswer | null; reason: string };

export function reasonFault({ answer, reason }: Decision): string | null {
  const left = SHORTEST_REASON - [...reason.trim()].length;
  if (answer !== "not_applicable" || left <= 0) return null;
  return `${left} more characters. Until then the decision is not saved.`;
}

export function decisionDraft(threat: ThreatRow): RecordDraft<Decision> {
  const { id } = threat;
  return new RecordDraft<Decision>(storedOf(threat), {
    write: async (fields, based_on_revision) => {
      const { answer, reason } = fields;
      if (answer === null) return { fields, revision: based_on_revision };
      const words = reason.trim() === "" ? {} : { reason: reason.trim() };
      const request = { threat: id, answer, ...words, based_on_revision };
      const { revision } = await call("threat::decide", request);
      threats.change(id, { answer, reason: words.reason ?? null, carried: false, revision });
      return { fields, revision };
    },
    read: async () => {
      await threats.refresh();
      return storedOf(threats.row(id) ?? threat);
    },
    ready: (fields) => fields.answer !== null && reasonFault(fields) === null,
  });
}

function storedOf({ answer, reason, revision }: ThreatRow): Stored<Decision> {
  return { fields: { answer, reason: reason ?? "" }, revision };
}
