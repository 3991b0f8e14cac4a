/** The fake's register of risks: rating, facts, plan, acceptance and the end of a risk. */
import type { Likelihoods, Risk, RiskDetail, SaveRisk } from "../../src/backend";
import { Failure } from "../../src/backend";
import { find, type Part } from "./core";
import { settle, type RatingFields } from "./merge";
import type { Past } from "./past";
import { rate } from "./rate";
import { limitOf } from "./risks";

const TODAY = "2026-11-21";

export function risk(register: RiskDetail[], past: Past): Part<"risk"> {
  const before = new Map<string, RatingFields>();
  const named = (number: string) => find(register, (one) => one.row.number === number);
  const change = (number: string, based_on: number, act: (detail: RiskDetail) => void) => {
    const detail = named(number);
    if (based_on > detail.revision) throw new Failure("conflict", "");
    act(detail);
    detail.revision += 1;
    return detail;
  };
  return {
    "risk::list": () => ({
      assessment: "AS-2026",
      tolerance: "moderate",
      risks: register.map((one) => one.row),
    }),
    "risk::get": ({ number }) => named(number),
    "risk::rate": rate,
    "risk::save": ({ number, based_on_revision, initiation, adverse, impact, rationale }) => {
      const one = named(number);
      const sent: RatingFields = { initiation, adverse, impact, rationale };
      const old = ratingOf(one);
      const base = before.get(`${number} ${based_on_revision}`) ?? old;
      const merged =
        base === null ? sent : settle(base, sent, old ?? sent, one.revision === based_on_revision);
      const put = (rating: RatingFields | null) => {
        const was = ratingOf(one);
        if (was !== null) before.set(`${number} ${one.revision}`, was);
        rateAs(one, rating);
        one.revision += 1;
      };
      put(merged);
      const record = { kind: "risk", id: `AS-2026/${number}` };
      past.did(
        "risk::save",
        record,
        `rating of ${number}`,
        () => put(old),
        () => put(merged),
      );
      return { row: one.row, revision: one.revision };
    },
    "risk::save_facts": ({ number, based_on_revision, ...facts }) =>
      change(number, based_on_revision, (one) => {
        Object.assign(one.risk, facts, { carried: false });
        one.row.inherent = facts.inherent ? rate(facts.inherent).level : null;
        one.row.target = facts.target ? rate(facts.target).level : null;
      }),
    "risk::treat": ({ number, based_on_revision, target, ...plan }) =>
      change(number, based_on_revision, (one) => {
        Object.assign(one.risk, { treatment: plan, target });
        one.row.status = "treatment_planned";
        one.row.treatment = `Mitigate by ${plan.due} (${plan.owner})`;
        one.row.target = target ? rate(target).level : null;
      }),
    "risk::accept": ({ number, based_on_revision, reason, expires }) =>
      change(number, based_on_revision, (one) => {
        if (!one.limit.may_accept) throw new Failure("forbidden", "");
        one.risk.acceptance = { by: "P-001", on: TODAY, reason, expires };
        one.row.status = "accepted";
        one.row.treatment = `Accepted until ${expires}`;
      }),
    "risk::finish": ({ number, based_on_revision, done_on, residual, rationale, evidence }) =>
      change(number, based_on_revision, (one) => {
        const { treatment } = one.risk;
        if (!treatment || evidence.length === 0) throw new Failure("invalid", "");
        one.risk = { ...one.risk, evidence, treatment: { ...treatment, done_on } };
        rateAs(one, { ...residual, rationale });
        one.row.status = "treated";
        one.row.treatment = `Mitigate: done ${done_on}`;
      }),
    "risk::close": ({ number, based_on_revision }) =>
      change(number, based_on_revision, (one) => {
        one.row.status = "closed";
      }),
    "risk::remove": ({ number }) => {
      const one = named(number);
      if (one.row.level !== null) throw new Failure("in_use", "");
      register.splice(register.indexOf(one), 1);
      return {};
    },
  };
}

function ratingOf({ row, risk }: RiskDetail): RatingFields | null {
  return row.residual ? { ...row.residual, rationale: risk.rationale } : null;
}

function rateAs(one: RiskDetail, rating: RatingFields | Omit<SaveRisk, "number"> | null): void {
  if (rating === null) {
    Object.assign(one.row, { residual: null, likelihood: null, impact: null, level: null });
    return;
  }
  const { initiation, adverse, impact, rationale } = rating;
  const residual: Likelihoods = { initiation, adverse, impact };
  const result = rate(residual);
  const rated: Partial<Risk> = { residual, rationale, rated_by: "P-001", rated_on: TODAY };
  Object.assign(one.row, { residual, rationale, ...result });
  if (one.row.status === "identified") one.row.status = "evaluated";
  one.risk = { ...one.risk, ...rated };
  one.rated_by = "Dana Whitfield";
  one.limit = limitOf(result.level);
  const recorded_at = "2026-11-21T10:42:00Z";
  const record = {
    revision: one.revision + 1,
    recorded_at,
    by: "dana",
    level: result.level,
    rationale,
  };
  one.history = [record, ...one.history];
}
