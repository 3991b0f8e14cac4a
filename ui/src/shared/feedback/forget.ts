/** What the page holds longer than a screen, and letting go of it when the workspace locks. */
type Forgetful = { forget(): void };

const kept = new Set<Forgetful>();

/** Marks something that outlives its screen, so that locking empties it. */
export function lasting<T extends Forgetful>(one: T): T {
  kept.add(one);
  return one;
}

/** Empties everything that was marked. */
export function forgetAll(): void {
  for (const one of kept) one.forget();
}
