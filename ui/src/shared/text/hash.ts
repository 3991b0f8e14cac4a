/** Hashes as an eye compares them with paper. */

/** "7d79 3037 … 8f90": a hash that can be compared by eye with the one on paper. */
export function shortHash(hash: string): string {
  return hash.length < 20 ? hash : `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
}
