/** What an asset still lacks before an assessment with it can be approved. */
import type { AssetRow } from "../../backend";

export function missing({ asset, risks }: AssetRow): string[] {
  const lacks = [
    asset.owner === undefined && "an owner",
    asset.criticality === undefined && "ratings",
    risks === 0 && !asset.no_risk_reason && "a risk",
  ];
  return lacks.filter((one) => one !== false);
}
