/** What the linter's codes mean, in words that name the finding: one entry for every code. */
import type { Code } from "../../backend";

const TITLES: Record<Code, (text: string) => string> = {
  subjective_word: (text) => `“${text}” is not an objective time`,
  missing_trigger: () => "No event starts the clock",
  missing_unit: () => "A number without a unit",
  missing_role: () => "Nobody is named who has the duty",
  role_undefined: (text) => `“${text}” is no role of this policy`,
  range_not_single_limit: (text) => `“${text}” is a range, not one limit`,
  vague_quantity: (text) => `“${text}” is not a number`,
  vague_threshold: (text) => `“${text}” is not a threshold`,
  ambiguous_unit: (text) => `“${text}” can mean two things`,
  unit_day_type_undefined: () => "Calendar days or business days?",
  quantity_not_positive: () => "A limit must be a whole number above zero",
  exceeds_legal_cap: (text) => `“${text}” is longer than the law allows`,
  below_legal_floor: (text) => `“${text}” is shorter than the law asks`,
  conditional_escape: (text) => `“${text}” takes the limit back`,
  no_upper_bound: (text) => `“${text}” sets no upper limit`,
  legal_phrase_without_limit: (text) => `“${text}” needs a number and a unit beside it`,
  vague_word: (text) => `“${text}” may be read in more than one way`,
  passive_without_agent: () => "The sentence does not say who acts",
  missing_comparator: () => "Within, at least, or every?",
  missing_action: () => "The row does not say what is done",
};

export function findingTitle(code: Code, text: string): string {
  return TITLES[code](text);
}
