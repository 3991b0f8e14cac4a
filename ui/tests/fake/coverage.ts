/** What the fake's policies cover, and two versions word by word. */
import type {
  ComparedSection,
  ComparedSide,
  ComparedWords,
  Comparison,
  Coverage,
  CoverageLink,
  CoverageView,
  PolicyVersion,
} from "../../src/backend";

export function coverage(on?: string): CoverageView {
  const early = on !== undefined && on < "2026-06-02";
  return {
    coverage: early ? NOTHING_YET : COVERAGE,
    threats: {
      "T-001": "Ransomware",
      "T-005": "API token theft",
      "T-014": "Stolen laptop",
      "T-030": "Tornado",
    },
    assets: {
      "R-0004": "Electronic health record",
      "R-0010": "Clinician laptops",
      "R-0013": "Patient portal API",
      "R-0046": "Electronic health record",
    },
    policies: { "POL-11": "Security incident response", "POL-20": "Mobile devices and media" },
    safeguards_without_policy: early
      ? ["45 CFR 164.308(a)(6)(ii)", "45 CFR 164.310(a)(1)"]
      : ["45 CFR 164.310(a)(1)"],
  };
}

const link = (part: Partial<CoverageLink>): CoverageLink => ({
  policy: "POL-11",
  version: "1.1",
  statement: "S-01",
  refused: false,
  standing: "in_force",
  lacks: [],
  ...part,
});

const COVERAGE: Coverage = {
  assessment: "AS-2026",
  threats: [
    { threat: "T-001", state: "covered", risks: ["R-0004"] },
    { threat: "T-005", state: "stale", risks: ["R-0013"] },
    { threat: "T-014", state: "partly_covered", risks: ["R-0010"] },
    { threat: "T-030", state: "uncovered", risks: ["R-0046"] },
    { threat: "T-031", state: "uncovered", risks: [] },
  ],
  risks: [
    {
      risk: "R-0004",
      threat: "T-001",
      level: "very_high",
      state: "covered",
      links: [link({})],
      lacks: [],
    },
    {
      risk: "R-0013",
      threat: "T-005",
      level: "moderate",
      state: "stale",
      links: [link({ statement: "S-02", lacks: ["rerated"] })],
      lacks: ["rerated"],
    },
    {
      risk: "R-0010",
      threat: "T-014",
      level: "moderate",
      state: "partly_covered",
      links: [
        link({
          policy: "POL-20",
          version: "1.0",
          standing: "to_come",
          lacks: ["effect_not_stated"],
        }),
      ],
      lacks: ["only_draft", "above_tolerance"],
    },
    {
      risk: "R-0046",
      threat: "T-030",
      level: null,
      state: "uncovered",
      links: [],
      lacks: ["no_statement", "not_rated"],
    },
  ],
  without_risk: [{ policy: "POL-11", version: "2.0", statement: "S-09", refused: true }],
  duty_only: [{ policy: "POL-20", version: "1.0", statement: "S-02", refused: false }],
};

const NOTHING_YET: Coverage = {
  assessment: "AS-2025",
  threats: [{ threat: "T-001", state: "uncovered", risks: ["R-0004"] }],
  risks: [
    {
      risk: "R-0004",
      threat: "T-001",
      level: "high",
      state: "uncovered",
      links: [],
      lacks: ["no_statement"],
    },
  ],
  without_risk: [],
  duty_only: [],
};

/** Word by word from the front and from the back: what stands between differs. */
export function comparison(from: PolicyVersion, to: PolicyVersion): Comparison {
  const sections = [
    compared("purpose", null, from.purpose, to.purpose),
    ...to.statements.map(({ number, text }) => {
      const before = from.statements.find((one) => one.number === number)?.text ?? "";
      return compared("statements", number, before, text);
    }),
    compared("monitoring", null, from.monitoring, to.monitoring),
  ];
  return { sections: sections.filter((one) => one.words.some(({ side }) => side !== "both")) };
}

function compared(section: string, row: string | null, from: string, to: string): ComparedSection {
  const [was, now] = [wordsOf(from), wordsOf(to)];
  let start = 0;
  while (start < was.length && start < now.length && was[start] === now[start]) start += 1;
  let end = 0;
  const free = Math.min(was.length, now.length) - start;
  while (end < free && was.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (side: ComparedSide, list: string[]): ComparedWords => ({
    side,
    text: list.join(""),
  });
  const words = [
    part("both", was.slice(0, start)),
    part("from", was.slice(start, was.length - end)),
    part("to", now.slice(start, now.length - end)),
    part("both", was.slice(was.length - end)),
  ];
  return { section, row, words: words.filter(({ text }) => text !== "") };
}

const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
