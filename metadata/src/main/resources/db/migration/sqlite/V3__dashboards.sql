-- Insights, dashboards, and the tiles and texts on them. Nothing is ever deleted: "deleted" hides.
-- Search texts and name keys are lower-cased by the application, so that both engines compare them alike.

CREATE TABLE insights (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    short_id TEXT NOT NULL,
    name TEXT,
    name_key TEXT,
    derived_name TEXT,
    description TEXT,
    search_text TEXT NOT NULL,
    query TEXT,
    kind TEXT,
    sort_order BIGINT,
    deleted BOOLEAN NOT NULL,
    saved BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT REFERENCES users (id),
    updated_at BIGINT NOT NULL,
    last_modified_at BIGINT NOT NULL,
    last_modified_by BIGINT REFERENCES users (id),
    UNIQUE (project_id, short_id)
);

CREATE TABLE insight_tags (
    project_id BIGINT NOT NULL,
    insight_id BIGINT NOT NULL REFERENCES insights (id),
    name TEXT NOT NULL,
    PRIMARY KEY (insight_id, name)
);

-- What an insight is to one user.
CREATE TABLE insight_marks (
    project_id BIGINT NOT NULL,
    insight_id BIGINT NOT NULL REFERENCES insights (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    favorited BOOLEAN NOT NULL,
    last_viewed_at BIGINT,
    PRIMARY KEY (insight_id, user_id)
);

CREATE TABLE dashboards (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    name TEXT,
    name_key TEXT,
    description TEXT NOT NULL,
    search_text TEXT NOT NULL,
    pinned BOOLEAN NOT NULL,
    restriction_level BIGINT NOT NULL,
    filters TEXT NOT NULL,
    variables TEXT NOT NULL,
    breakdown_colors TEXT NOT NULL,
    creation_mode TEXT NOT NULL,
    deleted BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT REFERENCES users (id),
    last_accessed_at BIGINT,
    last_refresh_at BIGINT
);

CREATE INDEX dashboards_by_project ON dashboards (project_id);

CREATE TABLE dashboard_tags (
    project_id BIGINT NOT NULL,
    dashboard_id BIGINT NOT NULL REFERENCES dashboards (id),
    name TEXT NOT NULL,
    PRIMARY KEY (dashboard_id, name)
);

CREATE TABLE texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id),
    body TEXT,
    created_by BIGINT REFERENCES users (id),
    last_modified_by BIGINT REFERENCES users (id),
    last_modified_at BIGINT NOT NULL
);

-- A tile has exactly one content. No check says so: SQLite could not widen it when there are more kinds of content.
CREATE TABLE tiles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    project_id BIGINT NOT NULL,
    dashboard_id BIGINT NOT NULL REFERENCES dashboards (id),
    insight_id BIGINT REFERENCES insights (id),
    text_id BIGINT REFERENCES texts (id),
    layouts TEXT NOT NULL,
    color TEXT,
    show_description BOOLEAN,
    transparent_background BOOLEAN,
    filters_overrides TEXT,
    deleted BOOLEAN,
    UNIQUE (dashboard_id, insight_id),
    UNIQUE (dashboard_id, text_id)
);

CREATE INDEX tiles_by_insight ON tiles (insight_id);
CREATE INDEX tiles_by_text ON tiles (text_id);
