/** Incidents and their clocks in words. */
import type { Clock, IncidentDetail, IncidentRow, Phase } from "../../backend";
import type { StateWords } from "../../shared/state/words";
import { civilDate, moment } from "../../shared/text/dates";

export const CLOCKS: Record<Clock["state"], StateWords> = {
  not_started: { words: "Not started", tone: "quiet", icon: "none" },
  running: { words: "Running", tone: "open", icon: "clock" },
  overdue: { words: "Overdue", tone: "fault", icon: "fault" },
  kept: { words: "Kept", tone: "met", icon: "met" },
  missed: { words: "Missed", tone: "fault", icon: "stale" },
  not_needed: { words: "Not needed", tone: "quiet", icon: "none" },
  not_measurable: { words: "Cannot be measured", tone: "quiet", icon: "judgement" },
};

export const PHASES: Record<Phase, string> = {
  identify: "Identify",
  respond: "Respond",
  address: "Address",
  govern: "Upkeep",
};

export const SEVERITIES = [
  { value: "", label: "Not set" },
  ...["1", "2", "3", "4"].map((value) => ({
    value,
    label: value === "1" ? "1, the worst" : value,
  })),
];

/** "1 overdue, 2 running, 3 kept": what is urgent first; what there is none of is left out. */
export function tally({ overdue, running, missed, kept }: IncidentRow): string {
  const parts: [number, string][] = [
    [overdue, "overdue"],
    [running, "running"],
    [missed, "missed"],
    [kept, "kept"],
  ];
  const present = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return present.join(", ") || "no clock has started";
}

export function stateOf({ open, overdue }: IncidentRow): StateWords {
  if (!open) return { words: "Closed", tone: "quiet", icon: "met" };
  return overdue > 0
    ? { words: "Open, overdue", tone: "fault", icon: "fault" }
    : { words: "Open", tone: "open", icon: "clock" };
}

/** "An incident", "A drill", with its severity if it is set. */
export function kindWords(drill: boolean, severity: string | null | undefined): string {
  const kind = drill ? "A drill" : "An incident";
  return severity ? `${kind} of severity ${severity}` : kind;
}

/** What the clock rests on: when it started and is due, or what it waits for. */
export function clockLines(clock: Clock): string[] {
  const started = clock.started
    ? `${clock.trigger}: ${moment(clock.started)}`
    : `Starts at: ${clock.trigger}`;
  return [started, clock.due ? `Due ${moment(clock.due)}` : null].filter((one) => one !== null);
}

/** How an ended incident ended; null while it is open. */
export function endWords(
  { incident: { outcome } }: IncidentDetail,
  nameOf: (person: string) => string,
): string | null {
  return outcome ? `${outcome.text} (${nameOf(outcome.by)}, ${civilDate(outcome.on)})` : null;
}
