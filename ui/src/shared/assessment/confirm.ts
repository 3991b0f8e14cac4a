/** Saying that what came forward from last year is still right. */
import { call, type RecordName } from "../../backend";
import { saving } from "../save/saving.svelte";

/** Confirms the records of a kind with these numbers; others that wait stay as they are. */
export async function confirmStillRight(kind: string, numbers: readonly string[]): Promise<void> {
  await saving.track(async () => {
    const { to_confirm } = await call("assessment::get", {});
    const meant = (record: RecordName) =>
      record.kind === kind && numbers.includes(record.id.slice(record.id.lastIndexOf("/") + 1));
    await call("assessment::confirm", { records: to_confirm.filter(meant) });
  });
}
