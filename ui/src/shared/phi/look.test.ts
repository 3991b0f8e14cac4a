import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useTransport } from "../../backend/transport";
import { Look } from "./look.svelte";

const asked: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  useTransport({
    async send(_, request) {
      const { text } = request as { text: string };
      asked.push(text);
      const start = [...text].findIndex((letter) => letter === "7");
      const sign = { start, length: 3, kind: "medical_record_number", message: "Leave it out." };
      return { signs: start === -1 ? [] : [sign] };
    },
  });
});
afterEach(() => vi.useRealTimers());

const excerpts = (look: Look) => look.signs.map((sign) => sign.excerpt);

async function type(look: Look, text: string): Promise<void> {
  look.follow(text);
  await vi.advanceTimersByTimeAsync(600);
}

describe("looking for what names a patient", () => {
  it("asks once, after a pause, and never for a text without digits", async () => {
    const look = new Look();
    for (const text of ["7", "77", "777"]) look.follow(text);
    await vi.advanceTimersByTimeAsync(599);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(["777"]);
    await type(look, "no digits at all");
    expect(asked).toEqual(["777"]);
    expect(look.signs).toEqual([]);
  });

  it("cuts the words out by letters, not by code units", async () => {
    const look = new Look();
    await type(look, "😀 record 778 of a person");
    expect(excerpts(look)).toEqual(["778"]);
  });

  it("keeps quiet about words that are left, and speaks of new ones", async () => {
    const look = new Look();
    await type(look, "record 778");
    look.leave();
    expect(look.signs).toEqual([]);
    await type(look, "record 778, seen");
    expect(look.signs).toEqual([]);
    await type(look, "record 779, seen");
    expect(excerpts(look)).toEqual(["779"]);
  });

  it("points nothing out where the core does not answer", async () => {
    useTransport({ send: () => Promise.reject(new Error("gone")) });
    const look = new Look();
    await type(look, "record 778");
    expect(look.signs).toEqual([]);
  });
});
