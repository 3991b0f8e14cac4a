/** A chosen file on its way to the core. */
import type { FileContent } from "../../backend";
import { base64Of } from "../../shared/file/base64";
import { fileSize } from "../../shared/text/count";

/** Why a file is not taken; null if it is. */
export function refusal(file: File, largest: number): string | null {
  if (file.size === 0) return "This file is empty.";
  if (file.size <= largest) return null;
  const limit = fileSize(largest);
  return `This file has ${fileSize(file.size)}; at most ${limit} is taken. Choose a smaller copy, or leave the file out and write where the original is kept.`;
}

/** Name and bytes as the core takes them; rejects if the file cannot be read. */
export async function contentOf(file: File): Promise<FileContent> {
  return { name: file.name, base64: await base64Of(file) };
}
