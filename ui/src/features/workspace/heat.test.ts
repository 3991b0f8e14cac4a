import { describe, expect, it } from "vitest";
import { LEVELS } from "../../shared/level/levels";
import { heatRows } from "./heat";

/** NIST SP 800-30 Rev. 1, table I-2, from very high likelihood down. */
const I2 = ["01234", "01234", "01223", "01112", "00011"];

describe("the heat map", () => {
  it("colours every place by table I-2", () => {
    const levels = heatRows([]).map((row) =>
      row.cells.map((cell) => LEVELS.indexOf(cell.level)).join(""),
    );
    expect(levels).toEqual(I2);
  });

  it("puts the first row's last count at very high likelihood and very high impact", () => {
    const [first] = heatRows([[0, 0, 0, 0, 7]]);
    expect(first?.likelihood).toBe("very_high");
    expect(first?.cells[4]).toMatchObject({ impact: "very_high", risks: 7 });
    expect(first?.cells[0]).toMatchObject({ impact: "very_low", risks: 0 });
  });
});
