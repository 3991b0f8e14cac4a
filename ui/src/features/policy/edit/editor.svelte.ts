/** A draft on its page: the content while it is typed, which parts are open, and what is amiss where. */
import { call, type Gates, type PolicyDetail, type PolicyVersion } from "../../../backend";
import { RecordDraft } from "../../../shared/conflict/draft.svelte";
import { pointerWords } from "../../../shared/conflict/conflict";
import { sentence } from "../../../shared/text/count";
import { rowOf, sectionOf } from "../pointer";
import type { OpenPolicy } from "../policy.svelte";
import { savable, stored } from "./content";

/** How long the person must pause before the whole content is saved, in milliseconds. */
const PAUSE = 1000;

export class Editor {
  readonly draft: RecordDraft<PolicyVersion>;
  /** Sections and statements whose form is open, by id. */
  open = $state.raw<readonly string[]>([]);
  #gates: () => Gates | null;

  constructor(detail: PolicyDetail, policy: OpenPolicy) {
    const { row, version } = detail;
    const name = { number: row.number, version: version.number };
    this.#gates = () => policy.gates.value;
    this.draft = new RecordDraft<PolicyVersion>(stored(detail), {
      savable,
      pause: PAUSE,
      read: async () => stored(await call("policy::get", name)),
      write: async (content, based_on_revision) => {
        const request = { policy: row.number, content, based_on_revision };
        const saved = await call("policy::save", request);
        policy.saved(saved);
        return stored(saved);
      },
    });
  }

  get version(): PolicyVersion {
    return this.draft.fields;
  }

  get roles(): string[] {
    return this.version.roles.map(({ role }) => role);
  }

  set<K extends keyof PolicyVersion>(key: K, value: PolicyVersion[K]): void {
    this.draft.set(key, value);
  }

  /** What keeps the version back at exactly this place; of what was saved last. */
  errorAt(path: string): string | null {
    const row = this.#gates()?.rows.find((one) => !one.warning && one.path === path);
    return row ? sentence(row.words) : null;
  }

  isOpen(id: string): boolean {
    return this.open.includes(id);
  }

  begin(id: string): void {
    if (!this.isOpen(id)) this.open = [...this.open, id];
  }

  end(id: string): void {
    this.open = this.open.filter((one) => one !== id);
  }

  /** Whether what two people changed is in this section or statement. */
  isDisputed(id: string): boolean {
    const pointers = this.draft.failure?.conflicts.map(({ field }) => field) ?? [];
    return pointers.some((one) => {
      const section = sectionOf(one);
      return section === id || (section === "statements" && one.split("/")[2] === id);
    });
  }

  /** Opens the form that holds a place. */
  show(path: string): void {
    const section = sectionOf(path);
    const id = section === "statements" ? rowOf(path, this.version) : section;
    if (id !== undefined) this.begin(id);
  }
}

/** What a field is called where two people changed it: "Text of S-02". */
export function placeWords(pointer: string): string {
  const [list = "", row = "", ...rest] = pointer.split("/").filter(Boolean);
  if (row === "" || rest.length === 0) return pointerWords(pointer);
  return `${pointerWords(rest.join("/"))} of ${list === "statements" ? row : `“${row}”`}`;
}
