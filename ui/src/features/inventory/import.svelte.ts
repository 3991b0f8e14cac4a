/** A spreadsheet on its way into the inventory: looked at first, taken only as it was seen. */
import {
  call,
  type AssetField,
  type ImportedAssets,
  type ImportPreview,
  type Mapped,
} from "../../backend";
import { base64Of } from "../../shared/file/base64";
import { Act } from "../../shared/form/act.svelte";
import { saving } from "../../shared/save/saving.svelte";
import { inventory } from "./inventory.svelte";

export class SpreadsheetImport {
  preview = $state.raw<ImportPreview | null>(null);
  done = $state.raw<ImportedAssets | null>(null);
  leaveOut = $state(false);
  readonly act = new Act();
  #file: { file_name: string; content: string } | null = null;

  async choose(file: File | null): Promise<void> {
    this.preview = null;
    this.done = null;
    this.leaveOut = false;
    this.#file = null;
    if (file === null) return;
    await this.act.run(async () => {
      this.#file = { file_name: file.name, content: await base64Of(file) };
      this.preview = await call("inventory::preview", this.#file);
    });
  }

  /** Looks at another sheet; its columns are guessed anew. */
  async chooseSheet(sheet: string): Promise<void> {
    await this.#look({ sheet });
  }

  /** Lets a column fill a field, or none; a field is filled by one column. */
  async map(column: number, field: AssetField | ""): Promise<void> {
    const { preview } = this;
    if (preview === null) return;
    const others = preview.mapping.filter((one) => one.column !== column && one.field !== field);
    const mapping = field === "" ? others : [...others, { column, field }];
    await this.#look({ sheet: preview.sheet, mapping });
  }

  async take(): Promise<void> {
    const { preview } = this;
    const file = this.#file;
    if (preview === null || file === null) return;
    await this.act.run(async () => {
      const { sheet, mapping } = preview;
      const leave_out_refused = preview.refused > 0 && this.leaveOut;
      const request = { ...file, sheet, mapping, leave_out_refused };
      this.done = await saving.track(() => call("inventory::import", request));
      this.preview = null;
      await inventory.refresh();
    });
  }

  async #look(how: { sheet?: string; mapping?: Mapped[] }): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    await this.act.run(async () => {
      this.preview = await call("inventory::preview", { ...file, ...how });
    });
  }
}
