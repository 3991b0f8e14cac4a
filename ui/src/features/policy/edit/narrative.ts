/** The sections that are plain text (CommonMark), and what each is to say. */
import type { PolicyVersion } from "../../../backend";

type Text =
  | "change_reason"
  | "purpose"
  | "procedures"
  | "even_application"
  | "effect_on_access"
  | "sanctions"
  | "exceptions"
  | "training"
  | "monitoring"
  | "availability";

type Narrative = { field: Text; label: string; hint: string };

/** By the section's id. */
export const NARRATIVES: Record<string, Narrative> = {
  identification: {
    field: "change_reason",
    label: "Written because",
    hint: "Why this version is written.",
  },
  purpose: {
    field: "purpose",
    label: "Purpose",
    hint: "Which duty and which risk it serves, in 40 characters or more.",
  },
  procedures: {
    field: "procedures",
    label: "Procedures",
    hint: "Steps, tools, forms, records.",
  },
  even_application: {
    field: "even_application",
    label: "Even application",
    hint: "Who is in the same situation, the rule for all of them, and how exceptions are granted.",
  },
  effect_on_access: {
    field: "effect_on_access",
    label: "Effect on access",
    hint: "Which access may be limited, for how long, and what was weighed instead.",
  },
  sanctions: {
    field: "sanctions",
    label: "Sanctions",
    hint: "What follows a violation. Name the sanction policy, POL-03.",
  },
  exceptions: {
    field: "exceptions",
    label: "Exceptions",
    hint: "Who may grant one, for how long (at most 12 months), on what record.",
  },
  training: {
    field: "training",
    label: "Training",
    hint: "Who is trained, when, on what proof.",
  },
  monitoring: {
    field: "monitoring",
    label: "Monitoring",
    hint: "Measures, evidence, owner.",
  },
  availability: {
    field: "availability",
    label: "Availability",
    hint: "Who can read it and where.",
  },
};

/** Sections with a form of their own; what is left is written from other records. */
const FORMS: ReadonlySet<string> = new Set([
  "scope",
  "definitions",
  "roles",
  "timeframes",
  "parameters",
  "safeguards",
  "factors",
  "reviews",
  "related",
]);

/** Whether a section is changed by a form. */
export function isEditable(section: string): boolean {
  return section in NARRATIVES || FORMS.has(section);
}

/** The four factors of 45 CFR 164.306(b)(2). */
export const FACTORS: { part: keyof PolicyVersion["factors"]; label: string }[] = [
  { part: "size", label: "Size, complexity and capabilities" },
  { part: "infrastructure", label: "Technical infrastructure" },
  { part: "cost", label: "Cost" },
  { part: "probability", label: "Probability and criticality of the risks" },
];
