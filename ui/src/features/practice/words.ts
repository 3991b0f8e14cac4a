/** What the fields of a practice are chosen from, in words. */
import type {
  DifferentiatorKind,
  Dimension,
  Interference,
  ProtectionEffect,
  Restrictiveness,
  YesNo,
} from "../../backend";
import type { PracticePart } from "../../routes";

type Option<V> = { value: V; label: string; hint?: string };

/** The parts of the page, in the order of the work; the check is the page itself. */
export const PARTS: { part: PracticePart | undefined; title: string }[] = [
  { part: undefined, title: "Check" },
  { part: "what", title: "What it is" },
  { part: "reach", title: "Who and what it reaches" },
  { part: "basis", title: "What it rests on" },
  { part: "use", title: "How it is applied" },
  { part: "records", title: "Records" },
];

export const YES_NO: Option<YesNo>[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

export const INTERFERENCE: Option<Interference>[] = [
  { value: "likely", label: "Likely" },
  { value: "not_likely", label: "Not likely", hint: "Then no exception is needed." },
  { value: "unsure", label: "Not sure" },
];

export const EFFECTS: Option<ProtectionEffect>[] = [
  { value: "protects", label: "Protects it" },
  { value: "unaffected", label: "Leaves it as it is" },
  { value: "harms", label: "Harms it" },
];

export const GOODS = [
  { part: "confidentiality", label: "Confidentiality", hint: "Only those who may, see it." },
  { part: "integrity", label: "Integrity", hint: "Nobody changes it unnoticed." },
  { part: "availability", label: "Availability", hint: "It is there when it is needed." },
] as const;

export const RESTRICTIONS: Option<Restrictiveness>[] = [
  { value: "delay", label: "Delay", hint: "Access comes, only later." },
  {
    value: "condition",
    label: "Condition",
    hint: "Access needs something first: a sign-in, a form.",
  },
  { value: "limit", label: "Limit", hint: "Less at a time: fewer calls, smaller files." },
  { value: "partial_block", label: "Partial block", hint: "Some of it is stopped." },
  {
    value: "full_block",
    label: "Full block",
    hint: "All of it is stopped. A second person approves that.",
  },
];

type DimensionWords = { dimension: Dimension; legend: string; all: string; named: string };

export const DIMENSIONS: DimensionWords[] = [
  { dimension: "requestors", legend: "Who asks", all: "Everybody", named: "Kinds of requestors" },
  { dimension: "data", legend: "What data", all: "All EHI", named: "Kinds of data" },
  { dimension: "systems", legend: "Which systems", all: "All systems", named: "Systems" },
  { dimension: "time", legend: "How long", all: "Always", named: "Times or events" },
];

export const DIFFERENCES: Option<DifferentiatorKind>[] = [
  { value: "competitor", label: "The requestor is a competitor" },
  { value: "affiliation", label: "Affiliated with us or not" },
  { value: "revenue", label: "Pays us or not" },
  { value: "requestor_identity", label: "Who the requestor is, or which class" },
  { value: "behaviour", label: "What the requestor does, or its technology" },
];
