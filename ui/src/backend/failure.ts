import type { CommandError, ErrorCode, FieldConflict, FieldError } from "./bindings";

/** Codes of the window itself, beside those that a command answers. */
export type WindowErrorCode = "unreachable" | "unreadable_answer";
export type FailureCode = ErrorCode | WindowErrorCode;

/** A command that did not do what was asked, as the window sees it. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly hint: string | null;
  readonly fields: FieldError[];
  /** The fields that somebody else changed meanwhile, with both values. */
  readonly conflicts: FieldConflict[];

  constructor(
    code: FailureCode,
    message: string,
    hint: string | null = null,
    fields: FieldError[] = [],
    conflicts: FieldConflict[] = [],
  ) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.hint = hint;
    this.fields = fields;
    this.conflicts = conflicts;
  }

  static from(error: CommandError): Failure {
    return new Failure(error.code, error.message, error.hint, error.fields, error.conflicts);
  }
}

/** Turns whatever was thrown into a `Failure`, so that screens handle one kind of fault. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (isCommandError(thrown)) return Failure.from(thrown);
  return new Failure("unreachable", "");
}

export function isCommandError(value: unknown): value is CommandError {
  if (typeof value !== "object" || value === null) return false;
  return "code" in value && "message" in value;
}
