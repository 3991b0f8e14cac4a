-- A risk may be in the register before anybody rated it; events open reviews between the yearly assessments.

CREATE TABLE risk_new (
  id TEXT PRIMARY KEY CHECK (id = assessment || '/' || (body ->> '$.number')),
  assessment TEXT NOT NULL REFERENCES assessment (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  number TEXT NOT NULL AS (body ->> '$.number') STORED,
  status TEXT NOT NULL AS (body ->> '$.status') STORED,
  asset TEXT NOT NULL AS (assessment || '/' || (body ->> '$.asset')) STORED
    REFERENCES asset (id) DEFERRABLE INITIALLY DEFERRED,
  owner TEXT NOT NULL AS (body ->> '$.owner') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  rated_by TEXT AS (body ->> '$.rated_by') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO risk_new (id, assessment, position, body) SELECT id, assessment, position, body FROM risk;
DROP TABLE risk;
ALTER TABLE risk_new RENAME TO risk;
CREATE INDEX risk_of_assessment ON risk (assessment, position);
CREATE INDEX risk_across_assessments ON risk (number);

CREATE TABLE review_trigger (
  id TEXT PRIMARY KEY CHECK (id = body ->> '$.number'),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  owner TEXT NOT NULL AS (body ->> '$.owner') STORED REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
