/** The rooms of the left navigation that exist, in the order of the work. */
import type { Home } from "../backend";
import type { Route, RouteName } from "../routes";

export type Room = {
  title: string;
  route: Route;
  /** The screens that belong to the room. */
  screens: RouteName[];
  /** What stands beside the title. */
  count?: (home: Home) => string;
};

export const ROOMS: Room[] = [
  { title: "Home", route: { name: "home" }, screens: ["home"] },
  { title: "Organization", route: { name: "organization" }, screens: ["organization"] },
  {
    title: "Assessment",
    route: { name: "assessment" },
    screens: ["assessment", "question", "inventory", "asset", "threats", "threat"],
  },
  {
    title: "Safeguards",
    route: { name: "safeguards" },
    screens: ["safeguards", "safeguard"],
    count: (home) => doneOf(home, "safeguards"),
  },
  {
    title: "Risks",
    route: { name: "risks" },
    screens: ["risks", "risk"],
    count: (home) => String(home.risks_total),
  },
  {
    title: "Approval",
    route: { name: "approval" },
    screens: ["approval", "proof", "difference"],
  },
  { title: "Events", route: { name: "triggers" }, screens: ["triggers"] },
  { title: "Reports", route: { name: "reports" }, screens: ["reports"] },
  {
    title: "Policies",
    route: { name: "policies" },
    screens: ["policies", "policy", "comparison", "readers", "standards"],
    count: (home) => doneOf(home, "policies"),
  },
  { title: "Coverage", route: { name: "coverage" }, screens: ["coverage"] },
  {
    title: "Practices",
    route: { name: "practices" },
    screens: ["practices", "practice"],
    count: (home) => doneOf(home, "practices"),
  },
  { title: "Incidents", route: { name: "incidents" }, screens: ["incidents", "incident"] },
  { title: "Documents", route: { name: "documents" }, screens: ["documents"] },
  { title: "Evidence", route: { name: "evidence" }, screens: ["evidence"] },
  { title: "As of a day", route: { name: "history" }, screens: ["history"] },
  { title: "Retention", route: { name: "retention" }, screens: ["retention"] },
  { title: "Audit trail", route: { name: "audit" }, screens: ["audit"] },
  { title: "People", route: { name: "people" }, screens: ["people", "person"] },
  { title: "Backups", route: { name: "backups" }, screens: ["backups"] },
  { title: "Settings", route: { name: "settings" }, screens: ["settings"] },
];

/** The room of a screen. */
export function roomOf(name: RouteName): Room | undefined {
  return ROOMS.find((room) => room.screens.includes(name));
}

function doneOf(home: Home, id: string): string {
  const step = home.steps.find((one) => one.id === id);
  if (step === undefined) return "";
  return step.done === step.total ? String(step.total) : `${step.done} of ${step.total}`;
}
