/** Light, dark or as the system says; remembered on this computer. */
export type Appearance = "system" | "light" | "dark";

const KEY = "appearance";

class Chosen {
  value = $state<Appearance>(read());

  constructor() {
    apply(this.value);
  }

  choose(appearance: Appearance): void {
    this.value = appearance;
    localStorage.setItem(KEY, appearance);
    apply(appearance);
  }
}

export const appearance = new Chosen();

function read(): Appearance {
  const stored = localStorage.getItem(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function apply(appearance: Appearance): void {
  const root = document.documentElement;
  if (appearance === "system") delete root.dataset.theme;
  else root.dataset.theme = appearance;
}
