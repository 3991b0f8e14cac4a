/** The safeguards as the rule orders them: by section, each standard with its specifications. */
import type { SafeguardCategory, SafeguardRow } from "../../backend";
import type { SafeguardShow } from "../../routes";
import { GAPS } from "./words";

export type StandardGroup = { standard: SafeguardRow; specifications: SafeguardRow[] };
export type Section = { category: SafeguardCategory; groups: StandardGroup[] };

export const SHOWS: Record<SafeguardShow, string> = {
  open: "Without a status",
  gaps: "With a gap",
  addressable: "Addressable",
  undecided: "Decision incomplete",
  to_approve: "Waiting for approval",
};

/** Whether the item needs nothing more: it has a status, and its decision lacks nothing. */
export function isSettled({ status, decision_lacks }: SafeguardRow): boolean {
  return status !== null && decision_lacks.length === 0;
}

/** Whether a whole decision waits for the official. */
export function awaitsApproval({ decision, decision_lacks }: SafeguardRow): boolean {
  const lacks = decision_lacks.filter((field) => field !== "approval");
  return decision !== null && lacks.length === 0 && !decision.approval;
}

const SHOWN: Record<SafeguardShow, (row: SafeguardRow) => boolean> = {
  open: ({ status }) => status === null,
  gaps: ({ status }) => status !== null && GAPS.includes(status.status),
  addressable: ({ safeguard }) => safeguard.designation === "addressable",
  undecided: ({ decision_lacks }) => decision_lacks.length > 0,
  to_approve: awaitsApproval,
};

export function ofShow(items: SafeguardRow[], show: SafeguardShow | undefined): SafeguardRow[] {
  return show === undefined ? items : items.filter(SHOWN[show]);
}

/** The items under their standards; a standard stays where one of its specifications is shown. */
export function sections(all: SafeguardRow[], shown: SafeguardRow[]): Section[] {
  const standards = all.filter(({ safeguard }) => !safeguard.parent);
  const groups = standards.map((standard) => ({
    standard,
    specifications: shown.filter(
      ({ safeguard }) => safeguard.parent === standard.safeguard.citation,
    ),
  }));
  const kept = groups.filter(
    ({ standard, specifications }) => specifications.length > 0 || shown.includes(standard),
  );
  const categories = [...new Set(kept.map(({ standard }) => standard.safeguard.category))];
  return categories.map((category) => ({
    category,
    groups: kept.filter(({ standard }) => standard.safeguard.category === category),
  }));
}
