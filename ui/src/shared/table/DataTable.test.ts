import { render, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import DataTable from "./DataTable.svelte";
import type { Column } from "./rows";

type Row = { number: string; name: string };
const columns: Column<Row>[] = [
  { id: "number", title: "Risk", text: (row) => row.number, sortBy: (row) => row.number },
  { id: "name", title: "Name", text: (row) => row.name },
];
const rows: Row[] = [
  { number: "R-2", name: "Stolen laptop" },
  { number: "R-1", name: "Ransomware" },
];

function show(some = rows) {
  return render(DataTable<Row>, {
    caption: "Risk register",
    rows: some,
    columns,
    key: (row: Row) => row.number,
    sort: { column: "number", direction: "ascending" },
    href: (row: Row) => `#/risks/${row.number}`,
    filterLabel: "Filter risks",
  });
}

describe("DataTable", () => {
  it("is named by its caption and says how it is sorted", async () => {
    const { getByRole, getAllByRole } = show();
    expect(getByRole("table", { name: "Risk register" })).toBeTruthy();
    const heading = getByRole("columnheader", { name: "Risk" });
    expect(heading.getAttribute("aria-sort")).toBe("ascending");
    expect(getByRole("columnheader", { name: "Name" }).hasAttribute("aria-sort")).toBe(false);

    await userEvent.click(within(heading).getByRole("button"));
    expect(heading.getAttribute("aria-sort")).toBe("descending");
    expect(getAllByRole("rowheader").map((cell) => cell.textContent?.trim())).toEqual([
      "R-2",
      "R-1",
    ]);
  });

  it("walks the rows with the arrow keys", async () => {
    const { getByRole } = show();
    getByRole("link", { name: "R-1" }).focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(getByRole("link", { name: "R-2" }));
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(getByRole("link", { name: "R-2" }));
  });

  it("says what a filter found, and offers all rows where it found none", async () => {
    const { getByRole, queryAllByRole } = show();
    const box = getByRole("searchbox", { name: "Filter risks" });
    await userEvent.type(box, "lap");
    expect(getByRole("status").textContent).toBe("1 of 2");
    await userEvent.type(box, "xx");
    expect(queryAllByRole("rowheader")).toHaveLength(0);
    await userEvent.click(getByRole("button", { name: "Show all" }));
    expect(queryAllByRole("rowheader")).toHaveLength(2);
  });

  it("draws a part of 5,000 rows, and finds them all", async () => {
    const many = Array.from({ length: 5000 }, (_, n) => ({
      number: `R-${String(n + 1).padStart(4, "0")}`,
      name: n === 4321 ? "Flood" : "Theft",
    }));
    const { getByRole, getAllByRole } = show(many);
    expect(getAllByRole("rowheader").length).toBeLessThan(200);
    expect(getByRole("table").getAttribute("aria-rowcount")).toBe("5001");
    expect(getByRole("row", { name: /R-0001/ }).getAttribute("aria-rowindex")).toBe("2");
    await userEvent.type(getByRole("searchbox", { name: "Filter risks" }), "flood");
    expect(getAllByRole("rowheader").map((cell) => cell.textContent?.trim())).toEqual(["R-4322"]);
  });

  it("says so where there is nothing at all", () => {
    expect(show([]).getByText("Nothing here yet.")).toBeTruthy();
  });
});
