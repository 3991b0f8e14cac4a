/** The sections of a policy as the page shows them: in the order of a complete policy, each with what is open. */
import type { GateRow, PolicyDetail, PolicyVersion } from "../../backend";
import { levelOr } from "../../shared/level/levels";
import { civilDate } from "../../shared/text/dates";
import { sectionOf } from "./pointer";
import { alignmentRow, parameterRow, timeRow, type Row } from "./rows";

export type Part =
  | { kind: "prose"; source: string }
  | { kind: "facts"; facts: [term: string, text: string][] }
  | { kind: "table"; heads: string[]; rows: Row[] }
  | { kind: "statements" };

/** `id` is the version's field, which the check names when something is wrong there. */
export type Section = { number: number; id: string; title: string; open: number; parts: Part[] };

/** How many sections a complete policy has; those that nothing fills are not shown. */
export const ALL_SECTIONS = 26;

/**
 * The sections in their order. With `whole` also those that nothing fills, so that they can be written;
 * what is open is counted from the rows that keep the version back, once they are known.
 */
export function sections(policy: PolicyDetail, whole = false, rows?: GateRow[]): Section[] {
  const open = rows ? openByRows(rows) : openBySection(policy);
  return all(policy)
    .map(([number, id, title, parts]) => ({
      number,
      id,
      title,
      open: open.get(id) ?? 0,
      parts: parts.filter(isFilled),
    }))
    .filter((section) => whole || section.parts.length > 0 || MUST.has(section.number));
}

/** The sections by id: "19 Training". */
export function titlesOf(policy: PolicyDetail): Record<string, string> {
  return Object.fromEntries(all(policy).map(([number, id, title]) => [id, `${number} ${title}`]));
}

type Entry = [number: number, id: string, title: string, parts: Part[]];

/** Sections that a policy cannot be approved without: shown even while they are empty. */
const MUST = new Set([2, 3, 7, 9, 10]);

function all(policy: PolicyDetail): Entry[] {
  return [...whatAndWhy(policy), ...rules(policy), ...upkeep(policy)];
}

function whatAndWhy(policy: PolicyDetail): Entry[] {
  const { version } = policy;
  const terms = version.definitions ?? [];
  return [
    [1, "identification", "Identification", [facts(identification(policy))]],
    [2, "purpose", "Purpose", [prose(version.purpose)]],
    [
      3,
      "scope",
      "Scope",
      [prose(version.scope.text), facts([["Assets", list(version.scope.assets)]])],
    ],
    [4, "definitions", "Definitions", [facts(terms.map((one) => [one.term, one.meaning]))]],
    [5, "roles", "Roles and authority", [facts(roles(version))]],
    [
      6,
      "assessment",
      "Risk basis",
      [facts([["Assessment", version.assessment ?? ""]]), riskTable(policy)],
    ],
  ];
}

function rules(policy: PolicyDetail): Entry[] {
  const { version } = policy;
  const times = (version.timeframes ?? []).map(timeRow);
  const parameters = (version.parameters ?? []).map(parameterRow);
  return [
    [7, "statements", "Statements", version.statements.length > 0 ? [{ kind: "statements" }] : []],
    [8, "procedures", "Procedures", [prose(version.procedures)]],
    [9, "timeframes", "Timeframes", [table(TIME_HEADS, times), incorporated(version)]],
    [10, "parameters", "Other parameters", [table(PARAMETER_HEADS, parameters)]],
    [11, "safeguards", "Safeguards implemented", [prose(bullets(version.safeguards))]],
    [13, "alignments", "Standards alignment", [table(ALIGNMENT_HEADS, alignments(policy))]],
    [14, "even_application", "Even application", [prose(version.even_application)]],
    [15, "effect_on_access", "Effect on access", [prose(version.effect_on_access)]],
  ];
}

