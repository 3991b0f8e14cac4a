import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../../backend";
import { Autosave } from "./autosave.svelte";
import { saving } from "./saving.svelte";

describe("Autosave", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("writes once after a burst of changes", async () => {
    const write = vi.fn().mockResolvedValue(undefined);
    const autosave = new Autosave({ write, ready: () => true });
    autosave.changed();
    autosave.changed();
    expect(write).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(write).toHaveBeenCalledOnce();
    expect(saving.state.kind).toBe("saved");
  });

  it("writes again what changed while a write was under way, never two at a time", async () => {
    const open: (() => void)[] = [];
    const write = vi.fn(() => new Promise<void>((resolve) => open.push(resolve)));
    const autosave = new Autosave({ write, ready: () => true });
    autosave.changed();
    await vi.advanceTimersByTimeAsync(1000);
    autosave.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(write).toHaveBeenCalledTimes(1);
    open[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(write).toHaveBeenCalledTimes(2);
  });

  it("keeps a change that could not be written, and writes it when asked again", async () => {
    const write = vi.fn().mockRejectedValueOnce(new Failure("full", ""));
    const autosave = new Autosave({ write, ready: () => true });
    autosave.changed();
    await vi.runAllTimersAsync();
    expect(autosave.failure?.code).toBe("full");
    expect(saving.state.kind).toBe("failed");
    await autosave.flush();
    expect(write).toHaveBeenCalledTimes(2);
    expect(autosave.failure).toBeNull();
  });

  it("holds back what may not be saved yet", async () => {
    let ready = false;
    const write = vi.fn().mockResolvedValue(undefined);
    const autosave = new Autosave({ write, ready: () => ready });
    autosave.changed();
    await vi.runAllTimersAsync();
    expect(write).not.toHaveBeenCalled();
    ready = true;
    await autosave.flush();
    expect(write).toHaveBeenCalledOnce();
  });
});
