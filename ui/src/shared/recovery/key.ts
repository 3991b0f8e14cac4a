/** The recovery key as it is shown on paper and typed from it: 14 groups of four characters. */

const LENGTH = 56;
const GROUP = 4;
/** Crockford's base 32, with the letters that people read for 0 and 1. */
const SYMBOL = /[0-9A-Z]/i;
const NEVER = /u/i;

/** The groups of a printed key: "AB12-CD34" → ["AB12", "CD34"]. */
export function groups(key: string): string[] {
  return (
    symbols(key)
      .join("")
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  );
}

/** What is wrong with a typed key, in words; null where it can be tried. */
export function keyProblem(typed: string): string | null {
  const found = symbols(typed);
  if (found.length === 0) return "Type the recovery key from the printed sheet.";
  const wrong = found.findIndex((one) => !SYMBOL.test(one) || NEVER.test(one));
  if (wrong !== -1) {
    const group = Math.floor(wrong / GROUP) + 1;
    return `Group ${group} has “${found[wrong]}”, which no recovery key has. Look at it again.`;
  }
  if (found.length === LENGTH) return null;
  return `A recovery key has ${LENGTH} characters in 14 groups; this has ${found.length}.`;
}

function symbols(key: string): string[] {
  return [...key].filter((one) => !/[\s\-–—]/.test(one));
}
