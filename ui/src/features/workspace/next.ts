/** The next thing to do, and the exact field where it is done. */
import type { Gap, HomeLink } from "../../backend";
import { parse, type Route } from "../../routes";
import { gapWords, routeOfGap } from "../../shared/gap/gaps";

export type Next = { title: string; route: Route };

/**
 * What the core names as next. A gap of the assessment it names by its room alone, or by no screen:
 * then the first thing that must be settled leads to its field.
 */
export function nextOf(link: HomeLink | null, gaps: readonly Gap[]): Next | null {
  const route = link ? parse(link.route) : null;
  if (link && route && !isRoom(route)) return { title: link.title, route };
  const gap = gaps.find((one) => one.blocking) ?? gaps[0];
  if (gap) return { title: gapWords(gap), route: routeOfGap(gap) };
  return link && route ? { title: link.title, route } : null;
}

/** Whether the address is a whole room, without a record or a field. */
function isRoom(route: Route): boolean {
  return !("number" in route) && !("at" in route);
}
