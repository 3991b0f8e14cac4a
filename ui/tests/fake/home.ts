import type { Home, Level, RiskRow } from "../../src/backend";

const ORDER: Level[] = ["very_low", "low", "moderate", "high", "very_high"];

export function home(register: RiskRow[]): Home {
  return {
    organization: "Lakeside Family Clinic",
    on: "2026-11-21",
    assessment: { number: "AS-2026", year: 2026, status: "in_progress", approved_on: null },
    steps: [
      { id: "organization", title: "Organization", done: 14, total: 14, detail: "answers given" },
      {
        id: "inventory",
        title: "Inventory",
        done: 16,
        total: 16,
        detail: "assets and answers complete",
      },
      {
        id: "threats",
        title: "Threats and hazards",
        done: 99,
        total: 99,
        detail: "threats decided",
      },
      { id: "ratings", title: "Ratings", done: 41, total: 47, detail: "risks rated with a reason" },
      {
        id: "safeguards",
        title: "Safeguards",
        done: 52,
        total: 68,
        detail: "items and decisions settled",
      },
      { id: "approval", title: "Approval", done: 0, total: 1, detail: "assessment approved" },
      { id: "policies", title: "Policies", done: 19, total: 28, detail: "policies effective" },
      { id: "practices", title: "Practices", done: 2, total: 3, detail: "practices supported" },
    ],
    next: {
      title: "POL-13 Contingency and disaster recovery: review was due on 2026-11-14",
      route: "policies/POL-13",
    },
    heat: ORDER.map((_, row) => ORDER.map((_, column) => count(register, 4 - row, column))),
    risks_total: register.length,
    above_tolerance: 3,
    attention: [
      {
        kind: "overdue",
        text: "POL-13 Contingency and disaster recovery: review was due on 2026-11-14",
        route: "policies/POL-13",
      },
      {
        kind: "fault",
        text: "Practice “Suspend an API client after abuse” is not supported by documentation",
        route: "practices/PR-0002",
      },
      {
        kind: "stale",
        text: "R-0022 is rated higher than when policy answered it",
        route: "risks/R-0022",
      },
      {
        kind: "judgement",
        text: "Practice “Second factor for portal sign-in” waits for your judgement",
        route: "practices/PR-0001",
      },
      {
        kind: "soon",
        text: "Restore test of the imaging archive is due on 2026-11-27",
        route: "organization/tests",
      },
    ],
    coverage: { covered: 33, partly: 8, stale: 2, uncovered: 4 },
  };
}

function count(register: RiskRow[], likelihood: number, impact: number): number {
  return register.filter(
    (risk) => risk.likelihood === ORDER[likelihood] && risk.impact === ORDER[impact],
  ).length;
}
