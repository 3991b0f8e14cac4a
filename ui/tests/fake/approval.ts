/** What the fake assessment lacks, who approves it, what covers the rule, and what changed. */
import type {
  Addendum,
  ApprovalView,
  AssessmentStatus,
  AssessmentView,
  Empty,
  Gap,
  Proof,
  Rejection,
} from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Core } from "./core";
import type { Register } from "./people";

type Whole = Pick<
  Core,
  `assessment::${"get" | "submit" | "approve" | "reject" | "addendum" | "proof" | "difference"}`
>;

const HASH = "9f3c5d0e7b1a44c2a9e8d6f0b3c1a2e4f5d6c7b8a9e0f1d2c3b4a5968778695a";
const TODAY = "2026-11-21";

export const GAPS: Gap[] = [
  gap("ratings", "risk_not_rated", "/assessments/0/risks/14/status", "R-0046"),
  gap("ratings", "plan_missing", "/assessments/0/risks/1/treatment", "R-0007"),
  gap("safeguards", "status_missing", "/assessments/0/safeguards", "45 CFR 164.312(a)(2)(iv)"),
  {
    ...gap(
      "safeguards",
      "decision_missing",
      "/assessments/0/decisions",
      "45 CFR 164.312(a)(2)(iv)",
    ),
    blocking: false,
  },
];

export function approval(
  base: (request: Empty) => AssessmentView,
  staff: Register,
  { complete = false, alone = false }: { complete?: boolean; alone?: boolean },
): Whole {
  let status: AssessmentStatus = "in_progress";
  const approvals: ApprovalView[] = [];
  const rejections: Rejection[] = [];
  const addenda: Addendum[] = [];
  const you = () => find(staff.rows, ({ person }) => person.login === staff.you).person;
  const gaps = () => (complete ? [] : GAPS);
  const view = (): AssessmentView => {
    const executive = you().access.includes("executive");
    const official = you().access.includes("official");
    const seen = base({});
    return {
      ...seen,
      status: status === "in_progress" ? seen.status : status,
      gaps: seen.open ? gaps() : [],
      content_hash: HASH,
      approvals,
      rejections,
      addenda,
      open: seen.open && status !== "approved",
      changed_since: status === "approved" ? [{ kind: "risk", id: "AS-2026/R-0010" }] : [],
      approved_on: approvals[0]?.approval.on ?? null,
      capacities: executive ? ["executive"] : official ? ["security_official"] : [],
      approver_faults: executive
        ? []
        : official
          ? alone
            ? []
            : ["sole_author"]
          : ["wrong_capacity"],
    };
  };
  return {
    "assessment::get": view,
    "assessment::submit": () => {
      if (gaps().some((one) => one.blocking)) throw new Failure("invalid", "");
      status = "in_review";
      return view();
    },
    "assessment::approve": ({ capacity, statement, content_hash }) => {
      if (content_hash !== HASH) throw new Failure("conflict", "");
      const { number, name } = you();
      const one = { by: number, capacity, on: TODAY, statement, content_hash };
      approvals.push({ approval: one, name, holds: true });
      status = "approved";
      return view();
    },
    "assessment::reject": ({ reason }) => {
      rejections.push({ reason, by: you().number, on: TODAY });
      status = "in_progress";
      return view();
    },
    "assessment::addendum": ({ about, text }) => {
      addenda.push({ about, text, by: you().number, on: TODAY });
      return view();
    },
    "assessment::proof": () => PROOF,
    "assessment::difference": ({ from = "AS-2025", to = "AS-2026" }) => ({
      from,
      to,
      changes: from === to ? [] : CHANGES,
    }),
  };
}

function gap(step: Gap["step"], code: Gap["code"], path: string, subject: string): Gap {
  return { step, code, path, subject, blocking: true };
}

const PROOF: Proof = {
  assessment: "AS-2026",
  note: "This page gathers what is recorded for each limb. It supports a judgement and does not make one.",
  limbs: [
    {
      citation: "45 CFR 164.306(a)(1)",
      title: "Confidentiality, integrity and availability of all ePHI",
      requirement:
        "Keep all ePHI that is made, received, kept or sent confidential, whole and there.",
      covered: [
        { text: "16 of 16 assets have an owner and three ratings", records: [] },
        { text: "52 of 68 safeguards are in place", records: [] },
      ],
      uncovered: [
        {
          text: "1 safeguard has no status",
          records: [{ kind: "safeguard_status", id: "AS-2026/45 CFR 164.312(a)(2)(iv)" }],
        },
      ],
    },
    {
      citation: "45 CFR 164.306(a)(2)",
      title: "Reasonably anticipated threats and hazards",
      requirement: "Protect against threats and hazards that can reasonably be foreseen.",
      covered: [{ text: "99 of 99 threats are decided", records: [] }],
      uncovered: [
        { text: "1 risk is not rated", records: [{ kind: "risk", id: "AS-2026/R-0046" }] },
      ],
    },
    {
      citation: "45 CFR 164.306(a)(3)",
      title: "Uses and disclosures that are not permitted",
      requirement: "Protect against uses and disclosures that the Privacy Rule does not permit.",
      covered: [{ text: "8 of 8 impermissible uses are decided", records: [] }],
      uncovered: [],
    },
    {
      citation: "45 CFR 164.306(a)(4)",
      title: "Workforce",
      requirement: "See to it that the workforce keeps to the rule.",
      covered: [{ text: "POL-03 is in force", records: [{ kind: "policy", id: "POL-03" }] }],
      uncovered: [],
    },
  ],
};

const CHANGES = [
  {
    record: { kind: "risk", id: "AS-2026/R-0046" },
    title: "Tornado — Electronic health record",
    change: "new" as const,
    words: "Added; not rated yet.",
    recorded_at: "2026-10-14T09:00:00Z",
  },
  {
    record: { kind: "risk", id: "AS-2026/R-0010" },
    title: "Stolen laptop — Clinician laptops",
    change: "worse" as const,
    words: "Low before, moderate now.",
    recorded_at: "2026-11-04T09:12:00Z",
  },
  {
    record: { kind: "risk", id: "AS-2026/R-0004" },
    title: "Ransomware through a stolen sign-in — Electronic health record",
    change: "better" as const,
    words: "Very high before, high now.",
    recorded_at: "2026-11-04T09:12:00Z",
  },
  {
    record: { kind: "asset", id: "A-031" },
    title: "Fax server",
    change: "gone" as const,
    words: "",
    recorded_at: null,
  },
];
