/** The states of retention in words, and what a hold covers. */
import type { HoldRow, RetentionRow, RetentionState } from "../../backend";
import type { StateWords } from "../../shared/state/words";
import { count } from "../../shared/text/count";

export const STATES: Record<RetentionState, StateWords> = {
  in_effect: { words: "In effect", tone: "met", icon: "met" },
  protected: { words: "Protected", tone: "quiet", icon: "shield" },
  held: { words: "Held", tone: "open", icon: "clock" },
  needed: { words: "Still needed", tone: "open", icon: "judgement" },
  disposable: { words: "May be disposed of", tone: "quiet", icon: "none" },
};

/** What each state means, for the legend. */
export const MEANINGS: Record<RetentionState, string> = {
  in_effect: "It counts today; its six years have not begun.",
  protected: "It no longer counts, and the rule keeps it until the day shown.",
  held: "A legal hold stops disposal, whatever the schedule says.",
  needed: "Its time is over, but something that is kept refers to it.",
  disposable: "Nothing keeps it any more. Nothing is disposed of unless you say so.",
};

export const STATE_ORDER = Object.keys(STATES) as RetentionState[];

/** "Everything", "3 records": what a hold covers. */
export function coverWords({ hold }: HoldRow): string {
  // The core leaves an empty list out.
  const records = hold.records ?? [];
  return records.length === 0 ? "Everything" : count(records.length, "record");
}

/** How many records are in each state. */
export function tally(rows: readonly RetentionRow[]): Record<RetentionState, number> {
  const found = { in_effect: 0, protected: 0, held: 0, needed: 0, disposable: 0 };
  for (const row of rows) found[row.state] += 1;
  return found;
}
