/** The profile in words: what each value is called and means. */
import type { ActorType, Complexity, EntityKind, Level, SizeBand } from "../../backend";
import { pointerWords } from "../../shared/conflict/conflict";
import { LEVELS, levelWords } from "../../shared/level/levels";

type Option<V> = { value: V; label: string; hint?: string };

export const KINDS: Option<EntityKind>[] = [
  {
    value: "covered_entity",
    label: "Covered entity",
    hint: "A health plan, a clearinghouse, or a provider that bills or checks eligibility electronically.",
  },
  {
    value: "business_associate",
    label: "Business associate",
    hint: "Handles protected health information on behalf of a covered entity.",
  },
  {
    value: "hybrid",
    label: "Hybrid entity",
    hint: "One legal entity of which only designated parts do health care work.",
  },
];

export const ACTORS: Option<ActorType>[] = [
  { value: "health_care_provider", label: "Health care provider" },
  { value: "certified_health_it_developer", label: "Developer of certified health IT" },
  { value: "health_information_network", label: "Health information network or exchange" },
];

export const BANDS: Option<SizeBand>[] = [
  { value: "small_practice", label: "Practice, 1 to 10 providers" },
  { value: "medium_practice", label: "Practice, 11 to 50 providers" },
  { value: "large_practice", label: "Practice, 51 to 500 providers" },
  { value: "very_large_practice", label: "Practice, over 500 providers" },
  { value: "small_hospital", label: "Hospital, under 50 beds" },
  { value: "medium_hospital", label: "Hospital, 50 to 299 beds" },
  { value: "large_hospital", label: "Hospital, 300 beds or more" },
  { value: "health_plan", label: "Health plan" },
  { value: "clearinghouse", label: "Clearinghouse" },
  { value: "business_associate", label: "Business associate" },
];

export const COMPLEXITIES: Option<Complexity>[] = [
  { value: "multiple_ehrs", label: "More than one EHR" },
  { value: "around_the_clock", label: "Work around the clock" },
  { value: "emergency_or_inpatient", label: "Emergency or inpatient care" },
  { value: "research", label: "Research" },
  { value: "telehealth", label: "Telehealth" },
  { value: "networked_medical_devices", label: "Medical devices on the network" },
  { value: "on_premises_servers", label: "Servers on the premises" },
  { value: "many_interfaces", label: "Many interfaces" },
  { value: "affiliated_or_organized", label: "Affiliated covered entity or OHCA" },
  { value: "hybrid_entity", label: "Hybrid entity" },
  { value: "recent_merger", label: "A merger in the last year" },
];

const TOLERANCE: Record<Level, string> = {
  very_low: "Every risk above very low needs a plan or a signed acceptance.",
  low: "Every risk from moderate up needs a plan or a signed acceptance.",
  moderate: "Every high or very high risk needs a plan or a signed acceptance. The usual choice.",
  high: "Only very high risks lie above it. High ones still need a plan or an acceptance.",
  very_high: "Nothing lies above it. High and very high risks still need a plan or an acceptance.",
};

export const TOLERANCES: Option<Level>[] = LEVELS.map((level) => ({
  value: level,
  label: levelWords(level),
  hint: TOLERANCE[level],
}));

/** Roles that the rule or the policies name, to choose from. */
export const ROLES = [
  "Security Official",
  "Privacy Official",
  "Senior Executive",
  "Incident Response Lead",
  "IT Lead",
  "Contingency Coordinator",
];

const US_ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
];

/** The time zones to choose from: those of the United States, and the one that is stored. */
export function zones(current: string): { value: string; label: string }[] {
  const all = new Set([...US_ZONES, current].filter(Boolean));
  return [...all].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

const FIELDS: Record<string, string> = {
  "/name": "Legal name",
  "/kind": "Place under HIPAA",
  "/actor_types": "Capacities under Part 171",
  "/workforce": "Workforce members",
  "/capabilities": "Size, complexity and capabilities",
  "/infrastructure": "Technical infrastructure",
  "/budget": "Security budget",
  "/no_second_person": "Nobody else can approve",
  "/treatment_budget": "Money for risk treatment",
  "/treatment_budget_on": "Approved on",
};

export function fieldWords(pointer: string): string {
  return FIELDS[pointer] ?? pointerWords(pointer);
}
