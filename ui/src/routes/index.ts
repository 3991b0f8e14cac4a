export { focusField, focusOnArrival, location } from "./location.svelte";
export {
  COVERAGE_SHOWS,
  href,
  parse,
  RISK_SHOWS,
  SAFEGUARD_SHOWS,
  type InventoryPart,
  type RiskShow,
  type Route,
  type RouteName,
  type SafeguardShow,
  type ThreatShow,
} from "./routes";
