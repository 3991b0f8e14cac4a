import { describe, expect, it } from "vitest";
import { Failure } from "../../backend";
import { Resource } from "./resource.svelte";

describe("Resource", () => {
  it("keeps the answer of the last request, whichever comes first", async () => {
    const answers: ((text: string) => void)[] = [];
    const resource = new Resource(() => new Promise<string>((resolve) => answers.push(resolve)));
    const first = resource.load();
    const second = resource.load();
    answers[1]?.("new");
    answers[0]?.("old");
    await Promise.all([first, second]);
    expect(resource.value).toBe("new");
  });

  it("shows the old value while it refreshes, and the failure when that fails", async () => {
    let works = true;
    const resource = new Resource(() =>
      works ? Promise.resolve(1) : Promise.reject(new Failure("full", "")),
    );
    await resource.load();
    works = false;
    const refreshing = resource.refresh();
    expect(resource.value).toBe(1);
    await refreshing;
    expect(resource.reading).toMatchObject({ kind: "failed", failure: { code: "full" } });
  });
});
