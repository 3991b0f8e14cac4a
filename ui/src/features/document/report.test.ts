import { describe, expect, it } from "vitest";
import type { SignatureReport, VerifyReport } from "../../backend";
import { mark, overall } from "./report";

const signature: SignatureReport = {
  field: "author",
  signer: "Dana Whitfield",
  subfilter: "ETSI.CAdES.detached",
  intact: true,
  trusted: "unknown",
  signed_at: null,
  claimed_at: null,
  certification: null,
  changes_after: [],
};

function report(valid: boolean, signatures: SignatureReport[]): VerifyReport {
  return { valid, covers_whole_file: valid, signatures, problems: [] };
}

describe("a verification in words", () => {
  it("tells unsigned from broken", () => {
    expect(overall(report(false, []))).toMatchObject({ words: "Not signed yet", tone: "open" });
    expect(overall(report(false, [signature]))).toMatchObject({ tone: "fault" });
  });

  it.each([
    [1, "The signature holds"],
    [2, "Both signatures hold"],
    [3, "All 3 signatures hold"],
  ])("says that %i hold", (n, words) => {
    expect(overall(report(true, Array<SignatureReport>(n).fill(signature))).words).toBe(words);
  });

  it("does not call a signature intact after a change that it does not permit", () => {
    expect(mark(signature).tone).toBe("met");
    expect(mark({ ...signature, changes_after: ["A page was replaced."] }).tone).toBe("fault");
    expect(mark({ ...signature, intact: false }).tone).toBe("fault");
  });

  it("lets trust change nothing about intactness", () => {
    expect(mark({ ...signature, trusted: "system" })).toEqual(mark(signature));
  });
});
