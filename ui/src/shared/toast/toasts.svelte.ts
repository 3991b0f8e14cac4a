/** Short messages that come and go; the shell shows them and reads them out. */
export type Toast = { id: number; text: string };

/** How long a message stays, in milliseconds. */
const STAY = 6000;

class Toasts {
  shown = $state<Toast[]>([]);
  #last = 0;

  say(text: string): void {
    const id = ++this.#last;
    this.shown.push({ id, text });
    setTimeout(() => this.dismiss(id), STAY);
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
