/** The audit trail as it is being read: a filter, and the pages read so far. */
import {
  call,
  failureOf,
  type AuditFilter,
  type AuditList,
  type AuditVerified,
  type Failure,
} from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";

/** How many lines a page holds. */
export const PAGE = 100;

export class Trail {
  filter = $state.raw<AuditFilter>({});
  /** Reading an older page, apart from reading the first one. */
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly list: Resource<AuditList>;

  constructor(filter: AuditFilter) {
    this.filter = filter;
    this.list = new Resource(() => call("audit::list", { filter: this.filter, limit: PAGE }));
  }

  /** Whether lines that pass the filter are older than the last one shown. */
  get more(): boolean {
    const list = this.list.value;
    return list !== null && list.lines.length < list.total;
  }

  /** Shows the lines that pass another filter. */
  async choose(filter: AuditFilter): Promise<void> {
    this.filter = filter;
    await this.list.refresh();
  }

  /** Puts the next older page below. */
  async earlier(): Promise<void> {
    const shown = this.list.value;
    const before = shown?.lines.at(-1)?.sequence;
    if (this.busy || shown === null || before === undefined) return;
    this.busy = true;
    this.failure = null;
    const { filter } = this;
    try {
      const older = await call("audit::list", { filter, before, limit: PAGE });
      if (filter === this.filter) {
        this.list.put({ ...older, lines: [...shown.lines, ...older.lines] });
      }
    } catch (thrown) {
      this.failure = failureOf(thrown);
    } finally {
      this.busy = false;
    }
  }
}

/** Whether the trail holds: not asked, being checked, or answered. */
export class TrailCheck {
  busy = $state(false);
  answer = $state.raw<AuditVerified | null>(null);
  failure = $state.raw<Failure | null>(null);

  async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      this.answer = await call("audit::verify", {});
    } catch (thrown) {
      this.failure = failureOf(thrown);
    } finally {
      this.busy = false;
    }
  }
}
