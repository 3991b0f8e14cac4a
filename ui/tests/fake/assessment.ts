/** The assessment of the fake clinic: its path, its answers, and what it says of itself. */
import type {
  AssessmentRow,
  AssessmentView,
  FactorAnswer,
  PathQuestion,
  RecordName,
  SaveAnswer,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import { reconciled } from "../../src/shared/conflict/reconcile";
import { find, type Core } from "./core";
import { changedBy } from "./merge";
import type { Past } from "./past";
import { factors } from "./questions";

type Worked = Pick<
  Core,
  `assessment::${"list" | "get" | "save" | "begin" | "confirm" | "path" | "answer"}`
>;

const PREVIOUS: AssessmentRow = {
  number: "AS-2025",
  year: 2025,
  kind: "annual",
  status: "approved",
  started_on: "2025-09-01",
  approved_on: "2025-11-14",
  previous: null,
  risks: 12,
  highest: "high",
};

/** What other parts of the fake ask of the assessment. */
export class FakeAssessment {
  number = "AS-2026";
  open: boolean;
  readonly rows: AssessmentRow[];
  readonly path = factors();
  toConfirm: RecordName[] = [];
  last: string | null = null;
  about = {
    scope: "All ePHI of Lakeside Family Clinic at both sites and with its vendors.",
    due: "2026-12-15",
    assessors: ["P-001"],
    sources: [{ name: "HHS 405(d) HICP", consulted_on: "2026-10-02" }],
    open_items: [] as AssessmentView["open_items"],
  };
  aboutRevision = 1;

  constructor(begun: boolean) {
    this.open = begun;
    this.rows = begun ? [this.#row("annual", 2026, null), PREVIOUS] : [PREVIOUS];
    if (begun) this.#seed();
    else this.number = PREVIOUS.number;
  }

  get questions(): PathQuestion[] {
    return this.path.flatMap((factor) => factor.questions);
  }

  begin(kind: AssessmentRow["kind"], year: number, previous: string | null): number {
    this.number = `AS-${year}${kind === "annual" ? "" : "-2"}`;
    this.open = true;
    this.rows.unshift(this.#row(kind, year, previous));
    if (previous !== null) this.#seed();
    return this.toConfirm.length;
  }

  confirm(records: RecordName[]): void {
    const ids = records.map(({ kind, id }) => `${kind} ${id}`);
    this.toConfirm = this.toConfirm.filter(({ kind, id }) => !ids.includes(`${kind} ${id}`));
    for (const asked of this.questions) {
      if (!ids.includes(`factor_answer ${this.number}/${asked.question.id}`)) continue;
      delete (asked.answer as Partial<FactorAnswer> | null)?.carried;
      asked.state = "answered";
      asked.revision += 1;
    }
  }

  #row(kind: AssessmentRow["kind"], year: number, previous: string | null): AssessmentRow {
    const status = "in_progress";
    const started_on = "2026-10-01";
    const risks = 14;
    const { number } = this;
    return {
      ...PREVIOUS,
      number,
      year,
      kind,
      status,
      started_on,
      approved_on: null,
      previous,
      risks,
    };
  }

  /** One answer came forward, one was given. */
  #seed(): void {
    const put = (id: string, change: Partial<PathQuestion>) =>
      Object.assign(
        find(this.questions, (one) => one.question.id === id),
        change,
      );
    const by = { by: "P-001", on: "2026-10-02" };
    const given = (id: string, change: object) => ({ question: id, answer: "", ...by, ...change });
    put("Q016", {
      state: "to_confirm",
      revision: 1,
      answer: given("Q016", {
        choices: ["yes"],
        answer: "Blocking exports during a dispute; see the practice.",
        carried: true,
      }) as FactorAnswer,
    });
    put("Q023", {
      state: "answered",
      revision: 1,
      done: 1,
      answer: given("Q023", {
        rows: [{ sites: "2", remote_workers: "5", patients: "18400" }],
      }) as FactorAnswer,
    });
    this.toConfirm.push({ kind: "factor_answer", id: `${this.number}/Q016` });
  }
}

export function assessment(work: FakeAssessment, past: Past): Worked {
  const before = new Map<string, PathQuestion>();
  return {
    "assessment::list": () => ({ assessments: work.rows, may_begin: !work.open }),
    "assessment::begin": ({ year, kind, previous, scope }) => {
      if (work.open) throw new Failure("exists", "");
      const to_confirm = work.begin(kind, year, previous ?? null);
      if (scope) work.about.scope = scope;
      return { number: work.number, to_confirm };
    },
    "assessment::confirm": ({ records }) => {
      work.confirm(records);
      return { to_confirm: work.toConfirm };
    },
    "assessment::path": () => ({
      assessment: work.number,
      open: work.open,
      factors: work.path,
      next: next(work)?.question.id ?? null,
      minutes_left: 25,
      last: work.last,
    }),
    "assessment::answer": (request) => {
      if (!work.open) throw new Failure("frozen", "");
      const asked = find(work.questions, (one) => one.question.id === request.question);
      const old = structuredClone(asked);
      const base = before.get(`${request.question} ${request.based_on_revision}`) ?? old;
      save(asked, request, base);
      before.set(`${request.question} ${asked.revision}`, structuredClone(asked));
      work.last = request.question;
      past.did(
        "assessment::answer",
        { kind: "factor_answer", id: `${work.number}/${request.question}` },
        `answer to ${request.question}`,
        () => Object.assign(asked, old, { revision: asked.revision + 1 }),
        () => save(asked, { ...request, based_on_revision: asked.revision }, old),
      );
      return { question: asked };
    },
    "assessment::get": () => view(work),
    "assessment::save": ({ based_on_revision, ...change }) => {
      if (based_on_revision !== work.aboutRevision) throw new Failure("conflict", "");
      work.about = { ...work.about, ...change };
      work.aboutRevision += 1;
      return { number: work.number, revision: work.aboutRevision };
    },
  };
}

function next(work: FakeAssessment): PathQuestion | undefined {
  return work.questions.find(({ state, question }) => question.required && state !== "answered");
}

function save(asked: PathQuestion, request: SaveAnswer, base: PathQuestion): void {
  const { based_on_revision, ...given } = request;
  const now = asked.answer?.answer ?? "";
  const was = base.answer?.answer ?? "";
  if (based_on_revision !== asked.revision && now !== was && now !== given.answer) {
    throw changedBy("ruth", [{ field: "/answer", theirs: now, yours: given.answer }]);
  }
  const old = { ...given, ...asked.answer };
  const merged =
    base.answer === null ? given : reconciled({ ...given, ...base.answer }, given, old, {});
  const answer: Partial<FactorAnswer> = { ...merged, by: "P-001", on: "2026-11-21" };
  // As the core writes it: what is empty is left out.
  if (answer.choices?.length === 0) delete answer.choices;
  if (answer.rows?.length === 0) delete answer.rows;
  if (answer.evidence?.length === 0) delete answer.evidence;
  if (!answer.complete) delete answer.complete;
  delete answer.carried;
  asked.answer = answer as FactorAnswer;
  asked.revision += 1;
  asked.state = answer.not_applicable ? "not_applicable" : "answered";
  asked.done = 1;
}

function view(work: FakeAssessment): AssessmentView {
  return {
    number: work.number,
    year: 2026,
    kind: "annual",
    status: work.open ? "in_progress" : "approved",
    ...work.about,
    method: "NIST SP 800-30 Rev. 1",
    started_on: "2026-10-01",
    previous: "AS-2025",
    approved_on: null,
    approvals: [],
    content_hash: "ab".repeat(32),
    changed_since: [],
    addenda: [],
    rejections: [],
    gaps: [],
    steps: [],
    approver_faults: [],
    capacities: [],
    to_confirm: work.toConfirm,
    open: work.open,
    revision: work.aboutRevision,
  };
}
