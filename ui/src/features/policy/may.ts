/** Whether the person at hand may do an act on a version, as the core's permission matrix says it. */
import type { VersionAct } from "../../backend";
import { isOfficial, mayJudge, mayWrite } from "../../shared/access/rights.svelte";

const JUDGED: readonly VersionAct[] = ["send_back", "approve"];
const OFFICIAL: readonly VersionAct[] = ["publish", "retire"];

export function mayDo(act: VersionAct): boolean {
  if (JUDGED.includes(act)) return mayJudge();
  return OFFICIAL.includes(act) ? isOfficial() : mayWrite();
}
