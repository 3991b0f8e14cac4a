/** Records as people name them: the words for a kind, and the page where a record is shown. */
import type { RecordName } from "../../backend";
import type { Route } from "../../routes";
import { slugOf } from "../safeguard/slug";
import { sentence } from "../text/count";

const KINDS: Record<string, string> = {
  organization: "organization",
  person: "person",
  evidence: "evidence",
  assessment: "assessment",
  asset: "asset",
  factor_answer: "answer",
  threat_disposition: "threat decision",
  risk: "risk",
  safeguard_status: "safeguard",
  addressable_decision: "addressable decision",
  policy: "policy",
  policy_version: "policy version",
  approval: "approval",
  practice: "practice",
  document: "document",
  settings: "settings",
  certificate: "certificate",
  legal_hold: "legal hold",
  event: "event",
  trigger: "event",
  incident: "incident",
  framework: "standard",
};

/** "policy_version" → "policy version"; a kind of a newer core stays readable. */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind.replaceAll("_", " ");
}

/** "Policy version POL-11/2.0", "Risk R-0042". */
export function recordWords(record: RecordName): string {
  return `${sentence(kindWords(record.kind))} ${shortId(record)}`;
}

/** The number of a record without the assessment that it belongs to: "R-0042", "164.312(b)". */
export function shortId({ kind, id }: RecordName): string {
  if (!SHORT_KINDS.has(kind)) return id;
  return id.slice(id.lastIndexOf("/") + 1).replace("45 CFR ", "");
}

/** The page where a record is shown; null where there is none. */
export function routeOf({ kind, id }: RecordName): Route | null {
  const [, policy, version] = /^(POL-\d+)(?:[/ ]v?([\w.]+))?/.exec(id) ?? [];
  if (policy !== undefined && POLICY_KINDS.has(kind)) {
    return { name: "policy", number: policy, version };
  }
  const risk = /(?:^|\/)(R-\d+)$/.exec(id)?.[1];
  if (kind === "risk" && risk !== undefined) return { name: "risk", number: risk };
  if (kind === "practice" && /^PR-\d+$/.test(id)) return { name: "practice", number: id };
  if (kind === "evidence" && /^E-\d+$/.test(id)) return { name: "evidence", number: id };
  if (kind === "document" && /^D-\d+$/.test(id)) return { name: "documents", file: id };
  const asset = /\/(A-\d+)$/.exec(id)?.[1];
  if (kind === "asset" && asset !== undefined) return { name: "asset", number: asset };
  const threat = /\/(T[A-Z]*-\d+)$/.exec(id)?.[1];
  if (kind === "threat_disposition" && threat !== undefined) {
    return { name: "threat", number: threat };
  }
  const question = /\/(Q\d+)$/.exec(id)?.[1];
  if (kind === "factor_answer" && question !== undefined) {
    return { name: "question", number: question };
  }
  if (kind === "legal_hold") return { name: "retention" };
  if (kind === "framework") return { name: "standards" };
  if (kind === "incident") return { name: "incident", number: id };
  if (kind === "trigger") return { name: "triggers", number: id };
  const citation = /45 CFR 164\.[^/]+$/.exec(id)?.[0];
  if (citation !== undefined && (kind === "safeguard_status" || kind === "addressable_decision")) {
    return { name: "safeguard", number: slugOf(citation) };
  }
  return null;
}

const POLICY_KINDS: ReadonlySet<string> = new Set(["policy", "policy_version", "approval"]);
const SHORT_KINDS: ReadonlySet<string> = new Set([
  "asset",
  "threat_disposition",
  "risk",
  "safeguard_status",
  "addressable_decision",
]);
