/**
 * When nobody has touched the window for a while: a warning first, then the lock.
 *
 * By the clock, not by a timer's length: a computer that slept does not come back unlocked.
 */

/** How long before the lock the person is warned, in milliseconds. */
export const WARNING = 60_000;

/** A clock that jumped further than this between two looks was asleep. */
const ASLEEP = 2 * 60_000;
const LOOK = 1000;
/** How often the core hears that somebody is there, at most. */
const KEEP = 30_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

export type Idle = {
  /** Milliseconds without a touch until it locks. */
  limit: number;
  /** A minute before it locks. */
  warn: () => void;
  /** Somebody touched the window after the warning. */
  calm: () => void;
  /** Somebody is there: now and then, so that the core does not lock under their hands. */
  keep: () => void;
  lock: () => void;
};

/** Watches the window; gives the way to stop. */
export function watchIdle({ limit, warn, calm, keep, lock }: Idle): () => void {
  let touched = Date.now();
  let looked = touched;
  let kept = touched;
  let warned = false;
  let done = false;

  /** True where the time is over, by idling or by sleeping. */
  function over(now: number): boolean {
    const asleep = now - looked > ASLEEP;
    looked = now;
    return asleep || now - touched >= limit;
  }

  function end(): void {
    if (done) return;
    stop();
    lock();
  }

  function look(): void {
    const now = Date.now();
    if (over(now)) return end();
    if (warned || now - touched < limit - Math.min(WARNING, limit / 2)) return;
    warned = true;
    warn();
  }

  // The first touch after a sleep comes before the first look: it must not undo the lock.
  function touch(): void {
    const now = Date.now();
    if (over(now)) return end();
    touched = now;
    if (now - kept >= KEEP) {
      kept = now;
      keep();
    }
    if (!warned) return;
    warned = false;
    calm();
  }

  function stop(): void {
    done = true;
    clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, touch, true);
    document.removeEventListener("visibilitychange", look);
  }

  const timer = setInterval(look, LOOK);
  for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true, capture: true });
  document.addEventListener("visibilitychange", look);
  return stop;
}
