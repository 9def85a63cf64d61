-- Which events and properties a project has, written by the applier with the persons of the same events.
-- No reference to projects: a replayed journal may name a project that has gone since. Ids come from project and name.
-- Search texts are lower-cased by the application, so that both engines compare them alike.

CREATE TABLE event_definitions (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    project_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    created_at BIGINT,
    last_seen_at BIGINT,
    primary_property TEXT,
    description TEXT,
    hidden BOOLEAN NOT NULL,
    verified_at BIGINT,
    verified_by BIGINT REFERENCES users (id),
    updated_at BIGINT,
    updated_by BIGINT REFERENCES users (id),
    UNIQUE (project_id, name)
);

CREATE TABLE event_definition_tags (
    project_id BIGINT NOT NULL,
    definition_id VARCHAR(36) NOT NULL REFERENCES event_definitions (id),
    name TEXT NOT NULL,
    PRIMARY KEY (definition_id, name)
);

-- The owner is event, person, group or session; the group type is -1 but for groups.
CREATE TABLE property_definitions (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    project_id BIGINT NOT NULL,
    owner TEXT NOT NULL,
    group_type_index BIGINT NOT NULL,
    name TEXT NOT NULL,
    search_text TEXT NOT NULL,
    property_type TEXT,
    description TEXT,
    hidden BOOLEAN NOT NULL,
    verified_at BIGINT,
    verified_by BIGINT REFERENCES users (id),
    updated_at BIGINT,
    updated_by BIGINT REFERENCES users (id),
    UNIQUE (project_id, owner, group_type_index, name)
);

CREATE TABLE property_definition_tags (
    project_id BIGINT NOT NULL,
    definition_id VARCHAR(36) NOT NULL REFERENCES property_definitions (id),
    name TEXT NOT NULL,
    PRIMARY KEY (definition_id, name)
);

-- Which property was seen on which event.
CREATE TABLE event_properties (
    project_id BIGINT NOT NULL,
    event TEXT NOT NULL,
    property TEXT NOT NULL,
    PRIMARY KEY (project_id, event, property)
) WITHOUT ROWID;
