/** The state of the year's work: read by the first screen and by the counts of the navigation. */
import { call, type HomeResponse } from "../../backend";
import { Resource } from "../../shared/feedback/resource.svelte";

export const home = new Resource<HomeResponse>(() => call("workspace::home", {}));
