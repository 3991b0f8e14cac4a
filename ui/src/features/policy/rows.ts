/** Timeframes and parameters as rows of text. */
import type { Parameter, Timeframe } from "../../backend";
import { sentence } from "../../shared/text/count";

export const TIME_HEADS = ["Phase", "Severity", "Who", "Does what", "Limit", "Clock starts"];
export const PARAMETER_HEADS = ["Phase", "What", "Value"];

export function timeRow(time: Timeframe): { id: string; cells: string[] } {
  const limit = `${time.comparator} ${time.quantity} ${unitOf(time)}`;
  const cells = [
    sentence(time.phase),
    time.severity ?? "all",
    time.role,
    time.action,
    limit,
    time.trigger,
  ];
  return { id: time.number, cells };
}

export function parameterRow(parameter: Parameter): { id: string; cells: string[] } {
  const value = [
    SIGNS[parameter.comparator] ?? parameter.comparator,
    parameter.value,
    parameter.unit,
  ];
  const cells = [sentence(parameter.phase), parameter.name, value.filter(Boolean).join(" ")];
  return { id: parameter.number, cells };
}

/** Comparators as paper writes them. */
const SIGNS: Record<string, string> = { ">=": "≥", "<=": "≤", "=": "", in: "one of" };

/** "hours" → "hour" for exactly one. */
function unitOf(time: Timeframe): string {
  return time.quantity === 1 ? time.unit.replace(/s$/, "") : time.unit;
}
