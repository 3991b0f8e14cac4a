/** Which rows of a long table are drawn: those near the view, so that thousands stay quick. */

/** A table with more rows than this is drawn in part. */
export const MANY = 150;
/** Rows that are drawn before and after those in view, so that keys and scrolling find them. */
const BESIDE = 30;
/** The height of a row before one was measured, in pixels. */
export const ROW_HEIGHT = 46;

export type View = {
  /** How far the first row lies above the top of the view, in pixels; negative below it. */
  above: number;
  /** The height of the view in pixels. */
  height: number;
  /** The height of a row in pixels. */
  row: number;
};

/** The first row that is drawn, and the one after the last. */
export function drawn(rows: number, { above, height, row }: View): [number, number] {
  if (rows <= MANY) return [0, rows];
  const shown = Math.ceil(height / row) + 2 * BESIDE;
  const wanted = Math.floor(above / row) - BESIDE;
  const first = Math.max(0, Math.min(wanted, rows - shown));
  return [first, Math.min(rows, first + shown)];
}
