import type { CoverageState, Level, RiskDetail } from "../../src/backend";
import { rate } from "./rate";

type Seed = [string, string, string, Level, Level, [Level, Level, Level], CoverageState, string[], string];

const SEEDS: Seed[] = [
  ["Ransomware through a stolen sign-in", "Electronic health record", "No second factor on remote access", "high", "high", ["high", "high", "very_high"], "covered", ["POL-11", "POL-14"], "Dana Whitfield"],
  ["Credential phishing by e-mail", "Staff mailboxes", "No second factor on mail", "very_high", "moderate", ["high", "low", "low"], "covered", ["POL-08", "POL-10"], "Dana Whitfield"],
  ["Stolen laptop", "Clinician laptops", "Disk not encrypted on four devices", "moderate", "high", ["high", "low", "low"], "partly", ["POL-20"], "Luis Ortega"],
  ["API token theft", "Patient portal API", "Tokens live 30 days", "moderate", "moderate", ["high", "moderate", "low"], "covered", ["POL-25"], "Mei Tanaka"],
  ["API client reads beyond its grant", "Patient portal API", "Scope checks are coarse", "moderate", "high", ["high", "low", "low"], "covered", ["POL-25"], "Mei Tanaka"],
  ["Unauthorized look into records by staff", "Electronic health record", "Logs are reviewed rarely", "high", "moderate", ["moderate", "very_low", "very_low"], "covered", ["POL-03", "POL-04"], "Dana Whitfield"],
  ["Flood in the server room", "Imaging archive", "Single site, ground floor", "low", "high", ["very_low", "moderate", "high"], "stale", ["POL-13"], "Luis Ortega"],
  ["Vendor breach", "Billing service", "Contract without notice time", "moderate", "moderate", ["high", "low", "moderate"], "uncovered", [], "Dana Whitfield"],
  ["Backup cannot be restored", "Imaging archive", "Restore never tested", "moderate", "moderate", ["very_low", "high", "high"], "partly", ["POL-14"], "Luis Ortega"],
  ["Former worker keeps access", "Electronic health record", "Leaving list reaches IT late", "moderate", "low", ["moderate", "low", "very_low"], "covered", ["POL-05"], "Dana Whitfield"],
  ["Power outage over four hours", "Electronic health record", "No generator", "moderate", "moderate", ["very_low", "low", "moderate"], "covered", ["POL-15"], "Luis Ortega"],
  ["Wrong patient chosen in the chart", "Electronic health record", "Similar names side by side", "moderate", "low", ["low", "high", "very_low"], "uncovered", [], "Mei Tanaka"],
  ["Unpatched server on the network edge", "VPN gateway", "No owner for patches", "high", "moderate", ["high", "moderate", "high"], "covered", ["POL-26"], "Luis Ortega"],
  ["Paper left on the shared printer", "Printers", "No release by badge", "moderate", "low", ["low", "very_low", "very_low"], "covered", ["POL-19"], "Dana Whitfield"],
];

export function risks(): RiskDetail[] {
  return SEEDS.map(([threat, asset, vulnerability, initiation, adverse, [c, i, a], coverage, policies, owner], index) => {
    const request = { initiation, adverse, impact: { c, i, a } };
    const { likelihood, level, rank_score } = rate(request);
    return {
      number: `R-${String(index * 3 + 4).padStart(4, "0")}`,
      threat_id: `T-${String(index + 1).padStart(3, "0")}`,
      threat,
      asset_number: `A-${String(index + 1).padStart(3, "0")}`,
      asset,
      vulnerability,
      ...request,
      likelihood,
      level,
      rank_score,
      inherent: "very_high",
      target: index % 3 === 0 ? "low" : null,
      treatment: index % 2 === 0 ? "mitigate" : null,
      owner,
      rationale: `Seen in the walk-through of March: ${vulnerability.toLowerCase()}.`,
      policies,
      coverage,
      effect: "Records of patients are read or out of reach, and care is delayed.",
      controls: [{ name: "Antivirus on all desktops", status: "in place" }],
      history: [{ recorded_at: "2026-11-04T09:12:00Z", by: "Dana Whitfield", text: "Rated" }],
      revision: "1",
      editable: true,
    };
  });
}
