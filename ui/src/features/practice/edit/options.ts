/** What the lists of a practice offer. */
import type { PracticeOptions } from "../../../backend";
import type { Choice } from "../../../shared/pick/names.svelte";

/** Types of practice; one of an older edition stays readable. */
export function typeOptions(known: PracticeOptions | null, now = ""): Choice[] {
  const listed = (known?.practice_types ?? []).map(({ id, label }) => ({ value: id, label }));
  return [{ value: "", label: "None of the usual types" }, ...withNow(listed, now)];
}

/** Policies in force; one that is no longer in force stays readable. */
export function policyOptions(known: PracticeOptions | null, now = ""): Choice[] {
  const listed = (known?.policies ?? []).map(({ number, title, version }) => ({
    value: number,
    label: `${number} ${title}, version ${version}`,
  }));
  return [{ value: "", label: "Choose a policy in force" }, ...withNow(listed, now)];
}

/** Statements of a policy in force; none where the policy is not in force. */
export function statementOptions(known: PracticeOptions | null, policy: string): Choice[] {
  const found = known?.policies.find(({ number }) => number === policy);
  return (found?.statements ?? []).map(({ number, text }) => ({
    value: number,
    label: `${number} ${text}`,
  }));
}

function withNow(choices: Choice[], now: string): Choice[] {
  const known = now === "" || choices.some(({ value }) => value === now);
  return known ? choices : [...choices, { value: now, label: now }];
}
