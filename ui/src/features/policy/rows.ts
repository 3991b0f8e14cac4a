/** Timeframes, parameters, standards and effects of a policy as text. */
import type { Alignment, Effect, Parameter, Timeframe } from "../../backend";
import { count, sentence } from "../../shared/text/count";

export type Row = { id: string; cells: string[] };

export function timeRow(time: Timeframe): Row {
  const limit = `${time.comparator} ${time.quantity} ${unitOf(time)}`;
  const severity = time.severity ?? "all";
  const cells = [sentence(time.phase), severity, time.role, time.action, limit, time.trigger];
  return { id: time.number, cells };
}

export function parameterRow(parameter: Parameter): Row {
  const sign = SIGNS[parameter.comparator] ?? parameter.comparator;
  const value = [sign, parameter.value, parameter.unit].filter(Boolean).join(" ");
  return { id: parameter.number, cells: [sentence(parameter.phase), parameter.name, value] };
}

export function alignmentRow(one: Alignment, names: Record<string, string>): Row {
  const name = names[one.framework] ?? one.framework;
  const words = [one.explanation, one.applicability].filter(Boolean).join(" ");
  return { id: `${one.framework}-${one.element}`, cells: [name, one.element, words] };
}

/** What following a statement does to a risk, in a few words. */
export function effectWords(effect: Effect): string {
  if ("lowers_likelihood" in effect) {
    return `lowers likelihood by ${count(effect.lowers_likelihood, "level")}`;
  }
  if ("lowers_impact" in effect) return `lowers impact by ${count(effect.lowers_impact, "level")}`;
  if ("detects" in effect) return `detects: ${effect.detects}`;
  return `recovers: ${effect.recovers}`;
}

/** "nist-csf-2.0" → "NIST CSF 2.0": the name on a chip; an own standard has its whole name. */
export function frameworkShort(id: string, names: Record<string, string> = {}): string {
  if (id.startsWith("own-")) return names[id] ?? id;
  const publication = /^nist-(\d{3}.*?)(r\d+)?$/.exec(id);
  if (publication === null) return id.toUpperCase().replaceAll("-", " ");
  const [, number = "", revision = ""] = publication;
  return `NIST ${number} ${revision}`.trim();
}

/** Comparators as paper writes them. */
const SIGNS: Record<string, string> = { ">=": "≥", "<=": "≤", "=": "", in: "one of" };

/** "hours" → "hour" for exactly one. */
function unitOf(time: Timeframe): string {
  return time.quantity === 1 ? time.unit.replace(/s$/, "") : time.unit;
}
