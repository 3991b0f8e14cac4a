import { describe, expect, it } from "vitest";
import type { BackupList } from "../../backend";
import { backupNotice } from "./backupAge";

const NOW = new Date("2026-11-21T12:00:00Z");

function list(...made: string[]): BackupList {
  const backups = made.map((made_at) => ({
    name: made_at,
    made_at,
    bytes: 1,
    reason: "daily" as const,
  }));
  return { backups, folder: "/backups", keep_rule: "" };
}

describe("the age of the newest backup", () => {
  it.each([
    [list("2026-11-14T12:00:00Z"), null],
    [list("2026-11-13T12:00:00Z"), "The newest backup is 8 days old"],
    [list("2026-11-20T12:00:00Z", "2026-01-01T12:00:00Z"), null],
    [list(), "There is no backup of this workspace yet"],
    [{ ...list(), folder: undefined }, null],
  ])("says what there is to say", (backups, words) => {
    expect(backupNotice(backups, NOW)).toBe(words);
  });
});
