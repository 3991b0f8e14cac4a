import { describe, expect, it } from "vitest";
import type { Practice } from "../../backend";
import { levelChange, riskOptions } from "./edit/risks";
import { actsOf, standing } from "./life";
import { rate, rateRows, recordRows } from "./records";

const PEOPLE = [{ number: "P-001", name: "Dana Whitfield" }];

describe("the records of a practice", () => {
  it("stand newest first, with who approved what was not followed", () => {
    const rows = recordRows(
      [
        { on: "2026-07-01", requestor_class: "apps", outcome: "Stopped.", restricted: true },
        {
          on: "2026-08-11",
          requestor_class: "",
          outcome: "Warned.",
          deviation: { reason: "At night.", approved_by: "P-001" },
        },
        {
          on: "2026-08-11",
          requestor_class: "apps",
          outcome: "Let through.",
          restricted: false,
          deviation: { reason: "Forgotten." },
        },
      ],
      PEOPLE,
    );
    expect(rows.map(({ id }) => id)).toEqual(["record-2", "record-1", "record-0"]);
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      ["apps", "Let through.", "no", "Not followed: Forgotten. (approved by nobody)"],
      [
        "Not named",
        "Warned.",
        "not recorded",
        "Not followed: At night. (approved by Dana Whitfield)",
      ],
      ["apps", "Stopped.", "yes", "as written"],
    ]);
  });

  it.each([
    [2, 3, "2 of 3 (67 %)"],
    [0, 4, "0 of 4 (0 %)"],
    [0, 0, "no rate"],
  ])("%d limited of %d known: %s", (limited, known, words) =>
    expect(rate(limited, known)).toBe(words),
  );

  it("rate only what says whether access was limited", () => {
    const classes = [{ requestor_class: "apps", applied: 5, restricted: 1, unknown: 3 }];
    const [row] = rateRows({ classes, p_value: null, differs: false, words: "" });
    expect(row?.cells).toEqual(["apps", "5", "1", "3", "1 of 2 (50 %)"]);
  });
});

describe("the life of a practice", () => {
  const one = (part: Partial<Practice>) =>
    ({ state: "proposed", application: { records: [] }, ...part }) as unknown as Practice;
  const applied = { records: [{}] } as unknown as Practice["application"];

  it.each([
    ["proposed", one({}), false, ["start", "remove"]],
    ["proposed and decided", one({}), true, ["start"]],
    ["proposed and applied", one({ application: applied }), false, ["start"]],
    ["in use", one({ state: "active" }), false, ["end"]],
    ["ended", one({ state: "ended" }), false, []],
  ])("of one that is %s", (_, practice, locked, acts) =>
    expect(actsOf(practice, locked)).toEqual(acts),
  );

  it.each([
    [one({}), "Proposed: nobody applies it yet."],
    [one({ state: "active", start_date: "2026-06-02" }), "In use since 2026-06-02."],
    [
      one({ state: "ended", start_date: "2026-06-02", end_date: "2026-09-01" }),
      "Ended on 2026-09-01; it was in use since 2026-06-02.",
    ],
  ])("stands: %#", (practice, words) => expect(standing(practice, (day) => day)).toBe(words));
});

describe("the risks of a practice", () => {
  const risks = [
    { number: "R-0013", title: "Token theft: Portal", level: "high" as const },
    { number: "R-0016", title: "Overreach: Portal", level: null },
  ];

  it("are picked with their level; one that is gone stays readable", () => {
    expect(riskOptions(risks, "R-0001").map(({ label }) => label)).toEqual([
      "R-0013 Token theft: Portal (high)",
      "R-0016 Overreach: Portal (not rated)",
      "R-0001",
    ]);
  });

  it.each([
    ["moderate" as const, /^It was moderate .*Support ends/],
    ["very_high" as const, /^It was very high when the link was made\.$/],
  ])("say when the level was %s then", (level, words) =>
    expect(levelChange({ risk: "R-0013", explanation: "", level }, risks)).toMatch(words),
  );

  it("say nothing where the level is the same or unknown", () => {
    const link = { risk: "R-0013", explanation: "" };
    expect(levelChange({ ...link, level: "high" }, risks)).toBeNull();
    expect(levelChange(link, risks)).toBeNull();
    expect(levelChange({ ...link, risk: "R-0016", level: "high" }, risks)).toBeNull();
  });
});
