import { describe, expect, it } from "vitest";
import type { Finding } from "../../backend";
import { pieces } from "./marks";

function finding(line: number, column: number, text: string): Finding {
  const length = [...text].length;
  return { line, column, length, text, code: "subjective_word", level: "error", suggestion: "" };
}
const marked = (text: string, found: Finding[]) =>
  pieces(text, found)
    .map((piece) => (piece.level ? `[${piece.text}]` : piece.text))
    .join("");

describe("marks", () => {
  it("cuts around a word and loses nothing", () => {
    const text = "The Lead shall promptly act.";
    expect(marked(text, [finding(1, 16, "promptly")])).toBe("The Lead shall [promptly] act.");
  });

  it("counts signs outside the basic plane as one, as the linter does", () => {
    expect(marked("🩺🩺 soon", [finding(1, 4, "soon")])).toBe("🩺🩺 [soon]");
  });

  it("keeps to its line", () => {
    expect(marked("soon\nsoon", [finding(2, 1, "soon")])).toBe("soon\n[soon]");
  });

  it("shows findings that overlap or run over the end once", () => {
    const found = [finding(1, 1, "as soon as possible"), finding(1, 4, "soon")];
    expect(marked("as soon as possib", found)).toBe("[as soon as possib]");
  });
});
