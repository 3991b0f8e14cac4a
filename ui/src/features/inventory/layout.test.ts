import { describe, expect, it } from "vitest";
import type { DataFlow } from "../../backend";
import { BOX, pictureOf } from "./layout";

function flow(from: string, end: { to?: string; party?: string }): DataFlow {
  return { from, ...end, method: "API", protection: "TLS", purpose: "care", carried: false };
}

const names = (key: string) => `name of ${key}`;

describe("the picture of the flows", () => {
  it("draws each asset and party once, in columns along the flow, parties last", () => {
    const picture = pictureOf(
      [
        flow("A-001", { to: "A-002" }),
        flow("A-001", { party: "Payer" }),
        flow("A-002", { party: "Payer" }),
      ],
      names,
    );
    expect(picture.boxes.map(({ label, outside }) => [label, outside])).toEqual([
      ["name of A-001", false],
      ["name of A-002", false],
      ["Payer", true],
    ]);
    const xs = picture.boxes.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(picture.arrows.map(({ title }) => title)).toEqual([
      "name of A-001 to name of A-002: API",
      "name of A-001 to Payer: API",
      "name of A-002 to Payer: API",
    ]);
  });

  it("keeps every box apart and inside, also for flows in a circle and to itself", () => {
    const all = ["A-001", "A-002", "A-003", "A-004", "A-005"];
    const flows = all.flatMap((from, index) => [
      flow(from, { to: all[(index + 1) % all.length] }),
      flow(from, { to: from }),
      flow(from, { party: `Party ${index}` }),
    ]);
    const { boxes, width, height, arrows } = pictureOf(flows, names);
    expect(arrows).toHaveLength(flows.length);
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(boxes.length);
    for (const { x, y } of boxes) {
      expect(x + BOX.width).toBeLessThanOrEqual(width);
      expect(y + BOX.height).toBeLessThanOrEqual(height);
    }
  });
});
