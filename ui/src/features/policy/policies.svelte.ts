/** The library of policies as it was last read, and what the assessment asks for beside it. */
import { call, type Drafted, type PolicyList, type Recommendations } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";
import { saving } from "../../shared/save/saving.svelte";

export const library = lasting(new Resource<PolicyList>(() => call("policy::list", {})));

export const needs = lasting(new Resource<Recommendations>(() => call("policy::recommend", {})));

/** The version that was begun last: its page tells what was left out, until the person has read it. */
class Fresh {
  drafted = $state.raw<Drafted | null>(null);

  forget(): void {
    this.drafted = null;
  }
}

export const fresh = lasting(new Fresh());

/** Drafts a policy of the catalogue. */
export async function draftPolicy(number: string): Promise<Drafted> {
  const drafted = await saving.track(() => call("policy::draft", { number }));
  fresh.drafted = drafted;
  return drafted;
}

/** Begins the next version of a policy. */
export async function beginVersion(number: string, change_reason: string): Promise<Drafted> {
  const drafted = await saving.track(() => call("policy::begin", { number, change_reason }));
  fresh.drafted = drafted;
  return drafted;
}
