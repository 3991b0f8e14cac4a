import { describe, expect, it } from "vitest";
import type { Practice, PracticeDetail } from "../../../backend";
import { blankCase, onlyOf, reaching, reasoned, risksTo, savable, stored } from "./content";

/** As the core sends one in which nothing is said: empty lists are left out. */
const BARE = {
  id: "1",
  number: "PR-0009",
  title: "Hold a client",
  description: "",
  state: "proposed",
  emergency: false,
  scope: {},
  application: { not_yet_applied: false },
} as unknown as Practice;

const { fields: whole } = stored({ practice: BARE, revision: 3 } as PracticeDetail);

describe("a practice on its forms", () => {
  it("has the lists that the core leaves out, at the revision it came with", () => {
    const { fields, revision } = stored({ practice: BARE, revision: 3 } as PracticeDetail);
    expect(revision).toBe(3);
    expect([fields.risks, fields.alternatives, fields.reviews]).toEqual([[], [], []]);
    expect(fields.application).toMatchObject({ rule: "", records: [], training: [] });
    expect(fields.application.differentiators).toBeUndefined();
  });

  it("sends no row that says nothing", () => {
    const sent = savable(
      {
        ...whole,
        alternatives: [
          { description: "", reason: " " },
          { description: "A reminder", reason: "" },
        ],
        scope_reasons: [{ dimension: "data", reason: " " }],
        application: {
          ...whole.application,
          named_requestors: [{ name: "" }, { name: "App Z" }],
          training: [
            { role: "API Lead", completed_on: "" },
            { role: "API Lead", completed_on: "2026-10-01" },
          ],
        },
      },
      whole,
    );
    expect(sent.alternatives).toEqual([{ description: "A reminder", reason: "" }]);
    expect(sent.scope_reasons).toEqual([]);
    expect(sent.application.named_requestors).toEqual([{ name: "App Z" }]);
    expect(sent.application.training).toHaveLength(1);
  });

  it.each([
    ["not answered", undefined, undefined],
    ["answered with none", [], []],
    [
      "not answered, while the only row is blank",
      [{ kind: "revenue", description: "" }],
      undefined,
    ],
    [
      "answered with what is said",
      [
        { kind: "revenue", description: "Payers wait." },
        { kind: "behaviour", description: " " },
      ],
      [{ kind: "revenue", description: "Payers wait." }],
    ],
  ] as const)("is, as to what the rule depends on, %s", (_, rows, expected) => {
    const differentiators = rows && [...rows];
    const application = { ...whole.application, differentiators };
    expect(savable({ ...whole, application }, whole).application.differentiators).toEqual(expected);
  });

  it.each([
    ["a person without a day", { by: "P-001", on: "", record: "" }],
    ["a day without a person", { by: "", on: "2026-05-12", record: "" }],
  ])("keeps the stored decision while the new one is %s", (_, decision) => {
    const now = { ...whole, decision: { by: "P-002", on: "2026-01-02", record: "Minutes" } };
    expect(savable({ ...whole, decision }, now).decision).toEqual(now.decision);
    expect(savable({ ...whole, decision }, whole).decision).toBeUndefined();
  });

  it("rests on nothing new while no policy is chosen", () => {
    const none = { policy: { policy: "", version: "", statements: [] } };
    const now = { case: blankCase() };
    expect(savable({ ...whole, basis: none }, { ...whole, basis: now }).basis).toEqual(now);
    const chosen = { policy: { policy: "POL-25", version: "1.1", statements: [] } };
    expect(savable({ ...whole, basis: chosen }, whole).basis).toEqual(chosen);
  });

  it("keeps what was said of a risk that stays", () => {
    const links = [{ risk: "R-0001", explanation: "It stops it." }];
    expect(risksTo(links, ["R-0002", "R-0001"])).toEqual([
      { risk: "R-0002", explanation: "" },
      { risk: "R-0001", explanation: "It stops it." },
    ]);
  });

  it("reads and writes the reach of a dimension; what is left out has no limit", () => {
    expect(onlyOf({}, "data")).toBeNull();
    expect(onlyOf({ data: "all" }, "data")).toBeNull();
    const some = reaching({ time: "all" }, "data", ["notes"]);
    expect(some).toEqual({ time: "all", data: { only: ["notes"] } });
    expect(onlyOf(some, "data")).toEqual(["notes"]);
    expect(reaching(some, "data", null).data).toBe("all");
  });

  it("has one reason for each dimension, and none where nothing is said", () => {
    const one = reasoned([], "data", "It cannot be told apart.");
    expect(reasoned(one, "data", "Other")).toEqual([{ dimension: "data", reason: "Other" }]);
    expect(reasoned(one, "data", "")).toEqual([]);
  });
});
