import { invoke, isTauri } from "@tauri-apps/api/core";
import { Failure } from "./failure";
import type { Transport } from "./transport";

/** The desktop shell: each command is a Tauri command whose name has `_` in place of `::`. */
export function host(): Transport {
  return {
    async send(command, request) {
      if (!isTauri()) throw new Failure("unreachable", "");
      return invoke(command.replace("::", "_"), { request });
    },
  };
}
