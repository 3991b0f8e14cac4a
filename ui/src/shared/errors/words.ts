/**
 * The one table from error code to words: what happened, and what to do next.
 *
 * `Record` over every code: a code without words does not compile.
 */
import type { Failure, FailureCode } from "../../backend";

export type ErrorWords = { title: string; next: string };

const WORDS: Record<FailureCode, ErrorWords> = {
  invalid: {
    title: "Some answers cannot be saved as they are",
    next: "Correct the fields named here; the rest is kept.",
  },
  not_found: {
    title: "This record is not in the workspace",
    next: "The link may be old. Go back to the list and pick it there.",
  },
  unknown_command: {
    title: "The core does not know this act",
    next: "The window and the core are of different versions. Install Riskwright again.",
  },
  no_workspace: {
    title: "No workspace is open",
    next: "Open a workspace and try again.",
  },
  locked: {
    title: "The workspace is locked",
    next: "Type your passphrase to go on where you were.",
  },
  too_many_tries: {
    title: "Too many wrong passphrases",
    next: "Wait for the time named here, then try again. If the passphrase is lost, use the recovery sheet.",
  },
  wrong_passphrase: {
    title: "The login or the passphrase is wrong",
    next: "Check both, and the Caps Lock key. If the passphrase is lost, use the recovery sheet.",
  },
  forbidden: {
    title: "Your access does not allow this",
    next: "Ask the security official to do it, or to widen your access.",
  },
  conflict: {
    title: "Someone else changed the same field",
    next: "Open the page again to see their value, then decide which one stands.",
  },
  retained: {
    title: "This record is still kept",
    next: "See on the retention page what protects it and until when.",
  },
  nothing_to_undo: {
    title: "There is nothing to take back",
    next: "Only your own last changes can be undone, and only while nobody built on them.",
  },
  frozen: {
    title: "This record is approved and no longer changes",
    next: "Make a new version and change it there; the approved one stays as proof.",
  },
  in_use: {
    title: "Other records still name this one",
    next: "Change those named here first, then remove it.",
  },
  not_a_workspace: {
    title: "This folder is not a workspace",
    next: "Choose the folder whose name ends in .riskwright.",
  },
  exists: {
    title: "There is already something of that name",
    next: "Choose another name or another folder.",
  },
  damaged: {
    title: "The workspace is damaged",
    next: "Change nothing in the folder. Restore the last backup beside it, then compare.",
  },
  newer_version: {
    title: "A newer Riskwright wrote this file",
    next: "Install the newer version on this computer and open it there.",
  },
  busy: {
    title: "Another program holds this workspace",
    next: "Close it there first, then open it here.",
  },
  full: {
    title: "The disk is full",
    next: "Make room on the disk, then try again. Nothing that was saved is lost.",
  },
  read_only: {
    title: "This folder or file cannot be written",
    next: "Check the rights of the folder, or choose another one.",
  },
  template: {
    title: "A policy template cannot be used",
    next: "Correct the template at the place named, then try again.",
  },
  document: {
    title: "The document cannot be made",
    next: "Correct what is named here in the policy, then write the PDF again.",
  },
  signature: {
    title: "The document cannot be signed",
    next: "Write the PDF again if it was changed, then sign the new one.",
  },
  io: {
    title: "A file could not be read or written",
    next: "Check that the disk is connected and that the file is not open elsewhere.",
  },
  internal: {
    title: "Something went wrong inside Riskwright",
    next: "Your last saved work is safe. Try again; if it comes back, report the reference.",
  },
  unreachable: {
    title: "The window has lost its connection to the core",
    next: "Close the window and start Riskwright again. What was saved is safe.",
  },
  unreadable_answer: {
    title: "The core gave an answer that the window cannot read",
    next: "Start Riskwright again. If it comes back, the installation may be damaged.",
  },
};

/** The words for a failure; a code of a newer core falls back to the internal fault. */
export function wordsOf(failure: Failure): ErrorWords {
  return WORDS[failure.code] ?? WORDS.internal;
}

/** Every code that has words: for the tests. */
export const CODES = Object.keys(WORDS) as FailureCode[];
