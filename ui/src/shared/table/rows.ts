/** Sorting and filtering of a table's rows: pure, so that a test can show each rule. */
import type { Snippet } from "svelte";

export type Column<Row> = {
  id: string;
  title: string;
  /** What the cell says: shown where there is no `cell`, and what the filter reads. */
  text: (row: Row) => string;
  cell?: Snippet<[Row]>;
  /** What a row's link is called beside its number, for those who hear links out of their table. */
  name?: (row: Row) => string;
  /** What the column sorts by; a column without it does not sort. */
  sortBy?: (row: Row) => string | number;
  /** The order of the first press: numbers and levels are looked at from the top. */
  first?: Direction;
  align?: "start" | "end";
};

export type Direction = "ascending" | "descending";
export type Sort = { column: string; direction: Direction };

const WORDS = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The rows in the order asked for; rows that are equal keep their order. */
export function sorted<Row>(rows: readonly Row[], columns: Column<Row>[], sort: Sort): Row[] {
  const by = columns.find((column) => column.id === sort.column)?.sortBy;
  if (by === undefined) return [...rows];
  const sign = sort.direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => sign * compare(by(a), by(b)));
}

/** The rows in which every word of the filter is found, in whatever column. */
export function filtered<Row>(rows: readonly Row[], columns: Column<Row>[], filter: string): Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...rows];
  return rows.filter((row) => {
    const text = columns
      .map((column) => column.text(row))
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The sort after a press on a column's heading. */
export function pressed<Row>(sort: Sort, column: Column<Row>): Sort {
  if (sort.column !== column.id) {
    return { column: column.id, direction: column.first ?? "ascending" };
  }
  const direction = sort.direction === "ascending" ? "descending" : "ascending";
  return { column: column.id, direction };
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return WORDS.compare(String(a), String(b));
}
