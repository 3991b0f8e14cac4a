/** Where the boxes and arrows of the data flow picture stand: assets and parties in columns. */
import type { DataFlow } from "../../backend";

export const BOX = { width: 168, height: 46, across: 96, down: 20, edge: 12, lane: 14 } as const;

export type Box = { key: string; label: string; outside: boolean; x: number; y: number };
export type Arrow = { path: string; title: string };
export type Picture = { width: number; height: number; boxes: Box[]; arrows: Arrow[] };

/** The picture of the flows; `nameOf` names an asset. */
export function pictureOf(flows: readonly DataFlow[], nameOf: (asset: string) => string): Picture {
  const columns = columnsOf(flows);
  const boxes = columns.flatMap((keys, column) =>
    keys.map((key, place) => ({
      key,
      label: key.startsWith("party ") ? key.slice(6) : nameOf(key),
      outside: key.startsWith("party "),
      x: BOX.edge + column * (BOX.width + BOX.across),
      y: BOX.edge + place * (BOX.height + BOX.down),
    })),
  );
  const tallest = Math.max(1, ...columns.map((keys) => keys.length));
  const at = new Map(boxes.map((box) => [box.key, box]));
  const foot = 2 * BOX.edge + tallest * (BOX.height + BOX.down) - BOX.down;
  let lanes = 0;
  const arrows = flows.flatMap((flow) => {
    const [from, to] = [at.get(flow.from), at.get(endOf(flow))];
    if (!from || !to) return [];
    const title = `${from.label} to ${to.label}: ${flow.method}`;
    if (!skips(from, to)) return [{ path: curve(from, to), title }];
    lanes += 1;
    return [{ path: below(from, to, foot + lanes * BOX.lane - BOX.edge), title }];
  });
  return {
    width: 2 * BOX.edge + columns.length * (BOX.width + BOX.across) - BOX.across,
    height: foot + lanes * BOX.lane,
    boxes,
    arrows,
  };
}

/** The key of where a flow ends. */
export function endOf({ to, party }: DataFlow): string {
  return to ?? `party ${party ?? ""}`;
}

/** Assets by how many steps they lie from a source, at most three columns; parties come last. */
function columnsOf(flows: readonly DataFlow[]): string[][] {
  const assets = [...new Set(flows.flatMap(({ from, to }) => (to ? [from, to] : [from])))];
  const parties = [...new Set(flows.filter(({ to }) => !to).map(endOf))];
  const depth = new Map(assets.map((asset) => [asset, 0]));
  // As many rounds as there are columns: flows in a circle cannot push each other on for ever.
  for (let round = 0; round < 2; round += 1) {
    for (const { from, to } of flows) {
      if (!to || to === from) continue;
      const step = Math.min(2, (depth.get(from) ?? 0) + 1);
      if (!reaches(flows, to, from)) depth.set(to, Math.max(depth.get(to) ?? 0, step));
    }
  }
  const inside = [0, 1, 2].map((column) => assets.filter((asset) => depth.get(asset) === column));
  return [...inside, parties].filter((keys) => keys.length > 0);
}

/** Whether a flow leads straight back, so that the two stand in one column. */
function reaches(flows: readonly DataFlow[], from: string, to: string): boolean {
  return flows.some((flow) => flow.from === from && flow.to === to);
}

/** Whether a column lies between the two: a straight arrow would cross its boxes. */
function skips(from: Box, to: Box): boolean {
  return to.x - from.x > 1.5 * (BOX.width + BOX.across);
}

/** In a lane of its own under all boxes. */
function below(from: Box, to: Box, lane: number): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x - 7, to.y + BOX.height / 2];
  const turn = BOX.across / 2;
  const down = `C${x1 + turn} ${y1} ${x1} ${lane} ${x1 + turn} ${lane}`;
  return `M${x1} ${y1} ${down} L${x2 - turn} ${lane} C${x2} ${lane} ${x2 - turn} ${y2} ${x2} ${y2}`;
}

function curve(from: Box, to: Box): string {
  const [y1, y2] = [from.y + BOX.height / 2, to.y + BOX.height / 2];
  if (to.x > from.x) {
    const [x1, x2] = [from.x + BOX.width, to.x - 7];
    const bend = (x2 - x1) / 2;
    return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  // Back or within a column: around the right side.
  const [x1, x2] = [from.x + BOX.width, to.x + BOX.width + 7];
  const out = Math.max(x1, x2) + 44;
  return `M${x1} ${y1} C${out} ${y1} ${out} ${y2} ${x2} ${y2}`;
}
