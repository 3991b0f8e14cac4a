/** The heat map as rows of cells: how many risks, and which level the place stands for. */
import type { Level } from "../../backend";
import { LEVELS } from "../../shared/level/levels";

export type HeatCell = { likelihood: Level; impact: Level; level: Level; risks: number };
export type HeatRow = { likelihood: Level; cells: HeatCell[] };

/**
 * NIST SP 800-30 Rev. 1, table I-2: columns are impact from very low to very high.
 * For the colour of a place only: a risk's own level always comes from the core.
 */
const LEVEL_OF: Record<Level, readonly Level[]> = {
  very_high: ["very_low", "low", "moderate", "high", "very_high"],
  high: ["very_low", "low", "moderate", "high", "very_high"],
  moderate: ["very_low", "low", "moderate", "moderate", "high"],
  low: ["very_low", "low", "low", "low", "moderate"],
  very_low: ["very_low", "very_low", "very_low", "low", "low"],
};

/** Rows from very high likelihood down, as the core hands the counts over. */
export function heatRows(counts: number[][]): HeatRow[] {
  return [...LEVELS].reverse().map((likelihood, row) => ({
    likelihood,
    cells: LEVELS.map((impact, column) => ({
      likelihood,
      impact,
      level: LEVEL_OF[likelihood][column] ?? "very_low",
      risks: counts[row]?.[column] ?? 0,
    })),
  }));
}
