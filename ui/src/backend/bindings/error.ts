/** Kinds of error. */
export type ErrorCode =
  | "invalid"
  | "not_found"
  | "unknown_command"
  | "no_workspace"
  | "wrong_passphrase"
  | "forbidden"
  | "conflict"
  | "frozen"
  | "not_a_workspace"
  | "exists"
  | "damaged"
  | "newer_version"
  | "busy"
  | "full"
  | "read_only"
  | "template"
  | "document"
  | "signature"
  | "io"
  | "internal";

/** One wrong field. */
export type FieldError = {
  field: string;
  code: string;
  message: string;
  limit?: string;
  line?: number;
  column?: number;
};

/** What a command answers when it cannot do what was asked. */
export type CommandError = {
  code: ErrorCode;
  message: string;
  hint?: string;
  fields?: FieldError[];
};
