/**
 * The only door to the core: `call` is typed from the table of commands.
 *
 * This folder alone imports `@tauri-apps`; a screen never learns which transport answers.
 */
import type { Commands } from "./bindings";
import { failureOf } from "./failure";
import { tellLocked } from "./locked";
import { transport } from "./transport";

export type * from "./bindings";
export { Failure, failureOf, type FailureCode, type WindowErrorCode } from "./failure";
export { onLocked } from "./locked";

/** Sends one command and gives its response; rejects with a `Failure`. */
export async function call<K extends keyof Commands>(
  name: K,
  request: Commands[K]["request"],
): Promise<Commands[K]["response"]> {
  try {
    const carrier = await transport();
    return (await carrier.send(name, request)) as Commands[K]["response"];
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.code === "locked") tellLocked();
    throw failure;
  }
}
