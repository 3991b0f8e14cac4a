/** One record out of three: what both began with, one's own state, and what is stored now. */
import { choiceOf, type Choices } from "./conflict";

/** What an item of a list is known by, as the core merges lists. */
const KEYS = ["number", "id", "risk", "term", "role", "question"] as const;

type Fields = Record<string, unknown>;

/**
 * The record to go on with: what only one side changed comes from that side; of what both changed,
 * what was chosen, else one's own.
 */
export function reconciled<T>(base: T, mine: T, newest: T, choices: Choices, pointer = ""): T {
  if (alike(mine, newest)) return mine;
  if (isFields(base) && isFields(mine) && isFields(newest)) {
    return fields(base, mine, newest, choices, pointer) as T;
  }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(newest)) {
    const merged = list(base, mine, newest, choices, pointer);
    if (merged !== null) return merged as T;
  }
  if (same(mine, base)) return newest;
  if (same(newest, base)) return mine;
  return givesWay(choices, pointer) ? newest : mine;
}

/** Whether theirs was chosen for the field, for what it is part of, or for anything inside it. */
function givesWay(choices: Choices, pointer: string): boolean {
  if (choiceOf(choices, pointer) === "theirs") return true;
  const inside = Object.entries(choices).filter(([one]) => one.startsWith(`${pointer}/`));
  return inside.some(([, choice]) => choice === "theirs");
}

/** Whether two values hold the same; a field that is left out is one that holds nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (!isFields(one) || !isFields(other)) return false;
  return namesOf(one, other).every((name) => same(one[name], other[name]));
}

/** Space at the end belongs to the sentence that is being typed. */
function alike(mine: unknown, newest: unknown): boolean {
  if (typeof mine === "string" && typeof newest === "string") {
    return mine.trim() === newest.trim();
  }
  return same(mine, newest);
}

function fields(base: Fields, mine: Fields, newest: Fields, choices: Choices, at: string): Fields {
  const pairs = namesOf(base, mine, newest).map((name) => {
    const value = reconciled(base[name], mine[name], newest[name], choices, `${at}/${name}`);
    return [name, value] as const;
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** A list of named items, item by item; null where the items have no names. */
function list(
  base: unknown[],
  mine: unknown[],
  newest: unknown[],
  choices: Choices,
  at: string,
): unknown[] | null {
  const sides = [base, mine, newest].map(named);
  const [was, own, now] = sides;
  if (!was || !own || !now) return null;
  const merged = fields(was, own, now, choices, at);
  const order = [...new Set([...Object.keys(own), ...Object.keys(now)])];
  return order.flatMap((name) => (name in merged ? [merged[name]] : []));
}

function named(items: unknown[]): Fields | null {
  for (const key of KEYS) {
    const names = items.map((item) => (isFields(item) ? item[key] : undefined));
    const whole = names.every((name) => typeof name === "string" && name !== "");
    if (!whole || new Set(names).size < names.length) continue;
    return Object.fromEntries(items.map((item, index) => [names[index], item]));
  }
  return null;
}

function namesOf(...sides: Fields[]): string[] {
  return [...new Set(sides.flatMap((side) => Object.keys(side)))];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
