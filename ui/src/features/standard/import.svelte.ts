/** A catalogue on its way into the workspace: looked at first, taken with what is stated about it. */
import { call, type FrameworkPreview } from "../../backend";
import { textOf } from "../../shared/file/text";
import { Act } from "../../shared/form/act.svelte";
import { frameworks } from "../../shared/pick/frameworks.svelte";
import { saving } from "../../shared/save/saving.svelte";

/** Fewest characters of the reason; the core asks for the same. */
export const LEAST_REASON = 20;

export class StandardImport {
  preview = $state.raw<FrameworkPreview | null>(null);
  publisher = $state("");
  /** None until it is answered: nobody states it by leaving a box as it was. */
  consensusBased = $state<boolean>();
  reason = $state("");
  readonly act = new Act();
  #file: { file_name: string; text: string } | null = null;

  async choose(file: File | null): Promise<void> {
    this.preview = null;
    this.#file = null;
    if (file === null) return;
    await this.act.run(async () => {
      this.#file = { file_name: file.name, text: await textOf(file) };
      this.preview = await call("framework::preview", this.#file);
      this.publisher = this.preview.publisher ?? "";
    });
  }

  /** True once it is taken. */
  async take(): Promise<boolean> {
    const file = this.#file;
    const { consensusBased } = this;
    if (file === null || consensusBased === undefined) return false;
    return this.act.run(async () => {
      const request = {
        ...file,
        publisher: this.publisher.trim(),
        consensus_based: consensusBased,
        reason: consensusBased ? this.reason.trim() : "",
      };
      frameworks.put(await saving.track(() => call("framework::import", request)));
    });
  }
}
