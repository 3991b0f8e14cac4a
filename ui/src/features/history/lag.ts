/** The distance between the day that a record speaks of and the day on which it was recorded. */
import type { RiskThen } from "../../backend";
import { count } from "../../shared/text/count";

const DAY = 24 * 60 * 60 * 1000;

/** An instant as a civil date on this computer's calendar. */
export function localDay(instant: string): string {
  const time = new Date(instant);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** How many days after `day` it was recorded; 0 if on that day or before. */
export function lagDays(day: string, recordedAt: string): number {
  const from = Date.parse(`${day}T00:00:00Z`);
  const until = Date.parse(`${localDay(recordedAt)}T00:00:00Z`);
  return Math.max(0, Math.round((until - from) / DAY));
}

/** "Recorded 77 days later"; null where there is no lag to speak of. */
export function lagWords(day: string, recordedAt: string): string | null {
  const days = lagDays(day, recordedAt);
  return days === 0 ? null : `Recorded ${count(days, "day")} later`;
}

/** The first rating, if all of them were rated on one day and recorded at one instant. */
export function sameRating(risks: readonly RiskThen[]): RiskThen | undefined {
  const [first] = risks;
  const same = risks.every(
    (one) => one.rated_on === first?.rated_on && one.recorded_at === first.recorded_at,
  );
  return same ? first : undefined;
}
