/** Events that make parts of the assessment be looked at again, in words. */
import type { TriggerKind } from "../../backend";

export const KINDS: Record<TriggerKind, string> = {
  new_system: "A new system",
  new_vendor: "A new vendor",
  incident: "A security incident",
  breach: "A breach of ePHI",
  location: "A site opened, moved or closed",
  merger: "A merger or a takeover",
  law_change: "A change of the law",
  vulnerability: "A new vulnerability",
  failed_test: "A test that failed",
  turnover: "People in key duties left",
  other: "Something else",
};

export const KIND_OPTIONS = (Object.keys(KINDS) as TriggerKind[]).map((value) => ({
  value,
  label: KINDS[value],
}));
