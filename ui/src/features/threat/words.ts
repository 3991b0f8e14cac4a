/** Threats in words. */
import type { SecurityObjective, SourceClass, ThreatAnswer, ThreatRow } from "../../backend";
import type { ThreatShow } from "../../routes";
import type { StateWords } from "../../shared/state/words";

/** The fewest characters of a reason why a threat does not apply. */
export const SHORTEST_REASON = 20;

export const CLASSES: { value: SourceClass; label: string; hint: string }[] = [
  { value: "adversarial", label: "Adversarial", hint: "People who mean harm." },
  { value: "accidental", label: "Accidental", hint: "People who make mistakes." },
  { value: "structural", label: "Structural", hint: "Equipment and software that fail." },
  { value: "environmental", label: "Environmental", hint: "Nature and what you depend on." },
];

export const OBJECTIVES: { value: SecurityObjective; label: string }[] = [
  { value: "C", label: "Confidentiality" },
  { value: "I", label: "Integrity" },
  { value: "A", label: "Availability" },
];

export const ANSWERS: { value: ThreatAnswer; label: string }[] = [
  { value: "applicable", label: "Applicable" },
  { value: "not_applicable", label: "Not applicable" },
  { value: "unsure", label: "Unsure" },
];

export const STATES: Record<ThreatAnswer, StateWords> = {
  applicable: { words: "Applicable", tone: "met", icon: "met" },
  not_applicable: { words: "Not applicable", tone: "quiet", icon: "none" },
  unsure: { words: "Unsure", tone: "open", icon: "judgement" },
};

export const UNDECIDED: StateWords = { words: "Undecided", tone: "open", icon: "clock" };
export const CARRIED: StateWords = { words: "Confirm or change", tone: "open", icon: "stale" };

export const SHOWS: { value: ThreatShow | ""; label: string }[] = [
  { value: "", label: "All" },
  { value: "undecided", label: "Undecided" },
  { value: "applicable", label: "Applicable" },
  { value: "not_applicable", label: "Not applicable" },
  { value: "unsure", label: "Unsure" },
  { value: "impermissible", label: "Impermissible uses" },
  { value: "own", label: "Your own" },
];

/** Whether a threat belongs to what is shown. */
export function isShown(threat: ThreatRow, show: ThreatShow | undefined): boolean {
  switch (show) {
    case "undecided":
      return threat.answer === null || threat.carried;
    case "impermissible":
      return threat.impermissible_use;
    case "own":
      return threat.own;
    case "applicable":
    case "not_applicable":
    case "unsure":
      return threat.answer === show;
    default:
      return true;
  }
}

/** Whether every word is found in the number, the name or the description. */
export function matches({ id, name, description }: ThreatRow, filter: string): boolean {
  const text = `${id} ${name} ${description}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
