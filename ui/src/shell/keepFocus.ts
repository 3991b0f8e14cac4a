/**
 * Keeps the keyboard's place: when what has the focus goes away, the heading of its part takes it.
 *
 * Screens that know a better place focus it themselves; this acts only where nothing has the focus.
 */
const PARTS = "li, form, section, main";
const HEADINGS = "h1, h2, h3, legend";

/** Attach to the page's main part. */
export function keepFocus(main: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  let around: HTMLElement[] = [];

  function come({ target }: FocusEvent): void {
    last = target instanceof HTMLElement && main.contains(target) ? target : null;
    around = last === null ? [] : partsAround(last);
  }
  // Whoever points beside everything wants the focus nowhere.
  const forget = () => (last = null);

  function look(): void {
    if (last === null || document.activeElement !== document.body) return;
    if (!last.isConnected) focusHeading(around);
    // What waited for an answer can be used again; until then the focus stands by.
    else if (!last.matches(":disabled")) last.focus({ preventScroll: true });
  }

  const watch = new MutationObserver(() => setTimeout(look));
  watch.observe(main, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", come);
  document.addEventListener("pointerdown", forget);
  return () => {
    watch.disconnect();
    document.removeEventListener("focusin", come);
    document.removeEventListener("pointerdown", forget);
  };
}

/** The parts of the page that an element stands in, the nearest first. */
function partsAround(element: HTMLElement): HTMLElement[] {
  const part = element.parentElement?.closest<HTMLElement>(PARTS) ?? null;
  return part === null ? [] : [part, ...partsAround(part)];
}

function focusHeading(parts: HTMLElement[]): void {
  for (const part of parts) {
    const heading = part.isConnected ? part.querySelector<HTMLElement>(HEADINGS) : null;
    if (heading === null) continue;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    return;
  }
}
