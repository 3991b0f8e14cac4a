/** The fields of a rating by their place in the record, and what each is called. */
import type { CiaImpact, Level, SaveRisk } from "../../backend";
import { pointerWords } from "../../shared/conflict/conflict";

export type RatingFields = Pick<SaveRisk, "initiation" | "adverse" | "impact" | "rationale">;

const WORDS: Record<string, string> = {
  "/residual": "Likelihood and impact",
  "/residual/initiation": "Likelihood of initiation",
  "/residual/adverse": "Likelihood of harm, once it starts",
  "/residual/impact": "Impact on ePHI",
  "/residual/impact/c": "Impact on confidentiality",
  "/residual/impact/i": "Impact on integrity",
  "/residual/impact/a": "Impact on availability",
  "/rationale": "Why these levels",
};

export function fieldWords(pointer: string): string {
  return WORDS[pointer] ?? pointerWords(pointer);
}

/** The values by JSON pointer; the core stores the rationale without space around it. */
export function flat({ initiation, adverse, impact, rationale }: RatingFields): Flat {
  return {
    "/residual/initiation": initiation,
    "/residual/adverse": adverse,
    "/residual/impact/c": impact.c,
    "/residual/impact/i": impact.i,
    "/residual/impact/a": impact.a,
    "/rationale": rationale.trim(),
  };
}

/** The rating of values by pointer, as `flat` writes them. */
export function unflat(values: Flat): RatingFields {
  const level = (pointer: string) => values[pointer] as Level;
  const impact: CiaImpact = {
    c: level("/residual/impact/c"),
    i: level("/residual/impact/i"),
    a: level("/residual/impact/a"),
  };
  return {
    initiation: level("/residual/initiation"),
    adverse: level("/residual/adverse"),
    impact,
    rationale: values["/rationale"] ?? "",
  };
}

type Flat = Record<string, string>;
