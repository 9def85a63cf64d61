SELECT date_trunc('day', timestamp) AS day, json_extract_string(properties_1, '$.browser') AS browser, count(*) AS value
FROM events
WHERE project_id = ? AND timestamp >= ? AND timestamp < ? AND event = 'page viewed'
GROUP BY day, browser
