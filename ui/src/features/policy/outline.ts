/** The sections of a policy as the page shows them: in their order, each with what is open. */
import type { PolicyFinding, PolicyDetail } from "../../backend";

export type Part =
  | { kind: "prose"; body: string }
  | { kind: "statements" }
  | { kind: "timeframes" }
  | { kind: "parameters" }
  | { kind: "approvals" };

export type Section = { number: number; title: string; open: number; parts: Part[] };

/** Sections whose content is rows and not text. */
const STRUCTURED: Record<number, { title: string; part: Part }> = {
  7: { title: "Statements", part: { kind: "statements" } },
  9: { title: "Timeframes", part: { kind: "timeframes" } },
  10: { title: "Other parameters", part: { kind: "parameters" } },
  26: { title: "Approval", part: { kind: "approvals" } },
};

/** How many sections a complete policy has. */
export const ALL_SECTIONS = 26;

export function sections(policy: PolicyDetail): Section[] {
  const { version, findings } = policy;
  const prose = new Map(version.sections.map((section) => [section.number, section]));
  const numbers = new Set([...prose.keys(), ...filled(policy)]);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => {
      const text = prose.get(number);
      const rows = STRUCTURED[number];
      const parts: Part[] = [];
      if (text && text.body.trim() !== "") parts.push({ kind: "prose", body: text.body });
      if (rows) parts.push(rows.part);
      const title = text?.title ?? rows?.title ?? "";
      return { number, title, open: openIn(findings, number), parts };
    });
}

/** The id of a section's heading, for the outline and for the addresses that the core gives. */
export function sectionId(number: number): string {
  return `section-${number}`;
}

function filled({ version, findings }: PolicyDetail): number[] {
  const has: Record<number, boolean> = {
    7: version.statements.length > 0,
    9: version.timeframes.length > 0,
    10: version.parameters.length > 0,
    26: version.approvals.length > 0,
  };
  return Object.keys(STRUCTURED)
    .map(Number)
    .filter((number) => has[number] || openIn(findings, number) > 0);
}

function openIn(findings: PolicyFinding[], section: number): number {
  return findings.filter((one) => one.section === section && one.level !== "info").length;
}
