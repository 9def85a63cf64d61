-- Properties by the hash of their name, each column the text of a JSON object (PropertyLayout).
CREATE TABLE events_by_column (
    project_id BIGINT NOT NULL,
    uuid UUID NOT NULL,
    sequence BIGINT NOT NULL,
    event VARCHAR NOT NULL,
    distinct_id VARCHAR NOT NULL,
    person_id BIGINT NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    properties_0 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_1 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_2 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_3 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_4 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_5 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_6 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_7 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_8 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_9 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_10 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_11 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_12 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_13 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_14 VARCHAR NOT NULL USING COMPRESSION 'zstd',
    properties_15 VARCHAR NOT NULL USING COMPRESSION 'zstd'
);

-- What an event's columns have no room for (LargeValue). To compress such texts takes seconds in each checkpoint.
CREATE TABLE large_values (
    project_id BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    text VARCHAR NOT NULL USING COMPRESSION 'uncompressed'
);
