/** Fifteen minutes, as the automatic logoff of 45 CFR 164.312(a)(2)(iii) is commonly set. */
export const IDLE_LIMIT = 15 * 60 * 1000;

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Calls `act` once nobody has touched the window for `limit` milliseconds; gives the way to stop. */
export function whenIdle(act: () => void, limit = IDLE_LIMIT): () => void {
  let timer = setTimeout(act, limit);
  const wake = () => {
    clearTimeout(timer);
    timer = setTimeout(act, limit);
  };
  for (const sign of SIGNS) window.addEventListener(sign, wake, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, wake);
  };
}
