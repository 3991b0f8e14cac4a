/**
 * Acts of the desktop that no command of the core can do: dialogs, the system's viewer, printing.
 *
 * Without the shell (browser tests) nothing is chosen and nothing opens.
 */
import { invoke, isTauri } from "@tauri-apps/api/core";

/** Whether the desktop is there, so that a screen offers its dialogs and viewer only then. */
export function hasDesktop(): boolean {
  return isTauri();
}

/** Asks for a workspace folder; null if the person cancels. */
export async function chooseWorkspace(): Promise<string | null> {
  return isTauri() ? invoke<string | null>("native_choose_workspace") : null;
}

/** Opens a written document with the program that the system has for PDF files. */
export async function openDocument(number: string): Promise<void> {
  if (isTauri()) await invoke("native_open_document", { number });
}

/** Asks where to save a copy of a document; the path, or null if the person cancels. */
export async function saveDocument(number: string): Promise<string | null> {
  return isTauri() ? invoke<string | null>("native_save_document", { number }) : null;
}

/** Opens the system's print dialog for the page as it stands. */
export async function printPage(): Promise<void> {
  if (isTauri()) await invoke("native_print");
  else window.print();
}
