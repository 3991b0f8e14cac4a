/** The backups of the workspace, and making, looking into and restoring one. */
import {
  call,
  type BackupList,
  type BackupPreview,
  type BackupReason,
  type RestoreChange,
  type RestoreKind,
} from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { count } from "../../shared/text/count";

export const backups = lasting(new Resource<BackupList>(() => call("backup::list", {})));

export const REASONS: Record<BackupReason, string> = {
  daily: "First opening of the day",
  migration: "Before an update of the file",
  before_restore: "Before a backup was restored",
  request: "Somebody asked for it",
};

export type ChangeGroup = { kind: RestoreKind; title: string; changes: RestoreChange[] };

const TITLES: [RestoreKind, string][] = [
  ["goes_away", "Goes away"],
  ["changes", "Gets its earlier content"],
  ["comes_back", "Comes back"],
];

/** The changes by what happens to the record, what is lost first; empty groups left out. */
export function grouped(changes: readonly RestoreChange[]): ChangeGroup[] {
  return TITLES.map(([kind, title]) => ({
    kind,
    title,
    changes: changes.filter((one) => one.change === kind),
  })).filter((group) => group.changes.length > 0);
}

/** What restoring takes away and gives back, in a sentence. */
export function restoreWords({ changes }: BackupPreview): string {
  const of = (kind: RestoreKind) => changes.filter((one) => one.change === kind).length;
  const parts = [
    phrase(of("goes_away"), "goes away", "go away"),
    phrase(of("changes"), "gets its earlier content", "get their earlier content"),
    phrase(of("comes_back"), "comes back", "come back"),
  ].filter((part) => part !== null);
  return parts.length === 0 ? "Nothing would change." : `${parts.join("; ")}.`;
}

/** "/residual/initiation" → "residual › initiation": a field as people read it. */
export function fieldWords(pointer: string): string {
  return pointer.split("/").filter(Boolean).join(" › ").replaceAll("_", " ");
}

function phrase(n: number, one: string, many: string): string | null {
  return n === 0 ? null : `${count(n, "record")} ${n === 1 ? one : many}`;
}
