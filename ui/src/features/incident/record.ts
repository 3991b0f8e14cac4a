/** What happened in an incident, written into its record. */
import type { Incident } from "../../backend";

/** With the time of an event; null takes it back. */
export function withMoment(one: Incident, event: string, at: string | null): Incident {
  const others = (one.moments ?? []).filter((moment) => moment.event !== event);
  return { ...one, moments: at === null ? others : [...others, { event, at }] };
}

/** With the time at which a duty was done; null takes it back. What is done was needed. */
export function withDone(one: Incident, timeframe: string, at: string | null): Incident {
  const others = (one.done ?? []).filter((row) => row.timeframe !== timeframe);
  const done = at === null ? others : [...others, { timeframe, at }];
  const not_needed = (one.not_needed ?? []).filter((row) => row.timeframe !== timeframe);
  return { ...one, done, not_needed };
}

/** With the reason why a duty was not needed; null takes it back. */
export function withNotNeeded(one: Incident, timeframe: string, reason: string | null): Incident {
  const others = (one.not_needed ?? []).filter((row) => row.timeframe !== timeframe);
  const not_needed = reason === null ? others : [...others, { timeframe, reason }];
  return { ...one, done: one.done ?? [], not_needed };
}
