/** Our words for the scales of NIST SP 800-30 Rev. 1, tables G-2 to G-4 and H-3. */
import type { Level } from "../../backend";

/** How likely: a word that fits beside the choice. */
export const LIKELY: Record<Level, string> = {
  very_low: "highly unlikely",
  low: "unlikely",
  moderate: "somewhat likely",
  high: "highly likely",
  very_high: "almost certain",
};

/** How much harm: a word that fits beside the choice. */
export const HARM: Record<Level, string> = {
  very_low: "negligible",
  low: "limited",
  moderate: "serious",
  high: "severe",
  very_high: "several severe",
};

/** How much harm, as the guide tells it. */
export const HARM_AT_LENGTH: Record<Level, string> = {
  very_high: "several severe or catastrophic effects",
  high: "one severe effect: a main function lost, serious injury",
  moderate: "serious: works but much reduced, harm without threat to life",
  low: "limited: a noticeable reduction, minor loss",
  very_low: "negligible",
};
