/**
 * Where the window is now: the current route, and whether a heading should take the focus.
 */
import { href, parse, type Route } from "./routes";

class Location {
  /** The current route; null where the address leads nowhere. */
  route = $state.raw<Route | null>(parse(window.location.hash));
  #arriving = false;

  constructor() {
    window.addEventListener("hashchange", () => {
      this.route = parse(window.location.hash);
      this.#arriving = true;
    });
  }

  go(route: Route): void {
    window.location.hash = href(route);
  }

  /** Replaces the address without a step in the history. */
  amend(route: Route): void {
    window.history.replaceState(null, "", href(route));
    this.route = route;
  }

  /** Marks that the person has come to a new screen. */
  arrive(): void {
    this.#arriving = true;
  }

  /** True once after each arrival, for the heading that is shown first. */
  claimArrival(): boolean {
    const arriving = this.#arriving;
    this.#arriving = false;
    return arriving;
  }
}

export const location = new Location();

/** Attach to a screen's heading: it takes the focus when the person arrives there. */
export function focusOnArrival(heading: HTMLElement): void {
  heading.tabIndex = -1;
  if (location.claimArrival() || isInside(heading)) heading.focus();
}

/** A record that comes after the page's heading is what the person came for. */
function isInside(heading: HTMLElement): boolean {
  return heading.tagName === "H2" && document.activeElement?.tagName === "H1";
}

/** Brings the field named by `at` into view and focuses it, once its screen shows it. */
export function focusField(at: string | undefined): void {
  if (at === undefined) return;
  const field = document.getElementById(at);
  if (field === null) return;
  // What is folded is opened: the field may be inside, or be the fold itself.
  for (
    let fold = field.closest("details");
    fold;
    fold = fold.parentElement?.closest("details") ?? null
  )
    fold.open = true;
  if (!field.matches("a, button, input, select, textarea, [tabindex]")) field.tabIndex = -1;
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
  // The person has arrived here, and not at the heading.
  location.claimArrival();
}
