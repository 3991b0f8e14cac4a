/** The register of evidence, and one item's particulars while a person fills them in. */
import {
  call,
  failureOf,
  type EvidenceKind,
  type EvidenceList,
  type EvidenceRow,
  type Failure,
  type RecordName,
} from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { shortId } from "../../shared/record/record";
import { saving } from "../../shared/save/saving.svelte";
import { today } from "../../shared/text/dates";
import { contentOf, refusal } from "./file";

export const register = lasting(new Resource<EvidenceList>(() => call("evidence::list", {})));

export const KINDS: readonly { value: EvidenceKind; label: string }[] = [
  { value: "record", label: "Record" },
  { value: "test_result", label: "Test result" },
  { value: "log", label: "Log" },
  { value: "alert", label: "Alert" },
  { value: "advisory", label: "Advisory" },
  { value: "picture", label: "Picture" },
];

export function kindLabel(kind: EvidenceKind): string {
  return KINDS.find((one) => one.value === kind)?.label ?? kind;
}

export class EvidenceDraft {
  title = $state("");
  kind = $state<EvidenceKind>("record");
  on = $state(today());
  reference = $state("");
  about = $state.raw<RecordName[]>([]);
  file = $state.raw<File | null>(null);
  /** Why the chosen file is not taken. */
  fileRefusal = $state.raw<string | null>(null);
  tried = $state(false);
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly old: EvidenceRow | null;
  readonly largest: number;

  constructor(largest: number, old: EvidenceRow | null, about: RecordName[]) {
    this.largest = largest;
    this.old = old;
    this.about = old === null ? about : aboutOf(old);
    if (old === null) return;
    const { title, kind, on, reference } = old.evidence;
    Object.assign(this, { title, kind, on, reference });
  }

  get titleFault(): string | null {
    return this.tried && this.title.trim().length < 3 ? "Say what it is, in a few words." : null;
  }

  get referenceFault(): string | null {
    if (!this.tried || this.reference.trim() !== "") return null;
    return "Say where it is kept; “only here” if this file is all there is.";
  }

  choose(file: File | null): void {
    this.fileRefusal = file === null ? null : refusal(file, this.largest);
    this.file = this.fileRefusal === null ? file : null;
  }

  attach(record: RecordName): void {
    if (!this.about.some((one) => same(one, record))) this.about = [...this.about, record];
  }

  detach(record: RecordName): void {
    this.about = this.about.filter((one) => !same(one, record));
  }

  /** Saves; gives the row, or null if something is still missing or went wrong. */
  async save(): Promise<EvidenceRow | null> {
    this.tried = true;
    if (this.busy || this.titleFault || this.referenceFault || this.fileRefusal) return null;
    this.busy = true;
    this.failure = null;
    try {
      return await saving.track(() => this.#write());
    } catch (thrown) {
      this.failure = failureOf(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }

  async #write(): Promise<EvidenceRow> {
    const { kind, on, about, old, file } = this;
    const given = {
      title: this.title.trim(),
      kind,
      on,
      reference: this.reference.trim(),
      about,
    };
    if (old !== null) {
      const number = old.evidence.number;
      return call("evidence::save", { number, ...given, based_on_revision: old.revision });
    }
    const content = file === null ? {} : { file: await contentOf(file) };
    return call("evidence::add", { ...given, ...content });
  }
}

/** Attaches an item that is already recorded to one more record. */
export async function attach(row: EvidenceRow, record: RecordName): Promise<void> {
  const { number, title, kind, on, reference } = row.evidence;
  await saving.track(() =>
    call("evidence::save", {
      number,
      title,
      kind,
      on,
      reference,
      about: [...aboutOf(row), record],
      based_on_revision: row.revision,
    }),
  );
}

/** The records that an item is attached to; the core leaves an empty list out. */
export function aboutOf({ evidence }: EvidenceRow): RecordName[] {
  return evidence.about ?? [];
}

/** What an item is used for: what it is attached to, and what names it beside that. */
export function usesOf(row: EvidenceRow): string[] {
  const about = aboutOf(row).map(shortId);
  return [...about, ...row.used_by.filter((use) => !about.includes(use))];
}

export function same(one: RecordName, other: RecordName): boolean {
  return one.kind === other.kind && one.id === other.id;
}
