/** The library of policies as it was last read. */
import { call, type PolicyListResponse } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";

export const library = new Resource<PolicyListResponse>(() => call("policy::list", {}));
