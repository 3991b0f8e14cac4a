/** Whether the newest backup is so old that the first screen says so. */
import type { BackupList } from "../../backend";

const DAY = 24 * 60 * 60 * 1000;
/** How many days a backup may be old before anybody is told. */
const OLDEST = 7;

/** The sentence for the first screen; null where nothing needs to be said. */
export function backupNotice({ backups, folder }: BackupList, now: Date): string | null {
  // Without a folder of its own the program keeps none: a script's business, not the person's.
  if (folder === undefined) return null;
  const [newest] = backups;
  if (newest === undefined) return "There is no backup of this workspace yet";
  const days = Math.floor((now.getTime() - new Date(newest.made_at).getTime()) / DAY);
  return days > OLDEST ? `The newest backup is ${days} days old` : null;
}
