/** Words that a person types into a list of their own. */

/** The list with what was typed, each once whatever its case; several are parted by semicolons. */
export function entered(chosen: readonly string[], typed: string): string[] {
  const all = [...chosen];
  for (const one of typed.split(/[;\n]/).map((part) => part.trim())) {
    const known = all.some((other) => other.toLowerCase() === one.toLowerCase());
    if (one !== "" && !known) all.push(one);
  }
  return all;
}
