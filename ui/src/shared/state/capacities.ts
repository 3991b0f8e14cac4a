/** The capacities in which people approve. */
import type { Capacity } from "../../backend";

export const CAPACITIES: Record<Capacity, string> = {
  security_official: "Security official",
  executive: "Executive",
  privacy_official: "Privacy official",
  outside_reviewer: "Outside reviewer",
};
