/** Short messages that come and go; the shell shows them and reads them out. */

/** An act that a message offers, named by its verb. */
export type ToastAct = { title: string; run: () => void };
export type Toast = { id: number; text: string; act?: ToastAct };

/** How long a message stays, in milliseconds; one that offers an act stays longer. */
const STAY = 6000;
const STAY_WITH_ACT = 12_000;

class Toasts {
  shown = $state<Toast[]>([]);
  #last = 0;

  say(text: string, act?: ToastAct): void {
    const id = ++this.#last;
    this.shown.push({ id, text, act });
    setTimeout(() => this.dismiss(id), act ? STAY_WITH_ACT : STAY);
  }

  /** Takes every message away: they may name what the workspace holds. */
  clear(): void {
    this.shown = [];
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
