-- When each user last viewed a dashboard.

CREATE TABLE dashboard_views (
    project_id BIGINT NOT NULL,
    dashboard_id BIGINT NOT NULL REFERENCES dashboards (id),
    user_id BIGINT NOT NULL REFERENCES users (id),
    last_viewed_at BIGINT NOT NULL,
    PRIMARY KEY (dashboard_id, user_id)
);
