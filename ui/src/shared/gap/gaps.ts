/** What an assessment still lacks: in words, and the exact field where it is mended. */
import type { Gap, GapCode, Step } from "../../backend";
import type { Route } from "../../routes";
import { slugOf } from "../safeguard/slug";

/** The steps in their order, as the navigation calls them. */
export const STEPS: Record<Step, string> = {
  organization: "Organization",
  inventory: "Inventory",
  threats: "Threats and hazards",
  ratings: "Ratings",
  safeguards: "Safeguards",
  approval: "Approval",
};

/** The room where the work of a step is done. */
export const ROOM_OF: Record<Step, Route> = {
  organization: { name: "organization" },
  inventory: { name: "inventory" },
  threats: { name: "threats" },
  ratings: { name: "risks" },
  safeguards: { name: "safeguards" },
  approval: { name: "approval" },
};

type Words = (subject: string) => string;

const WORDS: Record<GapCode, Words> = {
  profile_incomplete: (field) => `The organization: fill in “${field.replaceAll("_", " ")}”`,
  no_security_official: () => "Nobody holds the duty of the security official",
  question_unanswered: (id) => `Question ${id} is not answered`,
  answer_faulty: (id) => `Question ${id}: the answer does not hold what is asked for`,
  not_confirmed: (subject) => `${short(subject)}: from last year; confirm or change it`,
  no_asset: () => "The inventory holds no asset yet",
  owner_missing: (asset) => `${asset}: name an owner`,
  criticality_missing: (asset) => `${asset}: rate confidentiality, integrity and availability`,
  asset_without_risk: (asset) => `${asset}: it has no risk; say why, or add one`,
  threat_undecided: (threat) => `${threat}: decide whether the threat applies`,
  threat_unsure: (threat) => `${threat}: “not sure” is left to settle`,
  reason_missing: (subject) => `${short(subject)}: say why it does not apply`,
  threat_without_risk: (threat) => `${threat}: it applies but has no risk yet`,
  risk_not_rated: (risk) => `${risk}: not rated`,
  weakness_missing: (risk) => `${risk}: name a weakness or a condition`,
  effect_missing: (risk) => `${risk}: say what would happen`,
  rationale_missing: (risk) => `${risk}: say why it is rated so`,
  target_above_residual: (risk) => `${risk}: the target is above the rating of today`,
  plan_missing: (risk) => `${risk}: high, without a plan or an acceptance`,
  acceptance_not_allowed: (risk) => `${risk}: accepted by the wrong person or for too long`,
  plan_overdue: (risk) => `${risk}: the plan is past its day`,
  status_missing: (citation) => `${short(citation)}: give a status`,
  status_not_allowed: (citation) => `${short(citation)}: the rule does not allow this status`,
  closure_missing: (citation) => `${short(citation)}: the gap has no owner or no day`,
  decision_missing: (citation) => `${short(citation)}: the decision is not written`,
  decision_incomplete: (citation) => `${short(citation)}: the decision is not whole`,
  decision_not_approved: (citation) => `${short(citation)}: the decision waits for approval`,
  open_item_without_owner: (what) => `Open item “${what}”: name an owner and a day`,
  scope_missing: () => "Say what the assessment covers",
  sources_missing: () => "Name the sources of threat information",
  no_approver: () => "Nobody may approve this assessment",
};

export function gapWords({ code, subject }: Gap): string {
  return (WORDS[code] ?? ((one: string) => one))(subject);
}

/** The field where a gap is mended; what the core names by its place is found by its subject. */
export function routeOfGap({ code, step, path, subject }: Gap): Route {
  const at = path.slice(path.lastIndexOf("/") + 1);
  switch (code) {
    case "profile_incomplete":
    case "no_security_official":
      return { name: "organization", at };
    case "question_unanswered":
    case "answer_faulty":
      return { name: "question", number: subject };
    case "no_asset":
      return { name: "inventory" };
    case "owner_missing":
    case "criticality_missing":
    case "asset_without_risk":
      return { name: "asset", number: subject, at };
    case "threat_undecided":
      return { name: "threat", number: subject, at: "answer" };
    case "threat_unsure":
      return { name: "threat", number: subject, at };
    case "threat_without_risk":
      return { name: "threats", show: "proposals" };
    case "reason_missing":
      return step === "safeguards"
        ? { name: "safeguard", number: slugOf(subject), at }
        : { name: "threat", number: subject, at };
    case "risk_not_rated":
      return { name: "risk", number: subject, at: "rating" };
    case "plan_missing":
    case "plan_overdue":
      return { name: "risk", number: subject, at: "treatment" };
    case "weakness_missing":
    case "effect_missing":
    case "rationale_missing":
    case "target_above_residual":
    case "acceptance_not_allowed":
      return { name: "risk", number: subject, at };
    case "status_missing":
      return { name: "safeguard", number: slugOf(subject), at: "status" };
    case "status_not_allowed":
    case "closure_missing":
    case "decision_not_approved":
      return { name: "safeguard", number: slugOf(subject), at };
    case "decision_missing":
    case "decision_incomplete":
      return { name: "safeguard", number: slugOf(subject), at: "decision" };
    case "scope_missing":
    case "sources_missing":
      return { name: "assessment", at };
    case "open_item_without_owner":
      return { name: "assessment", at: "open_items" };
    case "not_confirmed":
      return routeOfCarried(path, subject);
    case "no_approver":
      return { name: "people" };
    default:
      // A gap of a newer core: at least the room of its step.
      return ROOM_OF[step];
  }
}

/** The record that came forward, by the list it is in: `/assessments/1/risks/4`. */
function routeOfCarried(path: string, subject: string): Route {
  switch (path.split("/")[3]) {
    case "answers":
      return { name: "question", number: subject };
    case "assets":
      return { name: "asset", number: subject };
    case "threats":
      return { name: "threat", number: subject };
    case "own_threats":
      return { name: "threats" };
    case "risks":
      return { name: "risk", number: subject };
    case "safeguards":
    case "decisions":
      return { name: "safeguard", number: slugOf(subject) };
    default:
      return { name: "inventory" };
  }
}

function short(citation: string): string {
  return citation.replace(/^45 CFR /, "");
}
