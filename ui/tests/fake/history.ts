import type { ApprovalThen, AsOfView, PolicyThen, RiskDetail } from "../../src/backend";
import type { Part } from "./core";
import type { Past } from "./past";

export function history(register: RiskDetail[], past: Past): Part<"history"> {
  return {
    "history::as_of": ({ on = "2026-11-21", known_at = "2026-11-21T10:00:00Z" }) =>
      on < "2026-06-02" ? nothingYet(on, known_at) : view(on, known_at, register),
    "history::undo_state": () => past.state,
    "history::undo": () => past.undo(),
    "history::redo": () => past.redo(),
  };
}

function view(on: string, known_at: string, register: RiskDetail[]): AsOfView {
  return {
    on,
    known_at,
    organization: "Lakeside Family Clinic",
    assessment: {
      number: "AS-2025",
      title: "Assessment of 2025",
      status: "approved",
      approvals: [approval("Dana Whitfield", "security official", "2025-11-30")],
      levels: [1, 4, 6, 2, 1],
      recorded_at: "2025-11-30T16:10:00Z",
    },
    policies: [policy(register), imported()],
    practices: [
      {
        number: "PR-0002",
        title: "Suspend an API client after abuse",
        basis: "POL-25 version 1.1",
        conclusion: "The documentation supports the conditions of 45 CFR 171.203 for this day.",
        recorded_at: "2026-06-14T08:30:00Z",
      },
    ],
    notes: [
      "POL-10 version 1.1 speaks of 20 May 2026 but was recorded here on 3 August 2026, from an imported file.",
    ],
  };
}

function policy(register: RiskDetail[]): PolicyThen {
  return {
    policy: "POL-25",
    title: "API, portal and third-party connection security",
    version: "1.1",
    effective_from: "2026-06-02",
    assessment: "AS-2025",
    risks: register.slice(2, 5).map(({ row, risk }) => ({
      number: row.number,
      threat: row.threat,
      level: row.level,
      rated_on: risk.rated_on ?? null,
      recorded_at: "2026-11-04T09:12:00Z",
    })),
    approvals: [
      approval("Dana Whitfield", "security official", "2026-05-30"),
      approval("Dr. Ruth Okafor", "executive", "2026-06-01"),
    ],
    content_hash: "9f3c5d0e7b1a44c2a9e8d6f0b3c1a2e4f5d6c7b8a9e0f1d2c3b4a5968778695a",
    first_recorded_at: "2026-05-12T11:00:00Z",
    recorded_at: "2026-06-01T15:20:00Z",
  };
}

function imported(): PolicyThen {
  const file = "1f825aa2f0020ef7cf91dfa30da4668d791c5d4824fc8e41354b89ec05795ab3";
  return {
    policy: "POL-10",
    title: "Authentication and password management",
    version: "1.1",
    effective_from: "2026-05-20",
    effective_to: "2027-05-19",
    assessment: "AS-2025",
    risks: [],
    approvals: [
      {
        ...approval("Dana Whitfield", "security official", "2026-05-18"),
        recorded_at: "2026-08-03T09:00:00Z",
        imported_from: file,
      },
    ],
    first_recorded_at: "2026-08-03T09:00:00Z",
    recorded_at: "2026-08-03T09:00:00Z",
  };
}

function approval(name: string, capacity: string, on: string): ApprovalThen {
  return { by: "P-001", name, capacity, on, recorded_at: `${on}T15:20:00Z` };
}

function nothingYet(on: string, known_at: string): AsOfView {
  const organization = "Lakeside Family Clinic";
  return { on, known_at, organization, policies: [], practices: [], notes: [] };
}
