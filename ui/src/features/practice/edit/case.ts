/** A decision for one case in words: what each field asks, and how late it was written down. */
import type { CaseDetermination } from "../../../backend";
import { count } from "../../../shared/text/count";

type Field = {
  [K in keyof CaseDetermination]-?: CaseDetermination[K] extends string ? K : never;
}[keyof CaseDetermination];

export type CaseText = {
  field: Field;
  label: string;
  hint?: string;
  line?: boolean;
  /** Asked in some cases only. */
  optional?: boolean;
};

/** In the order in which they are asked. */
export const CASE_TEXTS = {
  before: [
    {
      field: "facts",
      label: "The particular facts and circumstances",
      hint: "What happened, to what, when and how you know. Of this case, not of cases like it.",
    },
    { field: "requestor", label: "Who asked", line: true },
    { field: "request", label: "What was asked for" },
    { field: "no_policy_reason", label: "Why no policy of yours covers it" },
    {
      field: "not_this_policy_reason",
      label: "Why it does not rest on the policy that lists this type",
      hint: "Only where a policy in force lists it.",
      optional: true,
    },
  ] satisfies CaseText[],
  need: [
    {
      field: "necessity",
      label: "Why it is necessary",
      hint: "What would happen without it.",
    },
  ] satisfies CaseText[],
  few: {
    field: "few_alternatives_reason",
    label: "Why there were fewer than two to weigh",
  } satisfies CaseText,
  conclusion: {
    field: "conclusion",
    label: "Conclusion on the alternatives",
    hint: "Why none of them answers the risk and gets in the way less.",
  } satisfies CaseText,
  end: { field: "end_condition", label: "What ends it", line: true } satisfies CaseText,
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "Written down 3 hours after it was decided."; null where either time is missing. */
export function lagWords(decided: string | undefined, recorded: string | undefined): string | null {
  const gap = Date.parse(recorded ?? "") - Date.parse(decided ?? "");
  if (Number.isNaN(gap)) return null;
  if (gap < MINUTE) return "Written down as it was decided.";
  return `Written down ${spanWords(gap)} after it was decided.`;
}

function spanWords(gap: number): string {
  if (gap < HOUR) return count(Math.floor(gap / MINUTE), "minute");
  if (gap < 2 * DAY) return count(Math.floor(gap / HOUR), "hour");
  return count(Math.floor(gap / DAY), "day");
}
