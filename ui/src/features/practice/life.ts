/** The life of a practice: proposed, in use, ended; and what may be done at each time. */
import type { Practice } from "../../backend";

export type LifeAct = "start" | "end" | "remove";
type ActWords = { verb: string; about: string; day?: string };

export const ACTS: Record<LifeAct, ActWords> = {
  start: {
    verb: "Take it into use",
    about: "From this day each time it is applied is recorded.",
    day: "First day",
  },
  end: {
    verb: "End it",
    about: "Its record stays as long as the law asks. If it begins again, register a new one.",
    day: "Last day",
  },
  remove: {
    verb: "Remove it",
    about: "It was never in use, so that nothing is lost but what was typed here.",
  },
};

/** What may be done; a practice that was in use, applied or decided is never removed. */
export function actsOf({ state, application }: Practice, locked: boolean): LifeAct[] {
  if (state === "active") return ["end"];
  if (state === "ended") return [];
  const untouched = (application.records ?? []).length === 0 && !locked;
  return untouched ? ["start", "remove"] : ["start"];
}

/** "In use since 2 June 2026.", with days as `words` writes them. */
export function standing(
  { state, start_date, end_date }: Practice,
  words: (day: string) => string,
): string {
  if (state === "proposed") {
    const planned = start_date ? ` Its first day is planned for ${words(start_date)}.` : "";
    return `Proposed: nobody applies it yet.${planned}`;
  }
  const since = start_date ? ` since ${words(start_date)}` : "";
  if (state === "active") return `In use${since}.`;
  return `Ended${end_date ? ` on ${words(end_date)}` : ""}; it was in use${since}.`;
}
