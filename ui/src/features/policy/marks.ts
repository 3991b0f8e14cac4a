/** A text cut where the linter found something, so that the words can be underlined in place. */
import type { FindingLevel, Finding } from "../../backend";

export type Piece = { text: string; level: FindingLevel | null };

/** The findings of one line; lines count from 1. */
export function ofLine(findings: Finding[], line: number): Finding[] {
  return findings.filter((finding) => finding.line === line);
}

/** Cuts a text of several lines; columns count Unicode scalar values, as the linter does. */
export function pieces(text: string, findings: Finding[]): Piece[] {
  return text.split("\n").flatMap((line, index, lines) => {
    const cut = cutLine(line, ofLine(findings, index + 1));
    return index < lines.length - 1 ? [...cut, { text: "\n", level: null }] : cut;
  });
}

function cutLine(line: string, findings: Finding[]): Piece[] {
  const scalars = [...line];
  const cut: Piece[] = [];
  let place = 0;
  for (const { column, length, level } of [...findings].sort((a, b) => a.column - b.column)) {
    const start = Math.max(column - 1, place);
    const end = Math.min(column - 1 + length, scalars.length);
    if (end <= start) continue;
    cut.push({ text: scalars.slice(place, start).join(""), level: null });
    cut.push({ text: scalars.slice(start, end).join(""), level });
    place = end;
  }
  cut.push({ text: scalars.slice(place).join(""), level: null });
  return cut.filter((piece) => piece.text !== "");
}
