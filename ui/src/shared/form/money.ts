/** Sums of money as they are typed and read: whole US dollars. */

/** The dollars of a typed sum: nothing where nothing was typed, null where it is no sum. */
export function dollarsOf(text: string): number | undefined | null {
  const plain = text.replace(/[$,\s]/g, "");
  if (plain === "") return undefined;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** "$1,200 once, $300 a year"; "no cost given" where there is none. */
export function costWords(once: number | undefined, yearly: number | undefined): string {
  const parts = [
    once === undefined ? null : `$${once.toLocaleString("en-US")} once`,
    yearly === undefined ? null : `$${yearly.toLocaleString("en-US")} a year`,
  ];
  return parts.filter((part) => part !== null).join(", ") || "no cost given";
}
