-- What the workspace keeps beside its content: how it is set up, the public half of signing identities, legal holds.

CREATE TABLE settings (
  id TEXT PRIMARY KEY CHECK (id = 'settings'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE certificate (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.fingerprint'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  holder TEXT AS (body ->> '$.holder') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  placed_by TEXT NOT NULL AS (body ->> '$.placed_by') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
