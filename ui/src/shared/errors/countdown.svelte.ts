/** The seconds until a passphrase may be tried again, counted down on this computer. */
import type { Failure } from "../../backend";
import { secondsToWait } from "./wait";

export class Countdown {
  left = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Begins anew where the failure asks to wait. */
  follow(failure: Failure | null): void {
    const seconds = secondsToWait(failure);
    this.stop();
    if (seconds === 0) return;
    const until = Date.now() + seconds * 1000;
    const count = () => {
      // Never read back here: an effect that follows a failure must not follow the seconds too.
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      this.left = left;
      if (left === 0) clearInterval(this.#timer);
    };
    this.#timer = setInterval(count, 1000);
    count();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.left = 0;
  }
}
