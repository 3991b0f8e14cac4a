/** The inventory in words. */
import type {
  AssetField,
  AssetKind,
  Capability,
  CiaImpact,
  Handling,
  ImportFate,
  Level,
} from "../../backend";
import type { StateWords } from "../../shared/state/words";

type Option<V> = { value: V; label: string; hint?: string };

export const KINDS: Option<AssetKind>[] = [
  { value: "system", label: "System" },
  { value: "hosted_service", label: "Hosted service" },
  { value: "device", label: "Class of devices" },
  { value: "medium", label: "Medium" },
  { value: "interface", label: "Interface" },
  { value: "network", label: "Network" },
];

export function kindWords(kind: AssetKind): string {
  return KINDS.find((one) => one.value === kind)?.label ?? kind;
}

export const HANDLINGS: Option<Handling>[] = [
  { value: "create", label: "Created" },
  { value: "receive", label: "Received" },
  { value: "maintain", label: "Maintained" },
  { value: "transmit", label: "Transmitted" },
];

export const CAPABILITIES: Option<Capability>[] = [
  { value: "unique_ids", label: "Each user has an own ID" },
  { value: "multi_factor", label: "Multi-factor sign-in" },
  { value: "role_based_access", label: "Access by role" },
  { value: "audit_log", label: "Audit log" },
  { value: "log_export", label: "Log can be exported" },
  { value: "encryption_at_rest", label: "Encryption at rest" },
  { value: "encryption_in_transit", label: "Encryption in transit" },
  { value: "automatic_logoff", label: "Automatic logoff" },
  { value: "backup", label: "Backup" },
];

export const IMPACTS: { part: keyof CiaImpact; legend: string }[] = [
  { part: "c", legend: "Confidentiality: if others could read it" },
  { part: "i", legend: "Integrity: if it were wrong" },
  { part: "a", legend: "Availability: if it were out of reach" },
];

/** Our words for the scale of NIST SP 800-30 Rev. 1, Table H-3, as it applies to a system. */
export const HARM: Record<Level, string> = {
  very_low: "hardly noticed",
  low: "limited harm",
  moderate: "serious harm, work much reduced",
  high: "severe: main work stops, injury",
  very_high: "several severe or lasting harms",
};

export const RECOVERIES: Option<Level>[] = [
  { value: "very_high", label: "First of all" },
  { value: "high", label: "Early" },
  { value: "moderate", label: "In turn" },
  { value: "low", label: "Late" },
  { value: "very_low", label: "Last" },
];

/** A fact that may be unknown, as the choices of a list. */
export const YES_NO_UNKNOWN: Option<"yes" | "no" | "">[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "", label: "Not known yet" },
];

export function yesNo(fact: boolean | undefined): "yes" | "no" | "" {
  if (fact === undefined) return "";
  return fact ? "yes" : "no";
}

export function factOf(words: "yes" | "no" | ""): boolean | undefined {
  return words === "" ? undefined : words === "yes";
}

export const FIELDS: Option<AssetField>[] = [
  { value: "number", label: "Number" },
  { value: "name", label: "Name" },
  { value: "kind", label: "Kind" },
  { value: "owner", label: "Owner" },
  { value: "sites", label: "Sites" },
  { value: "vendor", label: "Vendor" },
  { value: "information", label: "Information" },
  { value: "records", label: "Records held" },
  { value: "confidentiality", label: "Confidentiality" },
  { value: "integrity", label: "Integrity" },
  { value: "availability", label: "Availability" },
  { value: "recovery", label: "Order of recovery" },
  { value: "recovery_time", label: "Recovery time, hours" },
  { value: "recovery_point", label: "Recovery point, hours" },
];

export const FATES: Record<ImportFate, StateWords> = {
  add: { words: "Is added", tone: "met", icon: "met" },
  change: { words: "Changes an asset", tone: "open", icon: "pen" },
  same: { words: "Says what is there", tone: "quiet", icon: "none" },
  refused: { words: "Cannot be taken", tone: "fault", icon: "fault" },
  empty: { words: "Empty row", tone: "quiet", icon: "none" },
};
