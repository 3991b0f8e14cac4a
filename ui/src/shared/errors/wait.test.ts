import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Failure } from "../../backend";
import { Countdown } from "./countdown.svelte";
import { secondsToWait, waitWords } from "./wait";

const tried = (message: string, hint: string | null = null, limit?: string) =>
  new Failure(
    "too_many_tries",
    message,
    hint,
    limit === undefined ? [] : [{ field: "passphrase", code: "wait", message: "", limit }],
  );

describe("waiting after wrong passphrases", () => {
  it.each([
    [tried("Wait 30 seconds."), 30],
    [tried("Too many.", "Try again in 2 minutes."), 120],
    [tried("Wait 30 seconds.", null, "12"), 12],
    [tried("Too many."), 0],
    [new Failure("wrong_passphrase", "Wait 30 seconds."), 0],
  ])("reads the time from %o", (failure, seconds) => {
    expect(secondsToWait(failure)).toBe(seconds);
  });

  it.each([
    [1, "1 second"],
    [45, "45 seconds"],
    [120, "2 min"],
    [125, "2 min 5 s"],
  ])("says %d in words", (seconds, words) => expect(waitWords(seconds)).toBe(words));
});

describe("the countdown", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("counts to nothing by the clock, even where a timer was late", () => {
    const countdown = new Countdown();
    countdown.follow(tried("Wait 3 seconds."));
    expect(countdown.left).toBe(3);
    vi.advanceTimersByTime(1000);
    expect(countdown.left).toBe(2);
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(1000);
    expect(countdown.left).toBe(0);
  });

  it("begins anew with each failure and stops with the last one", () => {
    const countdown = new Countdown();
    countdown.follow(tried("Wait 3 seconds."));
    countdown.follow(tried("Wait 9 seconds."));
    expect(countdown.left).toBe(9);
    countdown.follow(null);
    expect(countdown.left).toBe(0);
  });
});
