import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchIdle } from "./idle";

const MINUTE = 60_000;

function watching(limit: number) {
  const acts = { warn: vi.fn(), calm: vi.fn(), keep: vi.fn(), lock: vi.fn() };
  return { ...acts, stop: watchIdle({ limit, ...acts }) };
}

const touch = () => window.dispatchEvent(new Event("pointermove"));

describe("an idle window", () => {
  let stop: () => void = () => undefined;
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it("warns a minute before and locks when the time is over, once", () => {
    const idle = watching(15 * MINUTE);
    stop = idle.stop;
    vi.advanceTimersByTime(14 * MINUTE - 1000);
    expect(idle.warn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(idle.warn).toHaveBeenCalledOnce();
    expect(idle.lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE);
    expect(idle.lock).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(15 * MINUTE);
    expect(idle.lock).toHaveBeenCalledOnce();
  });

  it("begins anew with a touch and takes the warning back", () => {
    const idle = watching(15 * MINUTE);
    stop = idle.stop;
    vi.advanceTimersByTime(14 * MINUTE + 30_000);
    touch();
    expect(idle.calm).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(14 * MINUTE - 1000);
    expect(idle.warn).toHaveBeenCalledOnce();
    expect(idle.lock).not.toHaveBeenCalled();
  });

  it("warns halfway where the whole time is a minute", () => {
    const idle = watching(MINUTE);
    stop = idle.stop;
    vi.advanceTimersByTime(29_000);
    expect(idle.warn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(idle.warn).toHaveBeenCalledOnce();
  });

  it.each([
    ["the next look", () => vi.advanceTimersByTime(1000)],
    ["a touch that comes first", touch],
  ])("locks after the computer slept, by %s", (_, wake) => {
    const idle = watching(60 * MINUTE);
    stop = idle.stop;
    vi.setSystemTime(Date.now() + 10 * MINUTE);
    wake();
    expect(idle.lock).toHaveBeenCalledOnce();
  });

  it("tells the core that somebody is there, but not with every touch", () => {
    const idle = watching(15 * MINUTE);
    stop = idle.stop;
    touch();
    expect(idle.keep).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40_000);
    touch();
    touch();
    expect(idle.keep).toHaveBeenCalledOnce();
  });

  it("does nothing any more once it is stopped", () => {
    const idle = watching(2 * MINUTE);
    idle.stop();
    vi.advanceTimersByTime(10 * MINUTE);
    touch();
    expect(idle.lock).not.toHaveBeenCalled();
  });
});
