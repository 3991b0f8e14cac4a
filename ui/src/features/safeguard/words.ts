/** Safeguards in words: their marks, states and the names of the fields of a decision. */
import type { Designation, SafeguardCategory, SafeguardState } from "../../backend";
import { pointerWords } from "../../shared/conflict/conflict";
import type { StateWords } from "../../shared/state/words";

export const STATES: Record<SafeguardState, StateWords> = {
  in_place: { words: "In place", tone: "met", icon: "met" },
  partial: { words: "Partly in place", tone: "open", icon: "judgement" },
  planned: { words: "Planned", tone: "open", icon: "clock" },
  not_in_place: { words: "Not in place", tone: "fault", icon: "fault" },
  alternative: { words: "Alternative in place", tone: "met", icon: "met" },
  not_applicable: { words: "Not applicable", tone: "quiet", icon: "none" },
};

export const NO_STATUS: StateWords = { words: "No status yet", tone: "open", icon: "judgement" };

/** States that leave a gap, which needs an owner and a day. */
export const GAPS: readonly SafeguardState[] = ["partial", "planned", "not_in_place"];

/** The mark of the rule, exactly as it stands in it; none for a standard. */
export const MARKS: Record<Designation, string> = {
  required: "(R) Required",
  addressable: "(A) Addressable",
  standard_without_specifications: "Standard, required as it stands",
  standard_with_specifications: "Standard with specifications",
};

export const CATEGORIES: Record<SafeguardCategory, string> = {
  administrative: "Administrative safeguards — 45 CFR 164.308",
  physical: "Physical safeguards — 45 CFR 164.310",
  technical: "Technical safeguards — 45 CFR 164.312",
  organizational: "Organizational requirements — 45 CFR 164.314",
  policies_procedures_documentation: "Policies, procedures and documentation — 45 CFR 164.316",
};

const FIELDS: Record<string, string> = {
  contribution: "What it would add here",
  size: "Size, complexity and capabilities",
  infrastructure: "Technical infrastructure",
  cost: "Cost",
  probability: "Probability and criticality",
  reasonable: "Whether it is reasonable and appropriate here",
  rationale: "Why",
  risks: "Risks that it lowers",
  cost_is_main_reason: "Cost as the main reason",
  implemented_by: "Implemented by",
  alternative: "Alternative measure",
  no_alternative_reason: "Why no alternative, and how the standard is met",
  policy: "Policy that carries the decision",
  review_on: "Next look",
  approval: "Approval",
  decision: "The decision",
  status: "Status",
  note: "Note",
  owner: "Owner",
  due: "Closed by",
  evidence: "Evidence",
  policies: "Policies",
};

/** A field of a status or a decision, by its name or its pointer. */
export function fieldWords(pointer: string): string {
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  return FIELDS[name] ?? pointerWords(name);
}

/** "164.308(a)(1)(i)": the citation without its title. */
export function shortCitation(citation: string): string {
  return citation.replace(/^45 CFR /, "");
}
