import { describe, expect, it } from "vitest";
import { RecordDraft, type Stored } from "./draft.svelte";
import { reconciled } from "./reconcile";

type Fields = { effect: string; owner: string; controls: string[] };
const base: Fields = { effect: "Delay.", owner: "P-001", controls: ["a"] };

describe("merging a record", () => {
  it("keeps one's own changes and takes the others", () => {
    const mine = { ...base, effect: "Delay of care." };
    const newest = { ...base, owner: "P-002" };
    expect(reconciled(base, mine, newest, {})).toEqual({
      effect: "Delay of care.",
      owner: "P-002",
      controls: ["a"],
    });
  });

  it("gives way where theirs was chosen, also inside a field", () => {
    const mine = { ...base, effect: "Mine.", controls: ["a", "mine"] };
    const newest = { ...base, effect: "Theirs.", controls: ["a", "theirs"] };
    const choices = { "/effect": "mine", "/controls/1": "theirs" } as const;
    expect(reconciled(base, mine, newest, choices)).toEqual({
      effect: "Mine.",
      owner: "P-001",
      controls: ["a", "theirs"],
    });
  });

  it("leaves the space that is being typed", () => {
    const sent = { ...base, effect: "Delay. " };
    expect(reconciled(sent, sent, base, {}).effect).toBe("Delay. ");
  });
});

describe("a draft", () => {
  it("writes each change on the revision before, and not what is not ready", async () => {
    const written: [Fields, number][] = [];
    const write = async (fields: Fields, basedOn: number): Promise<Stored<Fields>> => {
      written.push([fields, basedOn]);
      return { fields, revision: basedOn + 1 };
    };
    const draft = new RecordDraft<Fields>(
      { fields: base, revision: 4 },
      {
        write,
        read: async () => ({ fields: base, revision: 4 }),
        ready: ({ effect }) => effect !== "",
      },
    );
    draft.set("effect", "");
    await draft.autosave.flush();
    expect(written).toEqual([]);
    draft.set("effect", "Care stops.");
    await draft.autosave.flush();
    draft.set("owner", "P-002");
    await draft.autosave.flush();
    expect(written.map(([, basedOn]) => basedOn)).toEqual([4, 5]);
    expect(draft.fields).toEqual({ ...base, effect: "Care stops.", owner: "P-002" });
  });
});
