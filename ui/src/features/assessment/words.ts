/** Questions and their answers in words: how one stands, where it is answered, and how long is left. */
import type { AnsweredIn, AnswerState, AssessmentStatus, PathFactor } from "../../backend";
import type { Route } from "../../routes";
import type { StateWords } from "../../shared/state/words";

export const STATES: Record<AnswerState, StateWords> = {
  open: { words: "Open", tone: "open", icon: "clock" },
  partly: { words: "Begun", tone: "open", icon: "pen" },
  answered: { words: "Answered", tone: "met", icon: "met" },
  to_confirm: { words: "Confirm or change", tone: "open", icon: "stale" },
  not_applicable: { words: "Does not apply", tone: "quiet", icon: "none" },
};

export const STATUSES: Record<AssessmentStatus, StateWords> = {
  draft: { words: "Begun", tone: "open", icon: "pen" },
  in_progress: { words: "In progress", tone: "open", icon: "pen" },
  in_review: { words: "In review", tone: "open", icon: "clock" },
  approved: { words: "Approved", tone: "met", icon: "met" },
  superseded: { words: "Superseded", tone: "quiet", icon: "none" },
};

type Place = {
  route: Route;
  /** What the link says. */
  go: string;
  /** What is counted: "3 of 12 assets". */
  of: string;
};

export const PLACES: Record<AnsweredIn, Place> = {
  assets: { route: { name: "inventory" }, go: "Open the inventory", of: "assets and the mark" },
  criticality: { route: { name: "inventory" }, go: "Rate the assets", of: "assets rated" },
  capabilities: { route: { name: "inventory" }, go: "Tick what each system can do", of: "assets" },
  flows: {
    route: { name: "inventory", part: "flows" },
    go: "Open the data flows",
    of: "flows and the mark",
  },
  vendors: {
    route: { name: "inventory", part: "vendors" },
    go: "Open the vendors",
    of: "vendors and the mark",
  },
  open_items: {
    route: { name: "assessment", at: "open_items" },
    go: "Name what you could not examine",
    of: "open items and the mark",
  },
  threats: { route: { name: "threats" }, go: "Decide the threats", of: "threats decided" },
  impermissible_uses: {
    route: { name: "threats", show: "impermissible" },
    go: "Decide the impermissible uses",
    of: "uses decided",
  },
  own_threats: {
    route: { name: "threats", show: "own" },
    go: "Add your own threats",
    of: "own threats and the mark",
  },
  weaknesses: {
    route: { name: "risks" },
    go: "Name the weaknesses of each risk",
    of: "threats with a weakness",
  },
  profile: { route: { name: "organization" }, go: "Open the organization", of: "facts" },
  sources: {
    route: { name: "assessment", at: "sources" },
    go: "Name your sources",
    of: "sources with a day",
  },
  duties: {
    route: { name: "organization", at: "duties" },
    go: "Give the duties to people",
    of: "duties held",
  },
  ratings: { route: { name: "risks", show: "not_rated" }, go: "Rate the risks", of: "risks rated" },
  treatments: {
    route: { name: "risks", show: "no_plan" },
    go: "Decide what is done about each risk",
    of: "risks with a decision",
  },
  targets: { route: { name: "risks" }, go: "Set the targets", of: "risks with a target" },
  safeguards: {
    route: { name: "safeguards" },
    go: "Open the safeguards",
    of: "safeguards with a status",
  },
  decisions: {
    route: { name: "safeguards", show: "addressable" },
    go: "Decide the addressable specifications",
    of: "decisions",
  },
  assessment: {
    route: { name: "assessment", at: "about" },
    go: "Open the facts of the assessment",
    of: "facts",
  },
};

/** How many questions of a factor need nothing more. */
export function doneOf({ questions }: PathFactor): number {
  return questions.filter(({ state }) => state === "answered" || state === "not_applicable").length;
}

/** "about 25 min left"; nothing before enough was answered to tell. */
export function timeLeft(minutes: number | null): string {
  if (minutes === null || minutes <= 0) return "";
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 30) / 2} hours left`;
}
