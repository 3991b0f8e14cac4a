export { focusField, focusOnArrival, location } from "./location.svelte";
export { href, parse, type Route, type RouteName } from "./routes";
