/** The library of policies as it was last read. */
import { call, type PolicyList } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";

export const library = new Resource<PolicyList>(() => call("policy::list", {}));
