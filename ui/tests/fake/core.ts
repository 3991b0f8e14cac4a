/** What the fake core answers, typed from the table of commands. */
import { Failure, type Commands } from "../../src/backend";

/** Commands that no test and no screen of the fake calls yet. */
type Unused = "workspace::export" | "workspace::import";

export type Core = {
  [K in Exclude<keyof Commands, Unused>]: (
    request: Commands[K]["request"],
  ) => Commands[K]["response"];
};

/** The answers to the commands of one word. */
export type Part<Word extends string> = Pick<Core, Extract<keyof Core, `${Word}::${string}`>>;

export function find<T>(list: T[], is: (one: T) => boolean): T {
  const found = list.find(is);
  if (found === undefined) throw new Failure("not_found", "");
  return found;
}
