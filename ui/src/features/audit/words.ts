/** The trail in words: the breaks that a check finds, and the filters that are set. */
import type { AuditFilter, Break } from "../../backend";
import { recordWords } from "../../shared/record/record";

/** A break as a person reads it: what is wrong, and what it may mean. */
export type BreakWords = { what: string; means: string };

export function breakWords(one: Break): BreakWords {
  switch (one.code) {
    case "gap":
      return {
        what: `Line ${one.expected} is missing; line ${one.found} follows instead.`,
        means: "Lines were taken out of the file.",
      };
    case "link":
      return {
        what: `Line ${one.sequence} does not follow from the line before it.`,
        means: "One of the two was changed, or a line was put in or taken out.",
      };
    case "body":
      return {
        what: `What line ${one.sequence} recorded is not what is stored now.`,
        means: "The stored content was changed after it was recorded.",
      };
    case "count":
      return {
        what: `Line ${one.sequence} carries the wrong number of its record's change.`,
        means: "A change of the same record was taken out or put in.",
      };
    case "cut":
      return {
        what: `This computer has seen line ${one.seen}; the trail now ends at line ${one.last}.`,
        means: "The end was cut off, or an older copy of the workspace was put in its place.",
      };
    case "replaced":
      return {
        what: `Line ${one.seen} is not the one that this computer has seen.`,
        means: "The trail was written anew, or another copy of the workspace is open here.",
      };
    case "current":
      return {
        what: `${recordWords(one)} is not as the trail last recorded it.`,
        means: "The record was changed outside Riskwright.",
      };
    case "emptied":
      return {
        what: `The content of line ${one.sequence} is gone, and no disposal explains it.`,
        means: "What was recorded was deleted outside Riskwright.",
      };
    case "order":
      return {
        what: `${recordWords(one)} stands at another place of its list than the trail put it.`,
        means: "The order was changed outside Riskwright.",
      };
    case "evidence":
      return {
        what: `The file of ${one.id} is ${one.missing ? "gone" : "not the one that was stored"}.`,
        means: "It was removed, changed or damaged outside Riskwright; a backup may still hold it.",
      };
    case "seal":
      return {
        what: `The approved content of ${one.policy} version ${one.version} is not what its approvals bind to.`,
        means: "The version was changed after it was approved.",
      };
    case "structure":
      return {
        what: `The workspace is not built as Riskwright builds it: ${one.finding}.`,
        means: "The file was damaged or changed outside Riskwright.",
      };
  }
}

/** Everything of a filter that is set, without empty answers. */
export function tidied(filter: AuditFilter): AuditFilter {
  const set = Object.entries(filter).filter(([, value]) => Boolean(value?.trim()));
  return Object.fromEntries(set.map(([key, value]) => [key, value?.trim()]));
}
