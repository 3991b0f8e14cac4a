/** Dates and times as people read them. Civil dates are `YYYY-MM-DD`; instants are RFC 3339. */
const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const SHORT_DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "2026-11-21" → "21 November 2026"; what is no date stays as it is. */
export function civilDate(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : DAY.format(day);
}

/** "2026-11-21" → "21 Nov 2026": for the columns of a table. */
export function shortDate(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : SHORT_DAY.format(day);
}

/** A sentence of the core with its civil dates written out. */
export function withCivilDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, civilDate);
}

/** Today on this computer, as a civil date. */
export function today(): string {
  const now = new Date();
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** The civil date so many days later; empty for what is no date. */
export function daysAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) return "";
  return new Date(time + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** An instant on the wall clock of this computer: "21 November 2026 at 10:42". */
export function moment(instant: string): string {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant : MOMENT.format(time);
}

/** "10:42". */
export function clock(time: Date): string {
  return CLOCK.format(time);
}
