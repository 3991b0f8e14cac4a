/** The registers of a policy as its pages read them: exceptions by their state, and who has read a version. */
import type { Acknowledgement, PolicyDetail, PolicyException } from "../../../backend";
import type { StateWords } from "../../../shared/state/words";
import { civilDate } from "../../../shared/text/dates";

type Row = { id: string; cells: string[] };

/** Where an exception stands on a day: its last day counts still. */
export function exceptionState(one: PolicyException, on: string): StateWords {
  if (one.ended) return { words: "Ended", tone: "quiet", icon: "none" };
  if (one.until < on) return { words: "Expired", tone: "fault", icon: "stale" };
  if (on < one.from) return { words: "To come", tone: "quiet", icon: "clock" };
  return { words: "Open", tone: "open", icon: "judgement" };
}

/** Whether it can be ended before its day. */
export function mayEnd(one: PolicyException, on: string): boolean {
  return one.ended === undefined && on <= one.until;
}

/** How long an exception lasts at most: twelve months after its first day; empty for what is no day. */
export function latestEnd(from: string): string {
  const [year = "", month = "", day = ""] = from.split("-");
  if (!/^\d{4}$/.test(year)) return "";
  // The last day of February is not there every year.
  return `${Number(year) + 1}-${month}-${month === "02" && day === "29" ? "28" : day}`;
}

/** Whether a version is or was followed: only then it is given out, departed from and read. */
export function wasInForce({ version }: PolicyDetail): boolean {
  return ["effective", "superseded", "retired", "archived"].includes(version.status);
}

/** Everybody who has read it, newest first. */
export function readerRows(read: readonly Acknowledgement[]): Row[] {
  return read
    .map((one, place) => ({ one, place }))
    .sort((a, b) => b.one.on.localeCompare(a.one.on) || a.one.who.localeCompare(b.one.who))
    .map(({ one, place }) => ({
      id: `reader-${place}`,
      cells: [one.who, civilDate(one.on), one.how],
    }));
}

/** Those of the names who have not read it yet. */
export function unread(names: readonly string[], read: readonly Acknowledgement[]): string[] {
  const known = new Set(read.map(({ who }) => who.trim().toLowerCase()));
  return names.filter((name) => !known.has(name.trim().toLowerCase()));
}
