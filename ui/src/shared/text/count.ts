/** "1 risk", "3 risks"; the plural is given where an s is not enough. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "812 B", "24 KB", "1.3 MB": the size of a file. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The last part of a path of any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).pop() ?? path;
}

/** The first letter in upper case, the rest as it is. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How far a text is from the length it needs: "12 of 40 characters"; how long it is once it suffices. */
export function lengthWords(text: string, least: number): string {
  const written = [...text.trim()].length;
  return written < least ? `${written} of ${least} characters` : `${written} characters`;
}
