/**
 * The addresses of the window: typed routes, and the hash that stands for each.
 *
 * Addresses only: which screen answers an address is the shell's business.
 */
import type { CoverageState, Level, RetentionState } from "../backend";

export type Route =
  | { name: "home" }
  | { name: "organization"; at?: string }
  | { name: "assessment"; at?: string }
  | { name: "question"; number: string; at?: string }
  | { name: "inventory"; part?: InventoryPart }
  | { name: "asset"; number: string; at?: string }
  | { name: "threats"; show?: ThreatShow }
  | { name: "threat"; number: string; at?: string }
  | { name: "safeguards"; show?: SafeguardShow }
  | { name: "safeguard"; number: string; at?: string }
  | { name: "approval"; at?: string }
  | { name: "proof" }
  | { name: "difference"; from?: string; to?: string }
  | { name: "triggers"; number?: string }
  | { name: "reports" }
  | { name: "risks"; likelihood?: Level; impact?: Level; show?: RiskShow }
  | { name: "risk"; number: string; at?: string }
  | { name: "policies" }
  | { name: "policy"; number: string; version?: string; at?: string }
  | { name: "standards" }
  | { name: "coverage"; show?: CoverageState; on?: string }
  | { name: "comparison"; number: string; from?: string; to?: string }
  | { name: "readers"; number: string; version?: string }
  | { name: "practices" }
  | { name: "practice"; number: string; part?: PracticePart; on?: string; at?: string }
  | { name: "incidents" }
  | { name: "incident"; number: string }
  | { name: "documents"; file?: string }
  | { name: "evidence"; number?: string }
  | { name: "history"; on?: string; known?: string }
  | { name: "retention"; state?: RetentionState }
  | { name: "audit"; record?: string }
  | { name: "people" }
  | { name: "person"; number: string }
  | { name: "backups"; file?: string }
  | { name: "settings" };

export type RouteName = Route["name"];

/** Parts of the inventory beside its table of assets. */
export const INVENTORY_PARTS = ["starters", "vendors", "flows", "import"] as const;
export type InventoryPart = (typeof INVENTORY_PARTS)[number];

/** Parts of a practice beside its check. */
export const PRACTICE_PARTS = ["what", "reach", "basis", "use", "records"] as const;
export type PracticePart = (typeof PRACTICE_PARTS)[number];

/** Which threats are shown; all if left out. */
export const THREAT_SHOWS = [
  "undecided",
  "applicable",
  "not_applicable",
  "unsure",
  "impermissible",
  "own",
  "proposals",
] as const;
export type ThreatShow = (typeof THREAT_SHOWS)[number];

/** Which safeguards are shown; all if left out. */
export const SAFEGUARD_SHOWS = ["open", "gaps", "addressable", "undecided", "to_approve"] as const;
export type SafeguardShow = (typeof SAFEGUARD_SHOWS)[number];

/** Which risks are shown; all if left out. */
export const RISK_SHOWS = ["not_rated", "above_tolerance", "no_plan"] as const;
export type RiskShow = (typeof RISK_SHOWS)[number];

/** Which threats are shown by how well they are covered; all if left out. */
export const COVERAGE_SHOWS: readonly CoverageState[] = [
  "uncovered",
  "stale",
  "partly_covered",
  "covered",
];

/** The address of a route, ready for `href`. */
export function href(route: Route): string {
  return `#${pathOf(route)}`;
}

/** Reads an address, with or without `#`; null if no screen has it. */
export function parse(address: string): Route | null {
  const path = address.startsWith("#") ? address.slice(1) : address;
  const url = readUrl(path);
  if (url === null) return null;
  const [room = "", number, ...rest] = url.pathname.split("/").filter(Boolean).map(decode);
  if (rest.length > 0) return null;
  return number === undefined ? list(room, url.searchParams) : one(room, number, url.searchParams);
}

function pathOf(route: Route): string {
  switch (route.name) {
    case "home":
      return "/";
    case "organization":
      return `/organization${query({ at: route.at })}`;
    case "assessment":
      return `/assessment${query({ at: route.at })}`;
    case "question":
      return `/assessment/${encodeURIComponent(route.number)}${query({ at: route.at })}`;
    case "inventory":
      return `/inventory${query({ part: route.part })}`;
    case "asset":
      return `/inventory/${encodeURIComponent(route.number)}${query({ at: route.at })}`;
    case "threats":
      return `/threats${query({ show: route.show })}`;
    case "threat":
      return `/threats/${encodeURIComponent(route.number)}${query({ at: route.at })}`;
    case "safeguards":
      return `/safeguards${query({ show: route.show })}`;
    case "safeguard":
      return `/safeguards/${encodeURIComponent(route.number)}${query({ at: route.at })}`;
    case "approval":
      return `/assessment/approval${query({ at: route.at })}`;
    case "proof":
      return "/assessment/proof";
    case "difference":
      return `/assessment/difference${query({ from: route.from, to: route.to })}`;
    case "triggers":
      return `/triggers${query({ number: route.number })}`;
    case "reports":
      return "/reports";
    case "risks":
      return `/risks${query({ likelihood: route.likelihood, impact: route.impact, show: route.show })}`;
    case "risk":
      return `/risks/${encodeURIComponent(route.number)}${query({ at: route.at })}`;
    case "policies":
      return "/policies";
    case "policy":
      return `/policies/${encodeURIComponent(route.number)}${query({ version: route.version, at: route.at })}`;
    case "standards":
      return "/standards";
    case "coverage":
      return `/coverage${query({ show: route.show, on: route.on })}`;
    case "comparison":
      return `/comparison/${encodeURIComponent(route.number)}${query({ from: route.from, to: route.to })}`;
    case "readers":
      return `/readers/${encodeURIComponent(route.number)}${query({ version: route.version })}`;
    case "practices":
      return "/practices";
    case "practice":
      return `/practices/${encodeURIComponent(route.number)}${query({ part: route.part, on: route.on, at: route.at })}`;
    case "incidents":
      return "/incidents";
    case "incident":
      return `/incidents/${encodeURIComponent(route.number)}`;
    case "documents":
      return `/documents${query({ file: route.file })}`;
    case "evidence":
      return `/evidence${query({ number: route.number })}`;
    case "history":
      return `/history${query({ on: route.on, known: route.known })}`;
    case "retention":
      return `/retention${query({ state: route.state })}`;
    case "audit":
      return `/audit${query({ record: route.record })}`;
    case "people":
      return "/people";
    case "person":
      return `/people/${encodeURIComponent(route.number)}`;
    case "backups":
      return `/backups${query({ file: route.file })}`;
    case "settings":
      return "/settings";
  }
}

