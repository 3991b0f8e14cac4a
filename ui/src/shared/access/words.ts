/** The accesses of an account in words: what each is called, does and leaves to others. */
import type { Access, Function as Field } from "../../backend";
import { sentence } from "../text/count";

export type AccessWords = { name: string; does: string; leaves: string };

export const ACCESS: Record<Access, AccessWords> = {
  official: {
    name: "Security official",
    does: "Writes and judges everything; runs people, settings, backups and retention.",
    leaves: "Approves only what the policies give to the security official.",
  },
  privacy: {
    name: "Privacy official",
    does: "Writes content and judges; reads everything.",
    leaves: "Leaves people, settings and backups to the security official.",
  },
  executive: {
    name: "Executive",
    does: "Judges, approves, signs; reads everything.",
    leaves: "Does not write risks, policies or practices.",
  },
  contributor: {
    name: "Contributor",
    does: "Writes content: risks, policies, practices, evidence.",
    leaves: "Does not judge.",
  },
  reviewer: {
    name: "Reviewer",
    does: "Judges what the law leaves to a person; reads everything.",
    leaves: "Does not write content.",
  },
  auditor: {
    name: "Auditor",
    does: "Reads everything, the trail included.",
    leaves: "Changes nothing.",
  },
};

export const ACCESSES = Object.keys(ACCESS) as Access[];

/** The accesses of a person as one phrase: "Security official, contributor". */
export function accessPhrase(access: readonly Access[]): string {
  const names = ACCESSES.filter((one) => access.includes(one)).map((one) => ACCESS[one].name);
  return sentence(names.map((name) => name.toLowerCase()).join(", "));
}

/** The functions of an organization, by which a review counts as independent. */
export const FIELDS: Record<Field, string> = {
  clinical: "Care of patients",
  administration: "Management, legal, human resources",
  information_technology: "Information technology and security",
  commercial: "Billing, sales, contracting",
  outside: "Not a member of the workforce",
};
