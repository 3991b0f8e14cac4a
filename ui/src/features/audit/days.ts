/** The lines of the trail by the day on which they were recorded, on this computer's calendar. */
import type { AuditLine } from "../../backend";

export type Day = { day: string; lines: AuditLine[] };

const LONG_DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** Consecutive lines of the same local day together; the order stays. */
export function byDay(lines: readonly AuditLine[], format = LONG_DAY): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const day = format.format(new Date(line.recorded_at));
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
