/** The rows of an answer: values by column, as text. */

export type Row = Record<string, string>;

export function isBlankRow(row: Row): boolean {
  return Object.values(row).every((value) => value.trim() === "");
}

/** The row with a value set, or taken out where it is empty. */
export function withValue(row: Row, column: string, value: string): Row {
  const others = Object.entries(row).filter(([key]) => key !== column);
  return Object.fromEntries(value === "" ? others : [...others, [column, value]]);
}
