/** The five-step scale of NIST SP 800-30 Rev. 1: its order and its words. */
import type { Level } from "../../backend";

/** From the lowest to the highest. */
export const LEVELS = ["very_low", "low", "moderate", "high", "very_high"] as const;

const WORDS: Record<Level, string> = {
  very_low: "Very low",
  low: "Low",
  moderate: "Moderate",
  high: "High",
  very_high: "Very high",
};

export function levelWords(level: Level): string {
  return WORDS[level];
}

/** A level in words, and plainly that there is none yet. */
export function levelOr(level: Level | null | undefined): string {
  return level ? WORDS[level] : "Not rated";
}

/** 0 where there is none yet, 1 for very low to 5 for very high. */
export function stepOr(level: Level | null | undefined): number {
  return level ? levelStep(level) : 0;
}

/** 1 for very low to 5 for very high. */
export function levelStep(level: Level): number {
  return LEVELS.indexOf(level) + 1;
}