function list(room: string, parameters: URLSearchParams): Route | null {
  switch (room) {
    case "":
      return { name: "home" };
    case "organization":
      return { name: room, ...text("at", parameters) };
    case "assessment":
      return { name: room, ...text("at", parameters) };
    case "inventory":
      return { name: room, ...oneOf("part", parameters, INVENTORY_PARTS) };
    case "threats":
      return { name: room, ...oneOf("show", parameters, THREAT_SHOWS) };
    case "safeguards":
      return { name: room, ...oneOf("show", parameters, SAFEGUARD_SHOWS) };
    case "triggers":
      return { name: room, ...text("number", parameters) };
    case "reports":
      return { name: room };
    case "risks":
      return {
        name: "risks",
        ...level("likelihood", parameters),
        ...level("impact", parameters),
        ...oneOf("show", parameters, RISK_SHOWS),
      };
    case "policies":
    case "practices":
    case "incidents":
    case "standards":
      return { name: room };
    case "coverage":
      return {
        name: room,
        ...oneOf("show", parameters, COVERAGE_SHOWS),
        ...text("on", parameters),
      };
    case "documents":
      return { name: room, ...text("file", parameters) };
    case "evidence":
      return { name: room, ...text("number", parameters) };
    case "history":
      return { name: room, ...text("on", parameters), ...text("known", parameters) };
    case "retention":
      return { name: room, ...retentionState(parameters) };
    case "audit":
      return { name: room, ...text("record", parameters) };
    case "people":
    case "settings":
      return { name: room };
    case "backups":
      return { name: room, ...text("file", parameters) };
    default:
      return null;
  }
}

function one(room: string, number: string, parameters: URLSearchParams): Route | null {
  const at = text("at", parameters);
  switch (room) {
    case "safeguards":
      return { name: "safeguard", number, ...at };
    case "assessment":
      if (number === "approval") return { name: "approval", ...at };
      if (number === "proof") return { name: "proof" };
      if (number === "difference") {
        return { name: "difference", ...text("from", parameters), ...text("to", parameters) };
      }
      return /^Q\d+$/.test(number) ? { name: "question", number, ...at } : null;
    case "inventory":
      return { name: "asset", number, ...at };
    case "threats":
      return { name: "threat", number, ...at };
    case "risks":
      return { name: "risk", number, ...at };
    case "policies":
      return { name: "policy", number, ...text("version", parameters), ...at };
    case "comparison":
      return { name: room, number, ...text("from", parameters), ...text("to", parameters) };
    case "readers":
      return { name: room, number, ...text("version", parameters) };
    case "practices":
      return {
        name: "practice",
        number,
        ...oneOf("part", parameters, PRACTICE_PARTS),
        ...text("on", parameters),
        ...at,
      };
    case "incidents":
      return { name: "incident", number };
    case "people":
      return { name: "person", number };
    default:
      return null;
  }
}

const LEVELS: readonly string[] = ["very_low", "low", "moderate", "high", "very_high"];

function level<K extends string>(key: K, parameters: URLSearchParams): Partial<Record<K, Level>> {
  const value = parameters.get(key);
  if (value === null || !LEVELS.includes(value)) return {};
  return { [key]: value as Level } as Partial<Record<K, Level>>;
}

const RETENTION_STATES: readonly string[] = [
  "in_effect",
  "protected",
  "held",
  "needed",
  "disposable",
];

function retentionState(parameters: URLSearchParams): { state?: RetentionState } {
  const value = parameters.get("state");
  return value !== null && RETENTION_STATES.includes(value)
    ? { state: value as RetentionState }
    : {};
}

function oneOf<K extends string, V extends string>(
  key: K,
  parameters: URLSearchParams,
  values: readonly V[],
): Partial<Record<K, V>> {
  const value = values.find((one) => one === parameters.get(key));
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}

function text<K extends string>(key: K, parameters: URLSearchParams): Partial<Record<K, string>> {
  const value = parameters.get(key);
  return value ? ({ [key]: value } as Partial<Record<K, string>>) : {};
}

function query(values: Record<string, string | undefined>): string {
  const set = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}

function readUrl(path: string): URL | null {
  try {
    return new URL(path === "" ? "/" : path, "https://window.invalid/");
  } catch {
    return null;
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
