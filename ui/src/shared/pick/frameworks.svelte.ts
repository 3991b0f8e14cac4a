/** The standards that statements may follow: read once a screen asks, forgotten on locking. */
import { call, type FrameworkList } from "../../backend";
import { lasting } from "../feedback/forget";
import { Resource } from "../feedback/resource.svelte";

export const frameworks = lasting(new Resource<FrameworkList>(() => call("framework::list", {})));
