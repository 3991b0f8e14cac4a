/** What may be done about a risk, by its state and by who asks: the reason where it may not. */
import type { RiskDetail } from "../../backend";

export type Act = "plan" | "accept" | "finish" | "close" | "remove";

/** Null where the act is offered; else why not, or empty where there is nothing to say. */
export type Offers = Record<Act, string | null>;

const READER = "Your access reads risks but does not change them.";
const UNRATED = "Rate the risk first: a plan and an acceptance answer a level.";
const CLOSED = "The risk is closed.";

export function offers({ row, risk, limit, open }: RiskDetail, mayWrite: boolean): Offers {
  const closed = row.status === "closed" ? CLOSED : null;
  const unrated = row.level === null ? UNRATED : null;
  const reader = mayWrite ? null : READER;
  const accept = limit.may_accept ? null : `Accepting at this level: ${limit.who}.`;
  const planned = risk.treatment && !risk.treatment.done_on ? null : "";
  return {
    plan: reader ?? closed ?? unrated,
    // An executive accepts without writing risks.
    accept: closed ?? unrated ?? accept,
    finish: reader ?? closed ?? unrated ?? planned,
    close: reader ?? closed ?? unrated,
    remove: reader ?? (row.level === null && open ? null : ""),
  };
}
