import type { DocumentRow, VerifyReport } from "../../src/backend";
import { policyDetail } from "./policies";

export function paper(
  number: string,
  policy: string,
  version: string,
  signed: boolean,
): DocumentRow {
  return {
    number,
    policy,
    version,
    title: policyDetail(policy).row.title,
    bytes: 57_400,
    written_at: "2026-11-20T15:02:00Z",
    content_hash: "9f3c5d0e7b1a44c2a9e8d6f0b3c1a2e4f5d6c7b8a9e0f1d2c3b4a5968778695a",
    sha256: "11ab5d0e7b1a44c2a9e8d6f0b3c1a2e4f5d6c7b8a9e0f1d2c3b4a5968778695a",
    places: [
      { field: "author", name: "Dana Whitfield", login: "dana", role: "Author", signed },
      { field: "approver", name: "Dr. Ruth Okafor", login: "ruth", role: "Executive", signed },
    ],
  };
}

export function report(row: DocumentRow): VerifyReport {
  const signatures = row.places
    .filter((place) => place.signed)
    .map(({ field, name }) => ({
      field,
      signer: name,
      subfilter: "ETSI.CAdES.detached",
      intact: true,
      trusted: "organization" as const,
      signed_at: null,
      claimed_at: "2026-11-20T15:04:00Z",
      certification: null,
      changes_after: [],
    }));
  const valid = signatures.length > 0;
  const problems = valid ? [] : ["There is no signature."];
  return { valid, covers_whole_file: valid, signatures, problems };
}
