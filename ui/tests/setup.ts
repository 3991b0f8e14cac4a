/** Parts of a browser that jsdom lacks and the components need. */
if (typeof window !== "undefined") {
  Element.prototype.scrollIntoView ??= () => undefined;
  window.print = () => undefined;
  // A busy machine is slow, not wrong.
  const { configure } = await import("@testing-library/svelte");
  configure({ asyncUtilTimeout: 8000 });
}

export {};
