/** A practice while it is written: whole lists, rows that are new, and what may not be saved yet. */
import type {
  Alternative,
  Application,
  Basis,
  CaseDetermination,
  Differentiator,
  Dimension,
  Practice,
  PracticeDetail,
  PracticeRisk,
  Scope,
  ScopeReason,
} from "../../../backend";
import type { Stored } from "../../../shared/conflict/draft.svelte";

/** The practice with the lists that the core leaves out while they are empty. */
export function stored({ practice, revision }: PracticeDetail): Stored<Practice> {
  const fields: Practice = {
    ...practice,
    affected_requestors: practice.affected_requestors ?? [],
    affected_ehi: practice.affected_ehi ?? [],
    risks: practice.risks ?? [],
    scope: practice.scope ?? {},
    scope_reasons: practice.scope_reasons ?? [],
    alternatives: (practice.alternatives ?? []).map(wholeAlternative),
    application: wholeApplication(practice.application),
    judgements: practice.judgements ?? [],
    reviews: practice.reviews ?? [],
    ...(practice.basis ? { basis: wholeBasis(practice.basis) } : {}),
  };
  return { fields, revision };
}

/** The practice without the rows that say nothing yet; of what is half answered, what is stored stays. */
export function savable(practice: Practice, now: Practice): Practice {
  const { decision, other_purposes: purposes } = practice;
  return {
    ...practice,
    decision: decision && (decision.by === "" || decision.on === "") ? now.decision : decision,
    other_purposes: purposes && {
      ...purposes,
      reviewer: purposes.reviewer || undefined,
      concurs: purposes.concurs || undefined,
    },
    scope_reasons: practice.scope_reasons.filter(({ reason }) => said(reason)),
    alternatives: practice.alternatives.filter(isSaid),
    application: savableApplication(practice.application),
    basis: savableBasis(practice.basis, now.basis),
  };
}

export function caseOf(basis: Basis | undefined): CaseDetermination | null {
  return basis && "case" in basis ? basis.case : null;
}

/** A determination in which nothing is said yet. */
export function blankCase(): CaseDetermination {
  return wholeCase({} as CaseDetermination);
}

export const blankAlternative = (): Alternative => ({ description: "", reason: "" });

/** The links to exactly these risks; what is said of a risk that stays is kept. */
export function risksTo(links: readonly PracticeRisk[], risks: readonly string[]): PracticeRisk[] {
  return risks.map((risk) => links.find((one) => one.risk === risk) ?? { risk, explanation: "" });
}

/** What is named in a dimension; null where there is no limit. */
export function onlyOf(scope: Scope, dimension: Dimension): string[] | null {
  const reach = scope[dimension];
  return reach === undefined || reach === "all" ? null : reach.only;
}

/** The scope with another reach in one dimension; null for no limit. */
export function reaching(scope: Scope, dimension: Dimension, only: string[] | null): Scope {
  return { ...scope, [dimension]: only === null ? "all" : { only } };
}

/** The reasons with another one for a dimension; none where nothing is said. */
export function reasoned(
  reasons: readonly ScopeReason[],
  dimension: Dimension,
  reason: string,
): ScopeReason[] {
  const others = reasons.filter((one) => one.dimension !== dimension);
  return reason === "" ? others : [...others, { dimension, reason }];
}

function wholeApplication(application: Application | undefined): Application {
  return {
    ...application,
    rule: application?.rule ?? "",
    named_requestors: application?.named_requestors ?? [],
    not_yet_applied: application?.not_yet_applied ?? false,
    records: application?.records ?? [],
    training: application?.training ?? [],
    applied_by: application?.applied_by ?? [],
  };
}

function wholeBasis(basis: Basis): Basis {
  return "case" in basis ? { case: wholeCase(basis.case) } : basis;
}

function wholeCase(one: CaseDetermination): CaseDetermination {
  return {
    ...one,
    no_policy_reason: one.no_policy_reason ?? "",
    not_this_policy_reason: one.not_this_policy_reason ?? "",
    facts: one.facts ?? "",
    requestor: one.requestor ?? "",
    request: one.request ?? "",
    necessity: one.necessity ?? "",
    evidence: one.evidence ?? [],
    alternatives: (one.alternatives ?? []).map(wholeAlternative),
    few_alternatives_reason: one.few_alternatives_reason ?? "",
    conclusion: one.conclusion ?? "",
    single_case: one.single_case ?? false,
    reuses_in_90_days: one.reuses_in_90_days ?? 0,
    end_condition: one.end_condition ?? "",
  };
}

function wholeAlternative(one: Alternative): Alternative {
  return { ...one, reason: one.reason ?? "" };
}

function savableApplication(application: Application): Application {
  const { named_requestors, training, differentiators } = application;
  return {
    ...application,
    named_requestors: named_requestors.filter(({ name }) => said(name)),
    training: training.filter(({ role, completed_on }) => said(role) && completed_on !== ""),
    differentiators: differentiators && savableDifferences(differentiators),
  };
}

/** Rows that say nothing yet are no "none": then the question is still open. */
function savableDifferences(rows: Differentiator[]): Differentiator[] | undefined {
  const written = rows.filter(({ description }) => said(description));
  return rows.length > 0 && written.length === 0 ? undefined : written;
}

function savableBasis(basis: Basis | undefined, now: Basis | undefined): Basis | undefined {
  if (basis === undefined) return undefined;
  if ("policy" in basis) return basis.policy.policy === "" ? now : basis;
  return { case: { ...basis.case, alternatives: basis.case.alternatives.filter(isSaid) } };
}

const said = (text: string) => text.trim() !== "";
const isSaid = ({ description, reason }: Alternative) => said(description) || said(reason);
