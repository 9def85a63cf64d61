SELECT date_trunc('day', timestamp) AS day, count(*) AS value
FROM events
WHERE project_id = ? AND timestamp >= ? AND timestamp < ? AND event = 'page viewed'
GROUP BY day
