-- Incidents and drills, whose times are measured against the limits of a policy, and standards of one's own.

CREATE TABLE incident (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  policy_version TEXT NOT NULL AS ((body ->> '$.policy') || '/' || (body ->> '$.version')) STORED
    REFERENCES policy_version (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE framework (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.id'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
