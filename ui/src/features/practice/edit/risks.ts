/** Risks of the register as they are picked for a practice, each with its level. */
import type { PracticeOptions, PracticeRisk } from "../../../backend";
import { levelOr, levelStep } from "../../../shared/level/levels";
import type { Choice } from "../../../shared/pick/names.svelte";

type Risks = PracticeOptions["risks"];

/** "R-0016 Stolen token: Patient portal, high"; one that the register no longer has stays readable. */
export function riskOptions(risks: Risks, now = ""): Choice[] {
  const listed = risks.map(({ number, title, level }) => ({
    value: number,
    label: `${number} ${title} (${levelOr(level).toLowerCase()})`,
  }));
  const known = now === "" || listed.some(({ value }) => value === now);
  return known ? listed : [...listed, { value: now, label: now }];
}

/** What changed in the level since the link was made, in words; null where nothing did. */
export function levelChange(link: PracticeRisk, risks: Risks): string | null {
  const today = risks.find(({ number }) => number === link.risk)?.level;
  if (!today || !link.level || today === link.level) return null;
  const then = `It was ${levelOr(link.level).toLowerCase()} when the link was made.`;
  return levelStep(today) > levelStep(link.level)
    ? `${then} Support ends until you look at it again: change the sentence if it still holds.`
    : then;
}
