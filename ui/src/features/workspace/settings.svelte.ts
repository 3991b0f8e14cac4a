/** How the workspace is set up, and whether it lies where it is safe. */
import { call, type PlaceView, type SettingsView } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { Autosave } from "../../shared/save/autosave.svelte";

export const settings = lasting(new Resource<SettingsView>(() => call("workspace::settings", {})));

export const place = lasting(new Resource<PlaceView>(() => call("workspace::place", {})));

/** The fewest and the most minutes that the core takes. */
export const MINUTES = { least: 1, most: 240 };

/** The whole minutes that were typed; null where they are none that the core takes. */
export function minutesOf(typed: string): number | null {
  if (!/^\s*\d{1,3}\s*$/.test(typed)) return null;
  const minutes = Number(typed);
  return minutes >= MINUTES.least && minutes <= MINUTES.most ? minutes : null;
}

/** The settings while a person changes them; saved by themselves. */
export class SettingsDraft {
  minutes = $state("");
  dailyBackup = $state(true);
  readonly autosave: Autosave;
  #revision: number;

  constructor({ settings, revision }: SettingsView) {
    this.minutes = String(settings.idle_lock_minutes);
    this.dailyBackup = settings.daily_backup;
    this.#revision = revision;
    this.autosave = new Autosave({
      write: () => this.#write(),
      ready: () => minutesOf(this.minutes) !== null,
    });
  }

  async #write(): Promise<void> {
    const minutes = minutesOf(this.minutes);
    if (minutes === null) return;
    const saved = await call("workspace::save_settings", {
      settings: { idle_lock_minutes: minutes, daily_backup: this.dailyBackup },
      based_on_revision: this.#revision,
    });
    this.#revision = saved.revision;
    settings.put(saved);
  }
}
