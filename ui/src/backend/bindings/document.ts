export type DocumentRow = {
  path: string;
  title: string;
  policy: string;
  version: string;
  bytes: number;
  written_at: string;
  content_hash: string;
  signatures: { field: string; signer: string }[];
};
export type DocumentListResponse = { documents: DocumentRow[] };

export type WriteRequest = { policy: string; version?: string };
export type WriteResponse = { path: string; bytes: number; content_hash: string };

export type Trust = "unknown" | "organization" | "system";
export type SignatureReport = {
  field: string;
  signer: string;
  subfilter: string;
  intact: boolean;
  trusted: Trust;
  signed_at: string | null;
  changes_after: string[];
};
export type VerifyReport = {
  valid: boolean;
  covers_whole_file: boolean;
  signatures: SignatureReport[];
};

export type SignatureField = "author" | "approver";
export type SignRequest = {
  path: string;
  field: SignatureField;
  login: string;
  passphrase: string;
};
export type SignResponse = { path: string; report: VerifyReport };
