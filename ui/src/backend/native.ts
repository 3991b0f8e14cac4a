/**
 * Acts of the desktop that no command of the core can do: dialogs, the system's viewer, printing.
 *
 * Without the shell (browser tests) nothing is chosen and nothing opens.
 */
import { invoke, isTauri } from "@tauri-apps/api/core";
import type { AuditFilter, ReportFormat, ReportKind } from "./bindings";

/** Whether the desktop is there, so that a screen offers its dialogs and viewer only then. */
export function hasDesktop(): boolean {
  return isTauri();
}

/** Asks for a workspace folder; null if the person cancels. */
export async function chooseWorkspace(): Promise<string | null> {
  return isTauri() ? invoke<string | null>("native_choose_workspace") : null;
}

/** Asks where a new workspace goes, with a name for its folder; null if the person cancels. */
export async function chooseNewWorkspace(name: string): Promise<string | null> {
  return isTauri() ? invoke<string | null>("native_choose_new_workspace", { name }) : null;
}

/** Opens a written document with the program that the system has for PDF files. */
export async function openDocument(number: string): Promise<void> {
  if (isTauri()) await invoke("native_open_document", { number });
}

/** Asks where to save a copy of a document; the path, or null if the person cancels. */
export async function saveDocument(number: string): Promise<string | null> {
  return isTauri() ? invoke<string | null>("native_save_document", { number }) : null;
}

/** Asks where to save the audit trail; the path, or null if the person cancels. */
export async function saveAudit(
  filter: AuditFilter,
  format: "csv" | "pdf",
): Promise<string | null> {
  return isTauri() ? invoke<string | null>("native_save_audit", { filter, format }) : null;
}

/** Asks where to save a report; the path, or null if the person cancels. Without a number the assessment at hand. */
export async function saveReport(
  report: ReportKind,
  format: ReportFormat,
  assessment?: string,
): Promise<string | null> {
  return isTauri()
    ? invoke<string | null>("native_save_report", {
        report,
        format,
        assessment: assessment ?? null,
      })
    : null;
}

/** Asks where to save the evidence sheet of a practice; the path, or null if the person cancels. */
export async function savePracticeSheet(number: string, on?: string): Promise<string | null> {
  return isTauri()
    ? invoke<string | null>("native_save_practice_sheet", { number, on: on ?? null })
    : null;
}

/** Opens a stored file of the evidence with the program that the system has for it. */
export async function viewEvidence(number: string): Promise<void> {
  if (isTauri()) await invoke("native_view_evidence", { number });
}

/** Opens the system's print dialog for the page as it stands. */
export async function printPage(): Promise<void> {
  if (isTauri()) await invoke("native_print");
  else window.print();
}