function upkeep({ version, approvals }: PolicyDetail): Entry[] {
  const { size, infrastructure, cost, probability } = version.factors;
  const review = `Every ${version.review_months} months, and on: ${list(version.review_triggers)}`;
  const weighed: [string, string][] = [
    ["Size and capability", size],
    ["Infrastructure", infrastructure],
    ["Cost", cost],
    ["Probability and criticality", probability],
  ];
  return [
    [16, "factors", "Factors weighed", [facts(weighed)]],
    [17, "sanctions", "Sanctions", [prose(version.sanctions)]],
    [18, "exceptions", "Exceptions", [prose(version.exceptions)]],
    [19, "training", "Training", [prose(version.training)]],
    [20, "monitoring", "Monitoring", [prose(version.monitoring)]],
    [21, "reviews", "Review", [prose(review), facts(reviews(version))]],
    [
      23,
      "availability",
      "Availability",
      [prose(version.availability), facts(distribution(version))],
    ],
    [24, "related", "Related documents", [prose(bullets(version.related))]],
    [26, "approvals", "Approval", [facts(approvals.map((one) => [one.name, approvalWords(one)]))]],
  ];
}

const TIME_HEADS = ["Phase", "Severity", "Who", "Does what", "Limit", "Clock starts"];
const PARAMETER_HEADS = ["Phase", "What", "Value"];
const ALIGNMENT_HEADS = ["Framework", "Element", "How it is followed"];
const RISK_HEADS = ["Risk", "Threat", "Level today"];

function identification({ row, version, author }: PolicyDetail): [string, string][] {
  return [
    ["Policy", `${row.number} ${row.title}`],
    ["Version", version.number],
    ["Owner", row.owner],
    ["Author", author],
    ["Written because", version.change_reason],
  ];
}

function roles(version: PolicyVersion): [string, string][] {
  return (version.roles ?? []).map(({ role, authority, may_stop_access }) => [
    role,
    may_stop_access ? `${authority} May stop access to EHI.` : authority,
  ]);
}

function riskTable({ risks }: PolicyDetail): Part {
  const rows = Object.entries(risks).map(([number, { name, level }]) => ({
    id: `basis-${number}`,
    cells: [number, name, levelOr(level)],
  }));
  return table(RISK_HEADS, rows);
}

function alignments({ version, frameworks }: PolicyDetail): Row[] {
  const found = version.statements.flatMap((one) => one.alignments ?? []);
  const rows = new Map(found.map((one) => [`${one.framework} ${one.element}`, one]));
  return [...rows.values()].map((one) => alignmentRow(one, frameworks));
}

function incorporated({ incorporates }: PolicyVersion): Part {
  const named = incorporates ?? [];
  return prose(named.length > 0 ? `Times and parameters of ${list(named)} count here too.` : "");
}

function reviews({ reviews }: PolicyVersion): [string, string][] {
  return (reviews ?? []).map((one) => [civilDate(one.on), one.outcome]);
}

function distribution({ distribution }: PolicyVersion): [string, string][] {
  return (distribution ?? []).map((one) => [civilDate(one.on), `${one.to}: ${one.how}`]);
}

function approvalWords(one: PolicyDetail["approvals"][number]): string {
  const words = `${one.capacity}, ${civilDate(one.on)}`;
  return one.imported_from ? `${words} (recorded in an imported file)` : words;
}

/** The vague words and faulty times of each section. */
function openBySection({ findings }: PolicyDetail): Map<string, number> {
  const open = new Map<string, number>();
  for (const { section, finding } of findings) {
    if (finding.level !== "info") open.set(section, (open.get(section) ?? 0) + 1);
  }
  return open;
}

function openByRows(rows: readonly GateRow[]): Map<string, number> {
  const open = new Map<string, number>();
  for (const { path, warning } of rows) {
    const section = sectionOf(path);
    if (!warning) open.set(section, (open.get(section) ?? 0) + 1);
  }
  return open;
}

function isFilled(part: Part): boolean {
  if (part.kind === "prose") return part.source.trim() !== "";
  if (part.kind === "facts") return part.facts.length > 0;
  return part.kind === "statements" || part.rows.length > 0;
}

const prose = (source: string | undefined): Part => ({ kind: "prose", source: source ?? "" });
const table = (heads: string[], rows: Row[]): Part => ({ kind: "table", heads, rows });
const list = (items: readonly string[] | undefined): string => (items ?? []).join(", ");
const bullets = (items: readonly string[] | undefined): string =>
  (items ?? []).map((item) => `- ${item}`).join("\n");

function facts(pairs: [string, string][]): Part {
  return { kind: "facts", facts: pairs.filter(([, text]) => text !== "") };
}
