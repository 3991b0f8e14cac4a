/** Whole numbers as people type them. */

/** "1,200" → 1200; null where it is no whole number from 0. */
export function wholeNumber(typed: string): number | null {
  const digits = typed.replaceAll(/[\s,$]/g, "");
  if (!/^\d{1,10}$/.test(digits)) return null;
  const number = Number(digits);
  // The core keeps numbers in 32 bits.
  return number <= 4_294_967_295 ? number : null;
}
