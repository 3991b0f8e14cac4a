/**
 * Acts of the desktop that no command of the core can do: dialogs and printing.
 *
 * Without the shell (browser tests) the dialogs answer that nothing was chosen.
 */
import { invoke, isTauri } from "@tauri-apps/api/core";

/** Whether the desktop is there, so that a screen offers its dialogs and viewer only then. */
export function hasDesktop(): boolean {
  return isTauri();
}

/** Asks for a workspace folder; null if the person cancels. */
export async function pickWorkspace(): Promise<string | null> {
  if (!isTauri()) return null;
  return invoke<string | null>("native_pick_workspace");
}

/** Asks where a file should go; null if the person cancels. */
export async function pickSavePath(suggested: string): Promise<string | null> {
  if (!isTauri()) return null;
  return invoke<string | null>("native_pick_save_path", { suggested });
}

/** Opens a written document with the program that the system has for it. */
export async function openFile(path: string): Promise<void> {
  if (!isTauri()) return;
  await invoke("native_open_file", { path });
}

/** Opens the system's print dialog for the page as it stands. */
export function printPage(): void {
  window.print();
}
