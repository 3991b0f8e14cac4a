/** Narrative text as blocks: the paragraphs and plain lists that the policies use of CommonMark. */
export type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

const BULLET = /^\s*(?:[-*+]|\d+[.)])\s+/;

export function blocks(source: string): Block[] {
  return source
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap(blocksOfPart);
}

function blocksOfPart(part: string): Block[] {
  const lines = part.split("\n");
  const first = lines.findIndex((line) => BULLET.test(line));
  if (first === -1) return [{ kind: "paragraph", text: plain(lines.join(" ")) }];
  const lead = lines.slice(0, first).join(" ");
  const list: Block = { kind: "list", items: items(lines.slice(first)).map(plain) };
  return lead === "" ? [list] : [{ kind: "paragraph", text: plain(lead) }, list];
}

function items(lines: string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line)) found.push(line.replace(BULLET, ""));
    else found.push(`${found.pop() ?? ""} ${line.trim()}`);
  }
  return found;
}

function plain(text: string): string {
  return text
    .replace(/\*\*(.+?)\*\*/g, "$1")
    .replace(/^#+\s+/, "")
    .trim();
}
