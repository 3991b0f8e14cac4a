/** The life of a version in words: where it stands, what comes next, and who does it. */
import type { Capacity, VersionAct, VersionStatus } from "../../backend";
import { CAPACITIES } from "../../shared/state/capacities";

/** Fewest characters of a reason, a finding or a declaration. */
export const REASON = 20;

/** The steps that every version goes through. */
export const STEPS = ["draft", "in_review", "approved", "effective"] as const;

/** The steps as a line shows them; how a version ended takes the place of nothing. */
export function stepsOf(status: VersionStatus): VersionStatus[] {
  return STEPS.some((one) => one === status) ? [...STEPS] : [...STEPS, status];
}

/** The steps of a life by their names. */
export const STEP_WORDS: Record<VersionStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  approved: "Approved",
  effective: "In force",
  superseded: "Superseded",
  retired: "Retired",
  archived: "Archived",
};

/** What each step means for whoever reads the page. */
export const MEANING: Record<VersionStatus, string> = {
  draft: "It can be changed. Nothing of it counts yet.",
  in_review:
    "It is with its approvers and does not change. One of them can send it back with a reason.",
  approved: "Its words are fixed. It does not count before it is put into force.",
  effective: "It counts. Its words no longer change; a new version takes its place.",
  superseded: "A later version took its place. It is kept as proof of what counted then.",
  retired: "The policy ended without a successor. It is kept as proof of what counted then.",
  archived: "It is kept as proof of what counted then.",
};

/** Acts that lead a version on, in the order of its life: the first that is allowed comes next. */
const ONWARD: readonly VersionAct[] = ["submit", "approve", "publish", "review", "begin"];

/** The act that comes next; none where the version has come to its end. */
export function nextOf(acts: readonly VersionAct[]): VersionAct | undefined {
  return ONWARD.find((act) => acts.includes(act));
}

/** The acts beside the next one that the page offers by a button of their own. */
export function othersOf(acts: readonly VersionAct[]): VersionAct[] {
  const next = nextOf(acts);
  const shown: VersionAct[] = ["begin", "send_back", "retire", "discard"];
  return shown.filter((act) => act !== next && acts.includes(act));
}

/** What a button says. */
export const ACT_WORDS: Record<VersionAct, string> = {
  save: "Save",
  discard: "Throw the draft away…",
  submit: "Hand it in for approval",
  send_back: "Send it back…",
  approve: "Approve this version",
  publish: "Put it into force",
  begin: "Begin the next version",
  review: "Record a review",
  retire: "End the policy…",
};

/** Who does an act, where the person at hand may not. */
export const WHO: Record<VersionAct, string> = {
  save: "Somebody who writes policies changes it.",
  discard: "Somebody who writes policies throws it away.",
  submit: "Somebody who writes policies hands it in.",
  send_back: "An approver sends it back.",
  approve: "An approver signs in and approves it.",
  publish: "The security official puts it into force.",
  begin: "Somebody who writes policies begins the next version.",
  review: "Somebody who writes policies records the review.",
  retire: "The security official ends it.",
};

/** "the security official and an executive". */
export function capacityList(capacities: readonly Capacity[]): string {
  return capacities.map((one) => `${ARTICLES[one]} ${CAPACITIES[one].toLowerCase()}`).join(" and ");
}

const ARTICLES: Record<Capacity, string> = {
  security_official: "the",
  executive: "an",
  privacy_official: "the",
  outside_reviewer: "an",
};

/** What is wrong with a reason, or null. */
export function reasonFault(text: string): string | null {
  return text.trim().length < REASON ? `Say it in ${REASON} characters or more.` : null;
}

/** The sentence that an approver may take as it is. */
export function declarationFor(number: string, version: string): string {
  return `I have read version ${version} of ${number} and approve it as our policy.`;
}
