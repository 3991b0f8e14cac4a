/** The profile as the form holds it, and what of it may be stored. */
import type { Duty, Organization, Site } from "../../backend";

/** The fewest characters of each text that the core takes. */
const SHORTEST = { name: 2, capabilities: 20, infrastructure: 20, budget: 10 } as const;
type Text = keyof typeof SHORTEST;
const TEXTS = Object.keys(SHORTEST) as Text[];

/** The profile with every list there: the core leaves out what is empty. */
export function filled(organization: Organization): Organization {
  const given: Partial<Organization> = organization;
  return {
    ...organization,
    no_second_person: given.no_second_person ?? false,
    actor_types: given.actor_types ?? [],
    complexity: given.complexity ?? [],
    sites: given.sites ?? [],
    closings: given.closings ?? [],
    duties: given.duties ?? [],
  };
}

/** What is wrong with a text, or null. */
export function textFault(field: Text, text: string): string | null {
  const least = SHORTEST[field];
  const length = [...text.trim()].length;
  if (length >= least) return null;
  if (length === 0) return "This is still empty. The rest is saved.";
  return `Write ${least} characters or more; this has ${length}. The rest is saved.`;
}

/** The profile without what may not be stored yet: those fields keep what is stored. */
export function savable(profile: Organization, stored: Organization): Organization {
  const kept = { ...profile };
  for (const field of TEXTS) {
    if (textFault(field, profile[field]) !== null) kept[field] = stored[field];
  }
  if (profile.workforce < 1) kept.workforce = stored.workforce;
  kept.sites = whole(profile.sites, stored.sites, isWholeSite, (site) => site.number);
  kept.duties = whole(profile.duties, stored.duties, isWholeDuty, (duty) => duty.role);
  return kept;
}

export function isWholeSite(site: Site): boolean {
  return site.name.trim() !== "" && site.address.trim() !== "";
}

export function isWholeDuty(duty: Duty): boolean {
  return duty.role.trim() !== "" && duty.holders.every(({ person, from }) => person && from);
}

/** The next free number of a site: "S-3". */
export function nextSite(sites: readonly Site[]): string {
  const numbers = sites.map(({ number }) => Number(/\d+$/.exec(number)?.[0] ?? 0));
  return `S-${Math.max(0, ...numbers) + 1}`;
}

/** Items that are whole; one that is not keeps what is stored of it, or waits. */
function whole<T>(
  items: readonly T[],
  stored: readonly T[],
  isWhole: (item: T) => boolean,
  nameOf: (item: T) => string,
): T[] {
  return items.flatMap((item) => {
    if (isWhole(item)) return [item];
    const before = stored.find((one) => nameOf(one) === nameOf(item));
    return before === undefined ? [] : [before];
  });
}
