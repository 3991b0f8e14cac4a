import { expect, it } from "vitest";
import { entered } from "./entered";

it.each<[string[], string, string[]]>([
  [[], " patients' apps ", ["patients' apps"]],
  [["payers"], "Payers", ["payers"]],
  [["payers"], "", ["payers"]],
  [["payers"], "apps; vendors;;apps", ["payers", "apps", "vendors"]],
  [[], "Ada\nBen\n", ["Ada", "Ben"]],
])("%j with %j is %j", (chosen, typed, all) => expect(entered(chosen, typed)).toEqual(all));
