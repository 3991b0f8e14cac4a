import { describe, expect, it } from "vitest";
import type { BackupPreview, RestoreChange, RestoreKind } from "../../backend";
import { fieldWords, grouped, restoreWords } from "./backups.svelte";

const change = (id: string, kind: RestoreKind): RestoreChange => ({
  record: { kind: "risk", id },
  title: id,
  change: kind,
  fields: [],
});
const CHANGES = [
  change("R-1", "changes"),
  change("R-2", "goes_away"),
  change("R-3", "comes_back"),
  change("R-4", "goes_away"),
];
const preview = (changes: RestoreChange[]) => ({ changes }) as BackupPreview;

describe("what restoring would do", () => {
  it("puts what goes away first, and leaves out what does not happen", () => {
    const kinds = grouped(CHANGES).map(({ kind, changes }) => [kind, changes.map((c) => c.title)]);
    expect(kinds).toEqual([
      ["goes_away", ["R-2", "R-4"]],
      ["changes", ["R-1"]],
      ["comes_back", ["R-3"]],
    ]);
    expect(grouped([change("R-1", "changes")])).toHaveLength(1);
  });

  it("says it in a sentence with the right numbers", () => {
    expect(restoreWords(preview(CHANGES))).toBe(
      "2 records go away; 1 record gets its earlier content; 1 record comes back.",
    );
    expect(restoreWords(preview([]))).toBe("Nothing would change.");
  });

  it("reads a pointer as words", () => {
    expect(fieldWords("/residual/review_by")).toBe("residual › review by");
  });
});
