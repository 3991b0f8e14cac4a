/** Fields that two people changed: what each stored, and which of the two stands. */
import type { FieldConflict } from "../../backend";
import { levelWords, LEVELS } from "../level/levels";
import { sentence } from "../text/count";

export type Choice = "theirs" | "mine";
/** What was chosen for each field, by its pointer. */
export type Choices = Record<string, Choice>;

/** The choice for a field; a choice for a whole counts for its parts. */
export function choiceOf(choices: Choices, pointer: string): Choice | undefined {
  for (let part = pointer; part !== ""; part = part.slice(0, part.lastIndexOf("/"))) {
    const choice = choices[part];
    if (choice !== undefined) return choice;
  }
  return undefined;
}

/** One choice for every field. */
export function all(conflicts: readonly FieldConflict[], choice: Choice): Choices {
  return Object.fromEntries(conflicts.map(({ field }) => [field, choice]));
}

/** Whether every field has its choice. */
export function complete(conflicts: readonly FieldConflict[], choices: Choices): boolean {
  return conflicts.every(({ field }) => choices[field] !== undefined);
}

/**
 * The record as it is to be saved on the newest revision, as values by pointer: what was chosen,
 * else one's own change, else what is stored now.
 */
export function settled<T>(
  base: Record<string, T>,
  mine: Record<string, T>,
  newest: Record<string, T>,
  choices: Choices,
): Record<string, T> {
  const pairs = Object.entries(newest).map(([pointer, stored]) => {
    const own = mine[pointer];
    const changed = own !== undefined && own !== base[pointer];
    const keep = changed && choiceOf(choices, pointer) !== "theirs";
    return [pointer, keep ? own : stored];
  });
  return Object.fromEntries(pairs);
}

/** "/residual/inherent_level" → "Inherent level": for a field that nobody gave words. */
export function pointerWords(pointer: string): string {
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  return sentence(name.replaceAll("_", " "));
}

/** A stored value as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return textWords(value);
  if (Array.isArray(value)) return value.map(valueWords).join(", ") || "nothing";
  if (typeof value === "object") {
    const parts = Object.entries(value).map(([key, one]) => `${key}: ${valueWords(one)}`);
    return parts.join(", ");
  }
  return String(value);
}

function textWords(text: string): string {
  const level = LEVELS.find((one) => one === text);
  return level ? levelWords(level) : text;
}
