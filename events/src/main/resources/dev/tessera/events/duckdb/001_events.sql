CREATE TABLE events (
    project_id BIGINT NOT NULL,
    uuid UUID NOT NULL,
    sequence BIGINT NOT NULL,
    event VARCHAR NOT NULL,
    distinct_id VARCHAR NOT NULL,
    person_id BIGINT NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    properties VARCHAR NOT NULL
);

-- A row for each append since the last sweep; the largest counts. An UPDATE of one row would keep every query that
-- began before it from letting the log be merged.
CREATE TABLE applied (
    position BIGINT NOT NULL
);

INSERT INTO applied VALUES (0);
