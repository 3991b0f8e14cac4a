/** A verification report in words. */
import type { SignatureReport, Trusted, VerifyReport } from "../../backend";
import type { StateWords } from "../../shared/state/words";

/** The report as a whole. */
export function overall(report: VerifyReport): StateWords {
  const { signatures } = report;
  if (signatures.length === 0) return { words: "Not signed yet", tone: "open", icon: "pen" };
  if (!report.valid) return { words: "A signature does not hold", tone: "fault", icon: "fault" };
  const words = holding(signatures.length);
  return { words, tone: "met", icon: "met" };
}

function holding(signatures: number): string {
  if (signatures === 1) return "The signature holds";
  return signatures === 2 ? "Both signatures hold" : `All ${signatures} signatures hold`;
}

/** One signature. */
export function mark(signature: SignatureReport): StateWords {
  if (!signature.intact) return { words: "Broken", tone: "fault", icon: "fault" };
  if (signature.changes_after.length > 0) {
    return { words: "Changed afterwards", tone: "fault", icon: "fault" };
  }
  return { words: "Intact", tone: "met", icon: "met" };
}

const TRUST: Record<Trusted, string> = {
  unknown: "the signer's key is not known here",
  organization: "the signer's key is known to your organization",
  system: "the signer's key is trusted by this computer",
};

export function trustWords(trust: Trusted): string {
  return TRUST[trust];
}
