/** What is wrong with a new passphrase before the core sees it. */

/** The shortest passphrase that the core takes for a new workspace, in characters. */
export const SHORTEST_PASSPHRASE = 12;

export function passphraseProblem(passphrase: string, shortest: number): string | null {
  const length = [...passphrase].length;
  if (length === 0) return "Type a passphrase.";
  return length < shortest ? `This has ${length} characters; ${shortest} are needed.` : null;
}

export function againProblem(passphrase: string, again: string): string | null {
  if (passphrase === "" || passphrase === again) return null;
  return again === "" ? "Type it once more." : "The two are not the same.";
}

/** Whether both were typed as they must be. */
export function goodPair(passphrase: string, again: string, shortest: number): boolean {
  return passphraseProblem(passphrase, shortest) === null && passphrase === again;
}
