/** Some questions of the guided path, one for each form of answer; the real ones are in the catalogue. */
import type { Column, PathFactor, PathQuestion, Question } from "../../src/backend";

type Seed = Partial<Question> & Pick<Question, "id" | "prompt" | "type">;
type FactorSeed = [id: string, place: string, title: string, questions: Seed[]];

const MARK = "rows, and a mark that the list is complete";

function column(id: string, title: string, kind: Column["kind"], optional = false): Column {
  return { id, title, kind, optional };
}

const SEEDS: FactorSeed[] = [
  [
    "F-b2i",
    "(b)(2)(i)",
    "Size, complexity and capabilities",
    [
      {
        id: "Q022",
        prompt: "Pick the size band.",
        type: "choice",
        options: ["solo or 1-10 providers", "11-50 providers"],
        answered_in: "profile",
      },
      {
        id: "Q023",
        prompt: "How many sites, remote workers, and patients or members?",
        type: "number_table",
        columns: [
          column("sites", "Sites", "number"),
          column("remote_workers", "Remote workers", "number"),
          column("patients", "Patients or members", "number"),
        ],
      },
    ],
  ],
  [
    "F-a1",
    "(a)(1)",
    "Confidentiality, integrity and availability of all ePHI",
    [
      {
        id: "Q001",
        prompt: "List every place ePHI is created, received, maintained or transmitted.",
        type: "table",
        answered_in: "assets",
        answered_by: MARK,
      },
      {
        id: "Q003",
        prompt: "How does ePHI flow between these places and to outside parties?",
        type: "table",
        answered_in: "flows",
        answered_by: MARK,
      },
      {
        id: "Q004",
        prompt: "Which ePHI locations are managed by someone else, and under what contract?",
        type: "table",
        answered_in: "vendors",
        answered_by: MARK,
      },
      {
        id: "Q005",
        prompt: "Are there ePHI locations you could not examine in this assessment?",
        type: "text",
        required: false,
        answered_in: "open_items",
        answered_by: MARK,
      },
    ],
  ],
  [
    "F-b2ii",
    "(b)(2)(ii)",
    "Technical infrastructure, hardware and software security capabilities",
    [
      {
        id: "Q028",
        prompt: "Which systems are out of vendor support or will be within 12 months?",
        type: "table",
        answered_by: MARK,
        columns: [
          column("asset", "System", "asset"),
          column("support_ends", "End of support", "date"),
          column("measure", "What protects it meanwhile", "text"),
          column("replaced_on", "To be replaced on", "date", true),
        ],
      },
      {
        id: "Q030",
        prompt: "Which certified health IT functions are in use, and are any restricted?",
        type: "table",
        answered_by: MARK,
        not_applicable_if: "no certified health IT is in use",
        columns: [
          column("function", "Function", "text"),
          column("restricted", "Restricted", "choice"),
        ],
      },
      {
        id: "Q031",
        prompt: "When were backups last restored in a test, and how long did it take?",
        type: "date_number",
        columns: [
          column("tested_on", "Restored in a test on", "date"),
          column("minutes", "Minutes it took", "number"),
        ],
      },
    ],
  ],
  [
    "F-a2",
    "(a)(2)",
    "Reasonably anticipated threats and hazards",
    [
      {
        id: "Q006",
        prompt: "Which catalogue threats are reasonably anticipated here?",
        type: "catalog_select",
        answered_in: "threats",
      },
      {
        id: "Q008",
        prompt: "What local hazards apply?",
        type: "multi_choice",
        options: ["flood", "tornado", "winter storm", "none"],
      },
    ],
  ],
  [
    "F-a3",
    "(a)(3)",
    "Impermissible uses and disclosures",
    [
      {
        id: "Q013",
        prompt: "How are role-based access and minimum necessary set and checked?",
        type: "text",
        evidence: "role matrix, last access review",
        example: { small: "", large: "" },
      },
      {
        id: "Q016",
        prompt: "Could a safeguard you plan wrongly stop a permitted or required disclosure?",
        type: "boolean_explain",
      },
    ],
  ],
  [
    "F-a4",
    "(a)(4)",
    "Workforce compliance",
    [
      {
        id: "Q021",
        prompt: "How do workforce members acknowledge policies, and how many have?",
        type: "percentage",
        columns: [column("share", "Who have", "percentage"), column("how", "How", "text")],
      },
    ],
  ],
  ["F-b2iv", "(b)(2)(iv)", "Probability and criticality of potential risks", []],
  [
    "F-b2iii",
    "(b)(2)(iii)",
    "Costs of security measures",
    [
      {
        id: "Q035",
        prompt: "What budget and date has management approved for risk treatment?",
        type: "money_date",
        columns: [
          column("budget", "Budget", "money"),
          column("approved_on", "Approved on", "date"),
        ],
      },
    ],
  ],
  ["F-c", "(c)", "Standards", []],
  [
    "F-d1",
    "(d)(1)",
    "Required or addressable",
    [
      {
        id: "Q044",
        prompt: "Confirm that the tag shown for each specification is understood.",
        type: "acknowledge",
        required: false,
      },
    ],
  ],
  ["F-d2", "(d)(2)", "Required specifications", []],
  ["F-d3", "(d)(3)", "Addressable specifications", []],
  [
    "F-e",
    "(e)",
    "Maintenance",
    [
      {
        id: "Q055",
        prompt: "Which earlier findings are still open, and why?",
        type: "table",
        answered_by: MARK,
        columns: [
          column("finding", "Finding", "text"),
          column("found_on", "Found on", "date"),
          column("owner", "Owner", "person"),
        ],
      },
    ],
  ],
];

export function factors(): PathFactor[] {
  return SEEDS.map(([id, place, title, questions]) => ({
    id,
    citation: `45 CFR 164.306${place}`,
    title,
    requirement: "Weigh what the organization is before choosing its measures.",
    why_it_matters: "A measure is reasonable only for somebody: this says for whom.",
    questions: questions.map(asked),
  }));
}

function asked(seed: Seed): PathQuestion {
  // The core leaves out what is empty: no list stands here unless the seed has one.
  const question = {
    required: true,
    guidance: "Say what is true today, with numbers where there are some.",
    feeds: ["POL-06"],
    per: "organization",
    ...seed,
  } as Question;
  return {
    question,
    example: seed.example
      ? "Five roles in the record system; the manager looks through all accounts every 90 days."
      : null,
    answer: null,
    revision: 0,
    answered_in: seed.answered_in ?? null,
    state: "open",
    done: 0,
    total: 1,
  };
}
