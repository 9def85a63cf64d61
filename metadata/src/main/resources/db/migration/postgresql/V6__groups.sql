-- Groups and their types, as $groupidentify and the API describe them.
-- No reference to projects: a replayed journal may name a project that has gone since.

CREATE TABLE group_types (
    project_id BIGINT NOT NULL,
    group_type_index BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (project_id, group_type_index),
    UNIQUE (project_id, name)
);

CREATE TABLE groups (
    project_id BIGINT NOT NULL,
    group_type_index BIGINT NOT NULL,
    group_key TEXT NOT NULL,
    properties TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (project_id, group_type_index, group_key)
);
