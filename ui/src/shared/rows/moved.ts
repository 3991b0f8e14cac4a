/** Lists whose rows a person puts in order. */

/** The list with an item one place up or down. */
export function moved<T>(rows: readonly T[], place: number, step: -1 | 1): T[] {
  const all = [...rows];
  const [row] = all.splice(place, 1);
  if (row !== undefined) all.splice(place + step, 0, row);
  return all;
}
