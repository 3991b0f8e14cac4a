import { describe, expect, it } from "vitest";
import { contentOf, refusal } from "./file";

describe("a chosen file", () => {
  it("is taken up to the limit and not above it", () => {
    const file = new File([new Uint8Array(1000)], "log.txt");
    expect(refusal(file, 1000)).toBeNull();
    expect(refusal(file, 999)).toMatch(/^This file has 1 KB; at most 999 B is taken/);
  });

  it("is not taken empty", () => {
    expect(refusal(new File([], "log.txt"), 1000)).toBe("This file is empty.");
  });

  it("goes to the core with its exact bytes", async () => {
    const bytes = new Uint8Array([0, 255, 10, 13, 44, 0, 200]);
    const { name, base64 } = await contentOf(new File([bytes], "laptop, 1.bin"));
    expect(name).toBe("laptop, 1.bin");
    expect([...atob(base64)].map((one) => one.charCodeAt(0))).toEqual([...bytes]);
  });
});
