/** The state of the year's work: read by the first screen and by the counts of the navigation. */
import { call, type Home } from "../../backend";
import { lasting } from "../../shared/feedback/forget";
import { Resource } from "../../shared/feedback/resource.svelte";

export const home = lasting(new Resource<Home>(() => call("workspace::home", {})));
