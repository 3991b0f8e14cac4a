import { describe, expect, it } from "vitest";
import { safeguardRows } from "../../../tests/fake/safeguards";
import { isSettled, ofShow, sections } from "./list";

describe("the list of safeguards", () => {
  const rows = safeguardRows();

  it("puts each specification under its standard, in the order of the rule", () => {
    const all = sections(rows, rows);
    expect(all.map(({ category }) => category)).toEqual([
      "administrative",
      "physical",
      "technical",
      "organizational",
      "policies_procedures_documentation",
    ]);
    const shown = all.flatMap(({ groups }) =>
      groups.flatMap(({ standard, specifications }) => [standard, ...specifications]),
    );
    expect(shown).toHaveLength(68);
  });

  it("keeps the standard of what a filter finds", () => {
    const addressable = ofShow(rows, "addressable");
    const found = sections(rows, addressable).flatMap(({ groups }) => groups);
    expect(addressable.length).toBe(22);
    expect(found.every(({ specifications }) => specifications.length > 0)).toBe(true);
  });

  it("counts an item as settled only with a status and a whole decision", () => {
    const [row] = ofShow(rows, "addressable");
    if (row === undefined) throw new Error("no addressable item");
    const status = {
      safeguard: row.safeguard.citation,
      status: "in_place" as const,
      note: "",
      policies: [],
      evidence: [],
      carried: false,
    };
    expect(isSettled({ ...row, status, decision_lacks: ["decision"] })).toBe(false);
    expect(isSettled({ ...row, status: null, decision_lacks: [] })).toBe(false);
    expect(isSettled({ ...row, status, decision_lacks: [] })).toBe(true);
  });
});
