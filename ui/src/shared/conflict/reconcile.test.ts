import { describe, expect, it } from "vitest";
import { reconciled, same } from "./reconcile";

type Profile = { name: string; note?: string; sites: { number: string; name: string }[] };

const base: Profile = {
  name: "Lakeside",
  sites: [
    { number: "S-1", name: "Main" },
    { number: "S-2", name: "West" },
  ],
};

describe("a record that two people changed", () => {
  it("keeps what each changed alone, down to the item of a list", () => {
    const mine = { ...base, note: "mine", sites: [{ number: "S-1", name: "Mine" }, base.sites[1]] };
    const newest = { ...base, sites: [base.sites[0], { number: "S-2", name: "Theirs" }] };
    expect(reconciled<unknown>(base, mine, newest, {})).toEqual({
      name: "Lakeside",
      note: "mine",
      sites: [
        { number: "S-1", name: "Mine" },
        { number: "S-2", name: "Theirs" },
      ],
    });
  });

  it("takes what was chosen of what both changed, else one's own", () => {
    const mine = { ...base, name: "Mine" };
    const newest = { ...base, name: "Theirs" };
    expect(reconciled(base, mine, newest, {}).name).toBe("Mine");
    expect(reconciled(base, mine, newest, { "/name": "theirs" }).name).toBe("Theirs");
  });

  it("drops an item that one side removed and adds what the other added", () => {
    const mine = { ...base, sites: base.sites.slice(0, 1) };
    const added = { number: "S-3", name: "North" };
    const newest = { ...base, sites: [...base.sites, added] };
    expect(reconciled(base, mine, newest, {}).sites).toEqual([base.sites[0], added]);
  });

  it("does not take the space away that was just typed", () => {
    const mine = { ...base, name: "Lakeside clinic " };
    expect(reconciled(base, mine, { ...base, name: "Lakeside clinic" }, {}).name).toBe(
      "Lakeside clinic ",
    );
  });

  it("holds a field that is left out for one that holds nothing", () => {
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(same({ a: 1, b: null }, { a: 1 })).toBe(false);
  });
});
