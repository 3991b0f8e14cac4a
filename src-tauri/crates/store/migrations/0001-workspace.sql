-- A current row is `id`, the id of the record it belongs to, its place in a list, and `body`: the exchange
-- form as canonical JSON. Every other column is generated from the body and so cannot differ from it.
-- References are checked at commit, so that a command may write in any order.

PRAGMA application_id = 0x52534B57;

CREATE TABLE workspace (
  id TEXT PRIMARY KEY
) STRICT;

CREATE TABLE revision (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  by TEXT NOT NULL,
  command TEXT NOT NULL,
  schema INTEGER NOT NULL,
  body TEXT,
  body_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  UNIQUE (kind, id, number)
) STRICT;

-- The conditions also stop INSERT OR REPLACE, which deletes without asking the trigger below.
CREATE TRIGGER revision_only_at_the_end BEFORE INSERT ON revision
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM revision)
  OR NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE kind = NEW.kind AND id = NEW.id)
BEGIN
  SELECT raise(ABORT, 'the history is only appended to');
END;

-- The one change allowed is disposal: a body becomes NULL and its hash stays.
CREATE TRIGGER revision_only_disposed_of BEFORE UPDATE ON revision
WHEN OLD.body IS NULL OR NEW.body IS NOT NULL
  OR (NEW.sequence, NEW.kind, NEW.id, NEW.number, NEW.recorded_at, NEW.by, NEW.command, NEW.schema,
      NEW.body_hash, NEW.previous_hash)
  IS NOT (OLD.sequence, OLD.kind, OLD.id, OLD.number, OLD.recorded_at, OLD.by, OLD.command, OLD.schema,
      OLD.body_hash, OLD.previous_hash)
BEGIN
  SELECT raise(ABORT, 'the history is only appended to');
END;

CREATE TRIGGER revision_never_deleted BEFORE DELETE ON revision
BEGIN
  SELECT raise(ABORT, 'the history is only appended to');
END;

CREATE TABLE organization (
  id TEXT PRIMARY KEY CHECK (id = 'organization'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  login TEXT AS (body ->> '$.login') STORED UNIQUE
) STRICT;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  dated TEXT NOT NULL AS (body ->> '$.on') STORED
) STRICT;

CREATE TABLE assessment (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  year INTEGER NOT NULL AS (body ->> '$.year') STORED,
  status TEXT NOT NULL AS (body ->> '$.status') STORED
) STRICT;

CREATE TABLE asset (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.number')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  owner TEXT AS (body ->> '$.owner') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX asset_of_assessment ON asset (assessment, position);

CREATE TABLE factor_answer (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.question')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  answered_by TEXT NOT NULL AS (body ->> '$.by') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX factor_answer_of_assessment ON factor_answer (assessment, position);

CREATE TABLE threat_disposition (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.threat')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  answer TEXT NOT NULL AS (body ->> '$.answer') STORED
) STRICT;
CREATE INDEX threat_disposition_of_assessment ON threat_disposition (assessment, position);

CREATE TABLE risk (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.number')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  number TEXT NOT NULL AS (body ->> '$.number') STORED,
  status TEXT NOT NULL AS (body ->> '$.status') STORED,
  asset TEXT NOT NULL AS (assessment || '/' || (body ->> '$.asset')) STORED
    REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED,
  owner TEXT NOT NULL AS (body ->> '$.owner') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  rated_by TEXT NOT NULL AS (body ->> '$.rated_by') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX risk_of_assessment ON risk (assessment, position);
CREATE INDEX risk_across_assessments ON risk (number);

CREATE TABLE safeguard_status (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.safeguard')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  status TEXT NOT NULL AS (body ->> '$.status') STORED,
  owner TEXT AS (body ->> '$.owner') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX safeguard_status_of_assessment ON safeguard_status (assessment, position);

CREATE TABLE addressable_decision (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.specification')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX addressable_decision_of_assessment ON addressable_decision (assessment, position);

CREATE TABLE policy (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  owner TEXT NOT NULL AS (body ->> '$.owner') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE policy_version (
  id TEXT PRIMARY KEY CHECK (id = policy || '/' || (body ->> '$.number')),
  policy TEXT NOT NULL REFERENCES policy (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  status TEXT NOT NULL AS (body ->> '$.status') STORED,
  effective_from TEXT AS (body ->> '$.effective_from') STORED,
  effective_to TEXT AS (body ->> '$.effective_to') STORED,
  author TEXT NOT NULL AS (body ->> '$.author') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  assessment TEXT AS (body ->> '$.assessment') STORED REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX policy_version_of_policy ON policy_version (policy, position);

-- The body adds to the exchange form when and from which file the approval reached this workspace.
CREATE TABLE approval (
  id TEXT PRIMARY KEY CHECK (
    id = coalesce(assessment, policy_version) || '/' || (body ->> '$.approval.by') || '/' || (body ->> '$.approval.capacity')
  ),
  assessment TEXT REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  policy_version TEXT REFERENCES policy_version (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  approved_by TEXT NOT NULL AS (body ->> '$.approval.by') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  recorded_at TEXT NOT NULL AS (body ->> '$.recorded.at') STORED,
  imported_from TEXT AS (body ->> '$.recorded.imported_from') STORED,
  CHECK ((assessment IS NULL) <> (policy_version IS NULL))
) STRICT;
CREATE INDEX approval_of_assessment ON approval (assessment, position);
CREATE INDEX approval_of_policy_version ON approval (policy_version, position);

CREATE TABLE practice (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL AS (body ->> '$.state') STORED
) STRICT;

-- The body holds the hash of the file, and so does its revision: a changed file shows.
CREATE TABLE document (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  policy TEXT NOT NULL AS (body ->> '$.policy') STORED REFERENCES policy (id) DEFERRABLE INITIALLY DEFERRED,
  pdf BLOB
) STRICT;
