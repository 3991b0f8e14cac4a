/**
 * How a command reaches the core: one interface, chosen once when the window starts.
 *
 * No words for people here, and no knowledge of what any command does.
 */
export interface Transport {
  /** Sends one command; rejects with a `CommandError`-shaped value or a `Failure`. */
  send(command: string, request: unknown): Promise<unknown>;
}

let chosen: Promise<Transport> | null = null;

/** Puts a transport in place of the host's: for tests. */
export function useTransport(transport: Transport): void {
  chosen = Promise.resolve(transport);
}

export function transport(): Promise<Transport> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<Transport> {
  // The build replaces MODE by a constant: outside mode "bridge" this branch and its file vanish.
  if (import.meta.env.MODE === "bridge") {
    const { bridge } = await import("./bridge");
    return bridge(new URLSearchParams(window.location.search).get("bridge"));
  }
  const { host } = await import("./host");
  return host();
}
