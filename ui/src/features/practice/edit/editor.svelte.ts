/** A practice on its page while a person writes it: saved by itself, and what is amiss where. */
import {
  call,
  type Application,
  type CaseDetermination,
  type Practice,
  type PracticeDetail,
  type Warning,
} from "../../../backend";
import { mayWrite } from "../../../shared/access/rights.svelte";
import { pointerWords } from "../../../shared/conflict/conflict";
import { RecordDraft } from "../../../shared/conflict/draft.svelte";
import { partsOf } from "../../../shared/form/place";
import type { OpenPractice } from "../practice.svelte";
import { blankCase, caseOf, savable, stored } from "./content";

/** How long the person must pause before the whole practice is saved, in milliseconds. */
const PAUSE = 1000;

export class PracticeEditor {
  readonly draft: RecordDraft<Practice>;
  readonly open: OpenPractice;

  constructor(detail: PracticeDetail, open: OpenPractice) {
    const { number } = detail.practice;
    this.open = open;
    this.draft = new RecordDraft<Practice>(stored(detail), {
      savable,
      pause: PAUSE,
      read: async () => stored(await call("practice::get", { number })),
      write: async (practice, based_on_revision) => {
        const saved = await call("practice::save", { practice, based_on_revision });
        open.detail.put(saved);
        return stored(saved);
      },
    });
  }

  get practice(): Practice {
    return this.draft.fields;
  }

  /** Whether the person may only read. */
  get fixed(): boolean {
    return !mayWrite();
  }

  /** Whether the determination is decided and changes no more. */
  get locked(): boolean {
    return this.open.detail.value?.locked ?? false;
  }

  /** The determination; an empty one where the practice does not rest on one. */
  get case(): CaseDetermination {
    return caseOf(this.practice.basis) ?? blankCase();
  }

  set<K extends keyof Practice>(key: K, value: Practice[K]): void {
    this.draft.set(key, value);
  }

  use(part: Partial<Application>): void {
    this.set("application", { ...this.practice.application, ...part });
  }

  decide(part: Partial<CaseDetermination>): void {
    this.set("basis", { case: { ...this.case, ...part } });
  }

  /** What the core found amiss at exactly this place when it last refused. */
  errorAt(path: string): string | null {
    const place = partsOf(path).join("/");
    const refused = [this.draft.failure, this.open.refused].flatMap((one) => one?.fields ?? []);
    return refused.find(({ field }) => partsOf(field).join("/") === place)?.message ?? null;
  }

  /** Words at this place that invite the wrong reading; of what was saved last. */
  warningsAt(path: string): Warning[] {
    const place = partsOf(path).join("/");
    const all = this.open.detail.value?.warnings ?? [];
    return all.filter(({ field }) => partsOf(field).join("/") === place);
  }

  /** Saves what is not saved yet; false where that failed. */
  async settle(): Promise<boolean> {
    await this.draft.autosave.flush();
    return this.draft.failure === null;
  }
}

/** What a field is called where two people changed it: "Rule", "Facts". */
export function placeWords(pointer: string): string {
  const [list = "", row = "", ...rest] = partsOf(pointer);
  return list === "risks" && rest.length > 0 ? `What is said of ${row}` : pointerWords(pointer);
}
