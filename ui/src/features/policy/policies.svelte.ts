/** The library of policies as it was last read. */
import { call, type PolicyList } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";

export const library = lasting(new Resource<PolicyList>(() => call("policy::list", {})));
