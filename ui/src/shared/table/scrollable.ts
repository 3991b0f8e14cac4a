/**
 * Attach to the frame of a wide table: where the table is wider than the window, the frame can be
 * focused and scrolled with the keys.
 */
export function scrollable(frame: HTMLElement): () => void {
  const update = () => {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  };
  update();
  window.addEventListener("resize", update);
  void document.fonts?.ready.then(update);
  return () => window.removeEventListener("resize", update);
}
