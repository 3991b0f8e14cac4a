/** The citation of a safeguard as a part of an address. */

/** "45 CFR 164.308(a)(1)(ii)(A)" → "308-a-1-ii-A". */
export function slugOf(citation: string): string {
  return citation
    .replace(/^45 CFR 164\./, "")
    .replace(/[()]+/g, "-")
    .replace(/-$/, "");
}
