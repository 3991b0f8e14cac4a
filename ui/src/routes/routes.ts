/**
 * The addresses of the window: typed routes, and the hash that stands for each.
 *
 * Addresses only: which screen answers an address is the shell's business.
 */
import type { Level, RetentionState } from "../backend";

export type Route =
  | { name: "home" }
  | { name: "risks"; likelihood?: Level; impact?: Level }
  | { name: "risk"; number: string; at?: string }
  | { name: "policies" }
  | { name: "policy"; number: string; version?: string; at?: string }
  | { name: "practices" }
  | { name: "practice"; number: string; on?: string; at?: string }
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
    case "risks":
      return `/risks${query({ likelihood: route.likelihood, impact: route.impact })}`;
    case "risk":
      return `/risks/${encodeURIComponent(route.number)}${query({ at: route.at })}`;
    case "policies":
      return "/policies";
    case "policy":
      return `/policies/${encodeURIComponent(route.number)}${query({ version: route.version, at: route.at })}`;
    case "practices":
      return "/practices";
    case "practice":
      return `/practices/${encodeURIComponent(route.number)}${query({ on: route.on, at: route.at })}`;
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
    case "risks":
      return {
        name: "risks",
        ...level("likelihood", parameters),
        ...level("impact", parameters),
      };
    case "policies":
    case "practices":
      return { name: room };
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
    case "risks":
      return { name: "risk", number, ...at };
    case "policies":
      return { name: "policy", number, ...text("version", parameters), ...at };
    case "practices":
      return { name: "practice", number, ...text("on", parameters), ...at };
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
