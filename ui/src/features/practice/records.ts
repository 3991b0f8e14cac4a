/** The records of a practice as its page reads them. */
import type { ApplicationRecord, Consistency, PracticeOptions } from "../../backend";
import { civilDate } from "../../shared/text/dates";

type Row = { id: string; cells: string[] };

/** Newest first, each with what was done and where the rule was not followed. */
export function recordRows(
  records: readonly ApplicationRecord[],
  people: PracticeOptions["people"],
): Row[] {
  return records
    .map((one, place) => ({ one, place }))
    .sort((a, b) => b.one.on.localeCompare(a.one.on) || b.place - a.place)
    .map(({ one, place }) => ({ id: `record-${place}`, cells: cellsOf(one, people) }));
}

/** The classes with their counts; the rate is of the records that say whether access was limited. */
export function rateRows({ classes }: Consistency): Row[] {
  return classes.map(({ requestor_class, applied, restricted, unknown }) => ({
    id: `class-${requestor_class}`,
    cells: [
      requestor_class || "Not named",
      String(applied),
      String(restricted),
      String(unknown),
      rate(restricted, applied - unknown),
    ],
  }));
}

/** "2 of 3 (67 %)"; what nobody recorded has no rate. */
export function rate(limited: number, known: number): string {
  return known === 0
    ? "no rate"
    : `${limited} of ${known} (${Math.round((100 * limited) / known)} %)`;
}

function cellsOf(one: ApplicationRecord, people: PracticeOptions["people"]): string[] {
  return [
    civilDate(one.on),
    one.requestor_class || "Not named",
    one.outcome,
    one.restricted === undefined ? "not recorded" : one.restricted ? "yes" : "no",
    deviationWords(one.deviation, people),
  ];
}

function deviationWords(
  deviation: ApplicationRecord["deviation"],
  people: PracticeOptions["people"],
): string {
  if (!deviation) return "as written";
  const { approved_by: by, reason } = deviation;
  const name = people.find(({ number }) => number === by)?.name ?? by;
  return `Not followed: ${reason} ${name ? `(approved by ${name})` : "(approved by nobody)"}`;
}
