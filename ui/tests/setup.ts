/** Parts of a browser that jsdom lacks and the components need. */
if (typeof window !== "undefined") {
  Element.prototype.scrollIntoView ??= () => undefined;
  window.print = () => undefined;
}
