import { describe, expect, it } from "vitest";
import { count, fileName, fileSize } from "./count";
import { civilDate, withCivilDates } from "./dates";
import { blocks } from "./prose";

describe("words and numbers", () => {
  it("uses the singular for exactly one", () => {
    expect([0, 1, 2].map((n) => count(n, "risk"))).toEqual(["0 risks", "1 risk", "2 risks"]);
    expect(count(2, "policy", "policies")).toBe("2 policies");
  });

  it("writes a civil date without moving it between zones", () => {
    expect(civilDate("2026-03-01")).toBe("1 March 2026");
    expect(civilDate("unknown")).toBe("unknown");
  });

  it("writes the dates inside a sentence out, and leaves hashes and numbers alone", () => {
    expect(withCivilDates("was due on 2026-11-14 (D-0001, 12026-11-14)")).toBe(
      "was due on 14 November 2026 (D-0001, 12026-11-14)",
    );
  });

  it("names files by their last part, on any system", () => {
    expect(fileName("/home/dana/policies/POL-11.pdf")).toBe("POL-11.pdf");
    expect(fileName("C:\\Binder\\POL-11.pdf")).toBe("POL-11.pdf");
  });

  it("rounds file sizes as people say them", () => {
    expect([812, 57_400, 1_310_000].map(fileSize)).toEqual(["812 B", "57 KB", "1.3 MB"]);
  });
});

describe("narrative text", () => {
  it("keeps paragraphs, joins wrapped lines and lists items", () => {
    expect(blocks("One\nline.\n\nThese apply:\n- **first**\n  goes on\n- second")).toEqual([
      { kind: "paragraph", text: "One line." },
      { kind: "paragraph", text: "These apply:" },
      { kind: "list", items: ["first goes on", "second"] },
    ]);
  });
});
