/** Handing a written report to the person: a download in the browser, a dialog on the desktop. */
import type { ReportFormat, WrittenReport } from "../../backend";
import { bytesOf } from "./bytes";

export const FORMATS: Record<ReportFormat, { name: string; type: string }> = {
  pdf: { name: "PDF", type: "application/pdf" },
  xlsx: {
    name: "Excel",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  csv: { name: "CSV", type: "text/csv" },
  ics: { name: "Calendar", type: "text/calendar" },
};

/** Lets the browser save the file under its name. */
export function download({ file_name, content }: WrittenReport, format: ReportFormat): void {
  const file = new Blob([bytesOf(content)], { type: FORMATS[format].type });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file_name;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
