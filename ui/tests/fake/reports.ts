/** The reports of the fake core: small files of the right shape. */
import type { ReportRow } from "../../src/backend";
import { Failure } from "../../src/backend";
import type { Part } from "./core";

const REPORTS: ReportRow[] = [
  {
    report: "assessment",
    title: "Risk analysis in full",
    about: "For the binder, an auditor or OIG: everything that was assessed, with its sources.",
    formats: ["pdf"],
    unavailable: null,
  },
  {
    report: "summary",
    title: "One page for the board",
    about: "Levels, what changed, what it costs.",
    formats: ["pdf"],
    unavailable: null,
  },
  {
    report: "register",
    title: "Risk register",
    about: "Every risk with its rating, plan and owner.",
    formats: ["pdf", "xlsx", "csv"],
    unavailable: null,
  },
  {
    report: "difference",
    title: "What changed since last year",
    about: "New, worse, better and closed risks.",
    formats: ["pdf"],
    unavailable: "There is only one assessment yet.",
  },
  {
    report: "calendar",
    title: "Due dates for a calendar",
    about: "Plans, acceptances, reviews.",
    formats: ["ics"],
    unavailable: null,
  },
];

export function report(): Part<"report"> {
  return {
    "report::list": () => ({ reports: REPORTS }),
    "report::write": ({ report, format, assessment = "AS-2026" }) => {
      if (report === "summary") throw new Failure("full", "");
      const content = btoa(`${report} of ${assessment}`);
      const sha256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
      return { file_name: `${assessment}-${report}.${format}`, content, sha256, bytes: 48_200 };
    },
  };
}
