import { Failure, isCommandError } from "./failure";
import type { Transport } from "./transport";

/** The loopback bridge of the browser tests: the real core behind `POST /call`. */
export function bridge(address: string | null): Transport {
  const base = address ?? window.location.origin;
  return {
    async send(command, request) {
      const answer = await fetch(`${base}/call`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ command, request }),
      });
      return unwrap(await answer.json());
    },
  };
}

function unwrap(answer: unknown): unknown {
  if (typeof answer === "object" && answer !== null) {
    if ("error" in answer && isCommandError(answer.error)) throw Failure.from(answer.error);
    if ("ok" in answer) return answer.ok;
  }
  throw new Failure("unreadable_answer", "");
}
