-- Persons and the distinct ids that stand for them, written by the applier in journal order.
-- No reference to projects: a replayed journal may name a project that has gone since.

CREATE TABLE persons (
    id BIGINT NOT NULL PRIMARY KEY,
    project_id BIGINT NOT NULL,
    uuid VARCHAR(36) NOT NULL,
    created_at BIGINT NOT NULL,
    properties TEXT NOT NULL,
    is_identified BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (project_id, uuid)
);

CREATE TABLE distinct_ids (
    project_id BIGINT NOT NULL,
    distinct_id TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES persons (id),
    PRIMARY KEY (project_id, distinct_id)
) WITHOUT ROWID;

-- One row: the journal position up to which this store is complete.
CREATE TABLE applied_position (
    position BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO applied_position (position) VALUES (0);
