/**
 * What the person who is signed in may do, as the core's permission matrix says it.
 *
 * It only keeps a screen from offering what would be refused: the core decides.
 */
import type { Access, Person } from "../../backend";

class Rights {
  /** Who is signed in; the shell keeps it. */
  person = $state.raw<Person | null>(null);
}

export const rights = new Rights();

const WRITERS: readonly Access[] = ["official", "privacy", "contributor"];
const JUDGES: readonly Access[] = ["official", "privacy", "executive", "reviewer"];

/** Whether the person writes content: risks, policies, practices. */
export function mayWrite(): boolean {
  return holdsOneOf(WRITERS);
}

/** Whether the person records judgements. */
export function mayJudge(): boolean {
  return holdsOneOf(JUDGES);
}

/** Whether the person writes and signs papers: everybody but an auditor, who changes nothing. */
export function mayWritePapers(): boolean {
  return mayWrite() || mayJudge();
}

/** Whether the person is the security official. */
export function isOfficial(): boolean {
  return holdsOneOf(["official"]);
}

function holdsOneOf(accesses: readonly Access[]): boolean {
  return rights.person?.access.some((access) => accesses.includes(access)) ?? false;
}
