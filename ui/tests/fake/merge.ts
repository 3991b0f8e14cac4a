/** Three-way merge of a rating and of a policy, field by field, as the core does it. */
import type { CiaImpact, FieldConflict, SaveRisk } from "../../src/backend";
import { Failure } from "../../src/backend";
import { reconciled } from "../../src/shared/conflict/reconcile";

export type RatingFields = Pick<SaveRisk, "initiation" | "adverse" | "impact" | "rationale">;

type Flat = Record<string, string>;

/** Both changes in one; rejects with every field that both changed differently. */
export function settle(
  base: RatingFields,
  mine: RatingFields,
  theirs: RatingFields,
  newest: boolean,
): RatingFields {
  if (newest) return mine;
  const [was, mineFlat, theirsFlat] = [flat(base), flat(mine), flat(theirs)];
  const conflicts = Object.keys(was)
    .filter((key) => mineFlat[key] !== was[key] && theirsFlat[key] !== was[key])
    .filter((key) => mineFlat[key] !== theirsFlat[key])
    .map((field) => ({ field, theirs: theirsFlat[field], yours: mineFlat[field] }));
  if (conflicts.length > 0) throw changedBy("ruth", conflicts);
  const merged = Object.keys(was).map((key) => [
    key,
    mineFlat[key] === was[key] ? theirsFlat[key] : mineFlat[key],
  ]);
  return full(Object.fromEntries(merged) as Flat);
}

export function changedBy(by: string, conflicts: Omit<FieldConflict, "by" | "at">[]): Failure {
  const at = "2026-11-21T09:41:00Z";
  const all = conflicts.map((one) => ({ ...one, by, at }));
  return new Failure("conflict", "Somebody changed the same field.", null, [], all);
}

function flat({ initiation, adverse, impact, rationale }: RatingFields): Flat {
  return {
    "/residual/initiation": initiation,
    "/residual/adverse": adverse,
    "/residual/impact/c": impact.c,
    "/residual/impact/i": impact.i,
    "/residual/impact/a": impact.a,
    "/rationale": rationale,
  };
}

function full(one: Flat): RatingFields {
  const impact = {
    c: one["/residual/impact/c"],
    i: one["/residual/impact/i"],
    a: one["/residual/impact/a"],
  } as CiaImpact;
  return {
    initiation: one["/residual/initiation"],
    adverse: one["/residual/adverse"],
    impact,
    rationale: one["/rationale"],
  } as RatingFields;
}

/** Both changes of a record in one; rejects with every field that both changed differently. */
export function merged<T>(base: T, mine: T, theirs: T): T {
  const [was, own, now] = [pointers(base), pointers(mine), pointers(theirs)];
  const fields = [...new Set([...Object.keys(own), ...Object.keys(now)])];
  const conflicts = fields
    .filter((field) => own[field] !== was[field] && now[field] !== was[field])
    .filter((field) => own[field] !== now[field])
    .map((field) => ({ field, theirs: parsed(now[field]), yours: parsed(own[field]) }));
  if (conflicts.length > 0) throw changedBy("ruth", conflicts);
  return reconciled(base, mine, theirs, {});
}

/** Every value by its pointer, as JSON; the number of an item stands for its place. */
function pointers(value: unknown, at = ""): Flat {
  if (Array.isArray(value) && value.every((one) => isObject(one) && "number" in one)) {
    return Object.assign({}, ...value.map((one) => pointers(one, `${at}/${one.number}`))) as Flat;
  }
  if (!isObject(value)) return { [at]: JSON.stringify(value ?? null) };
  const parts = Object.entries(value).map(([name, one]) => pointers(one, `${at}/${name}`));
  return Object.assign({}, ...parts) as Flat;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string | undefined): FieldConflict["theirs"] {
  return text === undefined ? undefined : (JSON.parse(text) as FieldConflict["theirs"]);
}
