export { focusField, focusOnArrival, location } from "./location.svelte";
export {
  COVERAGE_SHOWS,
  href,
  parse,
  PRACTICE_PARTS,
  RISK_SHOWS,
  SAFEGUARD_SHOWS,
  type InventoryPart,
  type PracticePart,
  type RiskShow,
  type Route,
  type RouteName,
  type SafeguardShow,
  type ThreatShow,
} from "./routes";
