import { describe, expect, it } from "vitest";
import { filtered, pressed, sorted, type Column } from "./rows";

type Row = { number: string; name: string; rank: number };
const columns: Column<Row>[] = [
  { id: "number", title: "Risk", text: (row) => row.number, sortBy: (row) => row.number },
  { id: "name", title: "Name", text: (row) => row.name, sortBy: (row) => row.name },
  {
    id: "rank",
    title: "Rank",
    text: (row) => `${row.rank}`,
    sortBy: (row) => row.rank,
    first: "descending",
  },
  { id: "note", title: "Note", text: () => "none" },
];
const rows: Row[] = [
  { number: "R-10", name: "Token theft", rank: 40 },
  { number: "R-9", name: "ransomware", rank: 100 },
  { number: "R-2", name: "Stolen laptop", rank: 40 },
];
const numbers = (list: Row[]) => list.map((row) => row.number);

describe("sorting", () => {
  it("orders numbers inside words by their value", () => {
    const order = sorted(rows, columns, { column: "number", direction: "ascending" });
    expect(numbers(order)).toEqual(["R-2", "R-9", "R-10"]);
  });

  it("ignores case in words", () => {
    const order = sorted(rows, columns, { column: "name", direction: "ascending" });
    expect(numbers(order)).toEqual(["R-9", "R-2", "R-10"]);
  });

  it("keeps equal rows in their order, both ways, and leaves the given rows alone", () => {
    const before = numbers(rows);
    const down = sorted(rows, columns, { column: "rank", direction: "descending" });
    const up = sorted(rows, columns, { column: "rank", direction: "ascending" });
    expect(numbers(down)).toEqual(["R-9", "R-10", "R-2"]);
    expect(numbers(up)).toEqual(["R-10", "R-2", "R-9"]);
    expect(numbers(rows)).toEqual(before);
  });

  it("leaves the order alone for a column that does not sort", () => {
    const order = sorted(rows, columns, { column: "note", direction: "ascending" });
    expect(numbers(order)).toEqual(numbers(rows));
  });

  it("starts a column in its own direction and turns on the second press", () => {
    const rank = columns[2] as Column<Row>;
    const once = pressed({ column: "number", direction: "ascending" }, rank);
    expect(once).toEqual({ column: "rank", direction: "descending" });
    expect(pressed(once, rank)).toEqual({ column: "rank", direction: "ascending" });
  });
});

describe("filtering", () => {
  it.each([
    ["", ["R-10", "R-9", "R-2"]],
    ["THEFT", ["R-10"]],
    ["40 r-", ["R-10", "R-2"]],
    ["laptop 100", []],
  ])("finds %j in whatever column, all words", (filter, expected) => {
    expect(numbers(filtered(rows, columns, filter))).toEqual(expected);
  });
});
