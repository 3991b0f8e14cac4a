import { describe, expect, it } from "vitest";
import type { Certificate, PersonList, PersonRow } from "../../backend";
import { certificateWarning, people } from "./people.svelte";

const until = (valid_until: string) => ({ valid_until }) as Certificate;
const row = (number: string, name: string) => ({ person: { number, name } }) as PersonRow;

describe("a certificate", () => {
  it.each([
    ["2027-01-20", "It ends in 60 days."],
    ["2027-01-21", null],
    ["2026-11-22", "It ends in 1 day."],
    ["2026-11-21", "It ends today."],
    ["2026-11-20", "It has ended: new signatures need a new one."],
  ])("that lasts until %s is told in time", (date, words) => {
    expect(certificateWarning(until(date), "2026-11-21")).toBe(words);
  });
});

describe("the list of people", () => {
  it("takes a changed person in place and a new one by number", () => {
    people.put({ people: [row("P-0001", "Dana"), row("P-0003", "Ruth")] } as PersonList);
    people.replace(row("P-0003", "Ruth Okafor"));
    people.replace(row("P-0002", "Kim"));
    expect(people.value?.people.map((one) => one.person.name)).toEqual([
      "Dana",
      "Kim",
      "Ruth Okafor",
    ]);
    people.forget();
    expect(people.value).toBeNull();
  });
});
