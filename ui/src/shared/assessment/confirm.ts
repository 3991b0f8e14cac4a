/** Saying that what came forward from last year is still right. */
import { call, type RecordName } from "../../backend";
import { saving } from "../save/saving.svelte";

/** Confirms the records of these kinds with the number; others that wait stay as they are. */
export async function confirmStillRight(kinds: readonly string[], number: string): Promise<void> {
  await saving.track(async () => {
    const { to_confirm } = await call("assessment::get", {});
    const meant = (record: RecordName) =>
      kinds.includes(record.kind) && record.id.slice(record.id.lastIndexOf("/") + 1) === number;
    await call("assessment::confirm", { records: to_confirm.filter(meant) });
  });
}
