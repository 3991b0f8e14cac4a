/** The fields of a rating by their place in the record, and what each is called. */
import type { Level, RiskRow } from "../../backend";
import { pointerWords } from "../../shared/conflict/conflict";
import { valuesOf, type Values } from "./values";

export type RatingFields = { values: Values; rationale: string };

const WORDS: Record<string, string> = {
  "/residual": "Likelihood and impact",
  "/residual/initiation": "Likelihood of initiation",
  "/residual/adverse": "Likelihood of harm, once it starts",
  "/residual/impact": "Impact on ePHI",
  "/residual/impact/c": "Impact on confidentiality",
  "/residual/impact/i": "Impact on integrity",
  "/residual/impact/a": "Impact on availability",
  "/rationale": "Why these levels",
  "/effect": "What would happen",
  "/vulnerabilities": "Weaknesses",
  "/predisposing_conditions": "Conditions that make it worse",
  "/controls": "Controls in place",
  "/owner": "Owner",
  "/inherent": "Rating before controls",
  "/target": "Rating once the plan is done",
};

export function fieldWords(pointer: string): string {
  return WORDS[pointer] ?? pointerWords(pointer);
}

/** The rating of a row of the register. */
export function ratingFields({ residual, rationale }: RiskRow): RatingFields {
  return { values: valuesOf(residual), rationale };
}

/** The values by JSON pointer, empty where none is given; the core stores the rationale trimmed. */
export function flat({ values, rationale }: RatingFields): Flat {
  return {
    "/residual/initiation": values.initiation ?? "",
    "/residual/adverse": values.adverse ?? "",
    "/residual/impact/c": values.c ?? "",
    "/residual/impact/i": values.i ?? "",
    "/residual/impact/a": values.a ?? "",
    "/rationale": rationale.trim(),
  };
}

/** The rating of values by pointer, as `flat` writes them. */
export function unflat(flat: Flat): RatingFields {
  const level = (pointer: string) => (flat[pointer] || null) as Level | null;
  const values: Values = {
    initiation: level("/residual/initiation"),
    adverse: level("/residual/adverse"),
    c: level("/residual/impact/c"),
    i: level("/residual/impact/i"),
    a: level("/residual/impact/a"),
  };
  return { values, rationale: flat["/rationale"] ?? "" };
}

type Flat = Record<string, string>;
