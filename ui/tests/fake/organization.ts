/** The profile of the fake clinic. */
import type { Organization, Person } from "../../src/backend";
import { reconciled } from "../../src/shared/conflict/reconcile";
import type { Part } from "./core";
import { changedBy } from "./merge";
import type { Past } from "./past";
import type { Register } from "./people";

export function organization(staff: Register, past: Past): Part<"organization"> {
  let profile = PROFILE;
  let revision = 1;
  const before = new Map<number, Organization>([[1, PROFILE]]);
  const people = (): Person[] => staff.rows.map(({ person }) => person);
  const put = (next: Organization) => {
    profile = next;
    revision += 1;
    before.set(revision, next);
  };
  return {
    "organization::get": () => ({ organization: sparse(profile), people: people(), revision }),
    "organization::save": ({ organization: wanted, based_on_revision }) => {
      const base = before.get(based_on_revision) ?? profile;
      const old = profile;
      const both = Object.keys(wanted) as (keyof Organization)[];
      const conflicts = both
        .filter((key) => !Array.isArray(wanted[key]) && wanted[key] !== base[key])
        .filter((key) => old[key] !== base[key] && old[key] !== wanted[key])
        .map((key) => ({ field: `/${key}`, theirs: old[key], yours: wanted[key] }));
      if (conflicts.length > 0) throw changedBy("ruth", conflicts);
      const merged = reconciled(base, wanted, old, {});
      put(merged);
      const record = { kind: "organization", id: "organization" };
      past.did(
        "organization::save",
        record,
        "organization's profile",
        () => put(old),
        () => put(merged),
      );
      return { revision };
    },
  };
}

/** As the core writes it: what is empty is left out. */
function sparse(profile: Organization): Organization {
  const kept: Partial<Organization> = { ...profile };
  if (kept.closings?.length === 0) delete kept.closings;
  if (kept.complexity?.length === 0) delete kept.complexity;
  return kept as Organization;
}

const PROFILE: Organization = {
  id: "0197",
  name: "Lakeside Family Clinic",
  kind: "covered_entity",
  actor_types: ["health_care_provider"],
  workforce: 46,
  time_zone: "America/Chicago",
  risk_tolerance: "moderate",
  no_second_person: false,
  capabilities:
    "46 people at two sites. Security is one of five jobs of the practice manager, 6 hours a week; the IT lead has 20 years with networks.",
  infrastructure:
    "A hosted EHR, a phone system and 52 laptops with disk encryption. One file server at the main site.",
  budget: "$48,000 a year for security; the medical director decides about more.",
  size_band: "medium_practice",
  complexity: ["telehealth"],
  patients: 18_400,
  remote_workers: 5,
  treatment_budget: 30_000,
  treatment_budget_on: "2026-01-15",
  sites: [
    { number: "S-1", name: "Main clinic", address: "14 Lake Street, Duluth MN", workforce: 38 },
    { number: "S-2", name: "West office", address: "2 Harbor Road, Duluth MN", workforce: 8 },
  ],
  closings: [],
  duties: [
    {
      role: "Security Official",
      holders: [{ person: "P-001", from: "2024-03-01", deputy: false }],
    },
    {
      role: "Privacy Official",
      holders: [{ person: "P-003", from: "2025-01-01", deputy: false }],
    },
  ],
};
