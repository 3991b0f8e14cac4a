/** Parts of a browser that jsdom lacks and the components need. */
Element.prototype.scrollIntoView ??= () => undefined;
window.print = () => undefined;
