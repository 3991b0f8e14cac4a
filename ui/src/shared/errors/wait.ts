/** How long to wait after too many wrong passphrases. */
import type { Failure } from "../../backend";

/** The seconds that the core asks to wait; 0 for every other failure. */
export function secondsToWait(failure: Failure | null): number {
  if (failure?.code !== "too_many_tries") return 0;
  const limits = failure.fields.map((one) => Number(one.limit));
  const limit = limits.find((seconds) => Number.isFinite(seconds) && seconds > 0);
  if (limit !== undefined) return Math.ceil(limit);
  const named = /(\d+)\s*(second|minute)/.exec(`${failure.message} ${failure.hint ?? ""}`);
  if (named === null) return 0;
  return Number(named[1]) * (named[2] === "minute" ? 60 : 1);
}

/** "1 second", "45 seconds", "2 min 5 s". */
export function waitWords(seconds: number): string {
  if (seconds < 100) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const rest = seconds % 60;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}
