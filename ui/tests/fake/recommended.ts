/** What the fake's catalogue asks for, and a policy drafted from it. */
import type {
  Drafted,
  Level,
  PolicyDetail,
  PolicyRow,
  Recommendation,
  VersionStatus,
} from "../../src/backend";
import { policyDetail } from "./policies";

export const LEFT_OUT: Drafted["left_out"] = [
  {
    id: "S-04",
    text: "The Facilities Lead shall lock the server room within 1 hour of the end of each visit.",
  },
  {
    id: "S-07",
    text: "The Security Official shall change each shared door code every 90 calendar days.",
  },
];

type Seed = [string, string, number, string[], Level | undefined, string | undefined];

const SEEDS: Seed[] = [
  ["POL-11", "Security incident response", 2, ["R-0004", "R-0013"], "very_high", undefined],
  ["POL-16", "Facility access", 4, ["R-0010", "R-0021"], "high", undefined],
  ["POL-20", "Mobile devices and media", 1, [], undefined, undefined],
  [
    "POL-27",
    "Patient-chosen apps",
    0,
    [],
    undefined,
    "the organization runs an interface that patients' apps use",
  ],
];

export function recommended(rows: PolicyRow[]): Recommendation[] {
  return SEEDS.map(([policy, title, safeguards, risks, highest, needed_when]) => {
    const known = rows.find((one) => one.number === policy);
    const newest: { newest?: VersionStatus } = known ? { newest: known.status } : {};
    return {
      policy,
      title,
      purpose: `Says who does what about ${title.toLowerCase()}.`,
      needed: safeguards > 0,
      ...(needed_when ? { needed_when } : {}),
      safeguards: Array.from({ length: safeguards }, (_, at) => `45 CFR 164.310(a)(${at + 1})`),
      risks,
      ...(highest ? { highest } : {}),
      ...newest,
      in_force: known?.status === "effective",
    };
  });
}

export function drafted(number: string, title: string): PolicyDetail {
  const made = policyDetail(number, "2.0");
  const row: PolicyRow = {
    ...made.row,
    number,
    title,
    version: "1.0",
    status: "draft",
    effective_from: null,
    next_review: null,
    check: null,
  };
  const version = { ...made.version, number: "1.0", next_review: undefined };
  return { ...made, row, version, versions: ["1.0"], practices: [], revision: 1 };
}
