import { describe, expect, it } from "vitest";
import type { PolicyDetail, Statement } from "../../../backend";
import { effectOf, kindOf, linkedTo, nextNumber, savable, stored, withRole } from "./content";

const statement: Statement = {
  id: "1",
  number: "S-01",
  role: "Incident Lead",
  text: "Incident Lead shall act within 1 hour of declaration.",
  restricts_ehi: false,
};

describe("the content of a draft", () => {
  it.each([
    [[], "S-01"],
    [["S-01", "S-14"], "S-15"],
    [["S-03", "S-01"], "S-04"],
    [["S-99"], "S-100"],
  ])("after %j comes %s", (taken, next) =>
    expect(
      nextNumber(
        "S",
        taken.map((number) => ({ number })),
      ),
    ).toBe(next),
  );

  it("puts another role at the front of the sentence, and only there", () => {
    expect(withRole(statement, "IT Lead").text).toBe(
      "IT Lead shall act within 1 hour of declaration.",
    );
    const other = { ...statement, text: "Somebody shall act." };
    expect(withRole(other, "IT Lead").text).toBe("Somebody shall act.");
    expect(withRole({ ...statement, text: " " }, "IT Lead").text).toBe("IT Lead shall ");
  });

  it("keeps what a link says while others come and go", () => {
    const links = [{ risk: "R-1", effect: { lowers_impact: 2 } }, { risk: "R-2" }];
    expect(linkedTo(links, ["R-1", "R-3"])).toEqual([
      { risk: "R-1", effect: { lowers_impact: 2 } },
      { risk: "R-3" },
    ]);
  });

  it("reads each effect by its kind", () => {
    for (const kind of ["lowers_likelihood", "lowers_impact", "detects", "recovers"] as const) {
      expect(kindOf(effectOf(kind))).toBe(kind);
    }
    expect(kindOf(undefined)).toBe("");
  });

  it("has the lists that the core leaves out, and sends no empty line", () => {
    const bare = {
      scope: { text: "" },
      statements: [statement],
    } as unknown as PolicyDetail["version"];
    const { fields } = stored({ version: bare, revision: 3 } as PolicyDetail);
    expect(fields.timeframes).toEqual([]);
    expect(fields.statements[0]?.risks).toEqual([]);
    expect(savable({ ...fields, related: ["a", " ", ""] }).related).toEqual(["a"]);
  });
});
